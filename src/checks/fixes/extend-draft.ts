import type { DecidingRoute, FlowAnswer } from '../../core/judgement';
import { findSubnet, sameId, securityGroupOf } from '../../core/network/find';
import type { FlowTemplate } from '../../requirements/requirement';
import { findRequirement } from '../../requirements/requirements';
import { askRemotes } from '../ask-flow';
import { fillFlow, type FillContext, type Remote } from '../fill-flow';
import { unfiltered } from '../unfiltered';
import { writtenRules } from '../written-rules';
import type { FixInput } from './fix-input';
import { withRoute, withRule, type Draft } from './draft';

/** A rule that comes before no other may have any priority. */
const beforeNothing = 4097;

/** Settings that the fix of a flow repairs; `routes`: asked without any security group. */
const repairedBy: Readonly<Record<string, { readonly flow: string; readonly routes: boolean }>> = {
  'subnet-nsg-must-not-contradict-auto-nsg': { flow: 'inbound-aml-44224', routes: false },
  'udr-forced-tunnel-aml': { flow: 'inbound-aml-44224', routes: true },
  'udr-forced-tunnel-batch': { flow: 'inbound-batch-29876-29877', routes: true },
};

/** The draft with what the named requirements still lack on the model as it leaves it; undefined where nothing new can be tried. */
export function extendDraft(input: FixInput, draft: Draft, ids: readonly string[]): Draft | undefined {
  const { model, plan, facts } = input;
  const place = plan.subnetId === null ? undefined : findSubnet(model, plan.subnetId);
  if (!place) return undefined;
  const context: FillContext = { model, plan, tags: facts.tags, place };
  const extended = ids.reduce((now, id) => extendFor(id, now, context), draft);
  return extended === draft ? undefined : extended;
}

function extendFor(id: string, draft: Draft, context: FillContext): Draft {
  const repaired = repairedBy[id];
  const requirement = repaired?.flow ?? id;
  const asked = repaired?.routes === true ? unfiltered(context) : context;
  return flowsOf(requirement, asked).reduce<Draft>((now, { template, remote }) => {
    const answer = askRemotes(template, [remote], asked);
    const wanted = { requirement, template, remote };
    return draftFor(wanted, answer, { draft: now, context: asked }) ?? now;
  }, draft);
}

/** Every far side of a requirement's flows by itself, since each may need a rule of its own. */
function flowsOf(requirement: string, context: FillContext) {
  const what = findRequirement(requirement)?.profiles[context.plan.profile]?.what;
  const templates = what?.is === 'flows' ? what.flows : [];
  return templates.flatMap((template) => {
    const flow = fillFlow(template, context);
    const remotes = flow.is === 'filled' ? flow.remotes : [];
    return remotes.map((remote) => ({ template, remote }));
  });
}

interface Wanted {
  readonly requirement: string;
  readonly template: FlowTemplate;
  readonly remote: Remote;
}

interface Now {
  readonly draft: Draft;
  readonly context: FillContext;
}

function draftFor(wanted: Wanted, { verdict }: FlowAnswer, now: Now): Draft | undefined {
  switch (verdict.is) {
    case 'blocked':
    case 'partly-blocked':
      if (verdict.by.kind === 'route') return draftRoute(wanted, verdict.by, now);
      // A network card's group is made by the service: nobody writes rules there.
      if (verdict.by.level !== 'subnet') return undefined;
      return withRule(now.draft, {
        ...wanted,
        groupId: verdict.by.groupId,
        below: verdict.by.isDefault ? beforeNothing : verdict.by.priority,
      });
    case 'reply-lost':
      return draftRoute(wanted, verdict.by, now);
    case 'undecided':
      return draftAgainstDoubt(wanted, now);
    default:
      return undefined;
  }
}

/**
 * A route that sends the tag straight to the internet, unless the table names the tag already. Only for tags without
 * a region: routes may name those, while many regional forms exist for security rules alone (tag file, 2025-11-09).
 */
function draftRoute(wanted: Wanted, by: DecidingRoute, { draft, context }: Now): Draft | undefined {
  const { remote } = wanted.template;
  const { tableId } = by;
  if (remote.is !== 'tag' || remote.scope !== 'none' || tableId === null) return undefined;
  const { tag } = remote;
  const table = context.model.routeTables.find((one) => sameId(one.id, tableId));
  const taken =
    !table?.routes.known ||
    table.routes.value.some(
      ({ destination }) => !destination.known || destination.value.toLowerCase() === tag.toLowerCase(),
    );
  if (taken) return undefined;
  return withRoute(draft, {
    requirement: wanted.requirement,
    tag,
    tableId,
    nextHop: 'Internet',
  });
}

/** A rule that names the far side before anything that denies: whether a broader tag holds it no longer matters. */
function draftAgainstDoubt(wanted: Wanted, { draft, context }: Now): Draft | undefined {
  const { model, place } = context;
  const group = securityGroupOf(model, place.subnet);
  const rules = writtenRules(model, place.subnet, wanted.template.direction);
  if (!group.known || group.value === null || !rules.known) return undefined;
  const denies = (rules.value ?? []).filter((rule) => rule.access === 'Deny').map((rule) => rule.priority);
  return withRule(draft, { ...wanted, groupId: group.value.id, below: Math.min(beforeNothing, ...denies) });
}
