import { formatAddressSet } from '../../core/addresses/address-set';
import { emptySet } from '../../core/addresses/interval-set';
import type { DecidingRoute, DecidingRule, FlowResult } from '../../core/check-result';
import { valueOr } from '../../core/known';
import { findSubnet, routeTableOf, sameId, securityGroupOf } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import { gatewayReasons } from '../../core/reach/unknown-gateway-routes';
import { reason } from '../../core/reason';
import { subnetWith, type ResourceChange } from '../../core/resource-change';
import { regionOf } from '../../core/unstated-region';
import type { FlowTemplate } from '../../requirements/requirement';
import { findRequirement } from '../../requirements/requirements';
import { evaluateRemotes } from '../evaluate-flow';
import { fillFlow, type FillContext, type Remote } from '../fill-flow';
import { unfiltered } from '../unfiltered';
import { newerThan2020 } from '../settings/outbound';
import { servicesOf } from '../settings/services-of';
import { machineAddressOf } from '../target';
import { writtenRules } from '../written-rules';
import { applyFix } from './apply-fix';
import type { FixInput } from './fix-input';
import { withPart, withRoute, withRule, type Draft } from './draft';
import type { DraftContext } from './draft-context';
import { drafters } from './draft-parts';
import { draftOutboundAccess } from './draft-outbound-access';
import { newResourceId } from './new-resource-id';
import type { FixAlternative } from './fix-options';

/** Priority limit for a rule that doesn't have to come before another rule: any priority is valid. */
const beforeNothing = 4097;

/** Settings that are fixed by fixing flows. `routes`: evaluated without an NSG. */
const repairedBy: Readonly<Record<string, { readonly flows: readonly string[]; readonly routes: boolean }>> =
  {
    'subnet-nsg-must-not-contradict-auto-nsg': { flows: ['inbound-aml-44224'], routes: false },
    'restricted-egress-composite-2020': { flows: newerThan2020, routes: false },
    'udr-forced-tunnel-aml': { flows: ['inbound-aml-44224'], routes: true },
    'udr-hdinsight-management': { flows: ['inbound-hdinsight-443'], routes: true },
    'udr-forced-tunnel-batch': { flows: ['inbound-batch-29876-29877'], routes: true },
  };

/** True if the requirement can have a fix at all. Whether a fix passes its test depends on the network. */
export function mayBeRepaired(id: string): boolean {
  const applicable = Object.values(findRequirement(id)?.profiles ?? {});
  return drafters.has(id) || id in repairedBy || applicable.some(({ what }) => what.is === 'flows');
}

/** Input for extending a draft: the model after the draft, and the chosen strategy. */
export interface ExtendInput extends FixInput {
  readonly alternative?: FixAlternative | undefined;
}

interface ExtendContext extends DraftContext {
  readonly alternative?: FixAlternative | undefined;
}

/** Extends the draft with what the given requirements still need; undefined if there is nothing new to test. */
export function extendDraft(input: ExtendInput, draft: Draft, ids: readonly string[]): Draft | undefined {
  const { model, plan, facts, alternative } = input;
  const place = plan.subnetId === null ? undefined : findSubnet(model, plan.subnetId);
  if (!place) return undefined;
  const services = servicesOf({ plan, facts });
  const context: ExtendContext = { model, plan, tags: facts.tags, place, alternative, services, facts };
  const extended = ids.reduce((now, id) => extendFor(id, now, context), draft);
  return extended === draft ? undefined : extended;
}

function extendFor(id: string, draft: Draft, context: ExtendContext): Draft {
  const drafter = drafters.get(id);
  if (drafter) return drafter(draft, context, context.alternative) ?? draft;
  const repaired = repairedBy[id];
  const applicable =
    repaired?.routes === true ? { ...unfiltered(context), alternative: context.alternative } : context;
  return (repaired?.flows ?? [id]).reduce((now, flow) => extendForFlow(flow, now, applicable), draft);
}

function extendForFlow(requirement: string, draft: Draft, context: ExtendContext): Draft {
  return flowsOf(requirement, context).reduce<Draft>((now, { template, remote }) => {
    const answer = evaluateRemotes(template, [remote], context);
    const required = { requirement, template, remote };
    return draftFor(required, answer, { draft: now, context }) ?? now;
  }, draft);
}

/** Returns every remote side of a requirement's flows separately, because each may need its own rule. */
export function flowsOf(
  requirement: string,
  context: FillContext,
): readonly { readonly template: FlowTemplate; readonly remote: Remote }[] {
  const what = findRequirement(requirement)?.profiles[context.plan.profile]?.what;
  const templates = what?.is === 'flows' ? what.flows : [];
  return templates.flatMap((template) => {
    const flow = fillFlow(template, context);
    const remotes = flow.is === 'filled' ? flow.remotes : [];
    return remotes.map((remote) => ({ template: flow.template, remote }));
  });
}

interface RequiredFlow {
  readonly requirement: string;
  readonly template: FlowTemplate;
  readonly remote: Remote;
}

interface DraftState {
  readonly draft: Draft;
  readonly context: ExtendContext;
}

function draftFor(required: RequiredFlow, { outcome }: FlowResult, now: DraftState): Draft | undefined {
  switch (outcome.is) {
    case 'blocked':
    case 'partly-blocked':
      if (outcome.by.kind === 'route') return draftPast(outcome.by, required, now);
      // A firewall has another owner, and a route that bypasses it would be worse than a request. The request names the
      // rule.
      return outcome.by.kind === 'rule' ? draftRule(required, outcome.by, now) : undefined;
    case 'reply-lost':
      return outcome.by.learned
        ? draftOwnRoute(required, now)
        : draftRoute(required, outcome.by.tableId, now);
    case 'no-outbound-access':
      return draftOutboundAccess(now.draft, now.context, now.context.alternative);
    case 'unknown':
      return gatewayReasons.includes(outcome.because.key)
        ? draftOwnRoute(required, now)
        : draftAgainstUnknown(required, now);
    default:
      return undefined;
  }
}

/**
 * Drafts a bypass of a route in the subnet's own table. The table of a firewall's subnet belongs to the firewall's
 * owner.
 */
function draftPast({ tableId }: DecidingRoute, required: RequiredFlow, now: DraftState): Draft | undefined {
  const { routeTable } = now.context.place.subnet;
  const own = valueOr(routeTable, null);
  const isOthers = tableId !== null && own !== null && !sameId(tableId, own);
  return isOthers ? undefined : draftRoute(required, tableId, now);
}

/**
 * Drafts a rule in the NSG that blocks. The NSG of a machine's network interface is under its owner's control, but
 * which other network interfaces use it isn't known. An NSG can't allow what a network manager's rule denies.
 */
function draftRule(
  required: RequiredFlow,
  by: DecidingRule,
  { draft, context }: DraftState,
): Draft | undefined {
  if (by.level === 'network-manager') return undefined;
  if (by.level !== 'subnet' && machineAddressOf(context.plan) === undefined) return undefined;
  const below = by.isDefault ? beforeNothing : by.priority;
  return below === null ? undefined : withRule(draft, { ...required, groupId: by.groupId, below });
}

/**
 * Drafts routes that send the whole tag directly to the internet. If the table already has a route for the tag, with or
 * without its region, that route is intentional.
 */
function draftRoute(
  required: RequiredFlow,
  tableId: ResourceId | null,
  { draft, context }: Pick<DraftState, 'draft' | 'context'>,
): Draft | undefined {
  const { remote } = required.template;
  if (remote.is !== 'tag' || tableId === null) return undefined;
  const isRegional = remote.scope !== 'none' && remote.scope !== 'hdinsight';
  const tag = isRegional ? (required.remote.tag ?? remote.tag) : remote.tag;
  const named = [tag, remote.tag].map((one) => one.toLowerCase());
  const table = context.model.routeTables.find((one) => sameId(one.id, tableId));
  const usedIds =
    !table?.routes.known ||
    table.routes.value.some(
      ({ destination }) => !destination.known || named.includes(destination.value.toLowerCase()),
    );
  if (usedIds) return undefined;
  return withRoute(draft, {
    requirement: required.requirement,
    tag,
    asTag: !isRegional,
    prefixes: formatAddressSet(context.tags.lookup(tag) ?? emptySet),
    tableId,
  });
}

/**
 * Drafts a user-defined route that names the tag, because it overrides the unknown routes of a gateway. It goes into
 * the associated route table or into a new one.
 */
function draftOwnRoute(required: RequiredFlow, now: DraftState): Draft | undefined {
  const { model, place } = now.context;
  const associated = routeTableOf(model, place.subnet);
  if (!associated.known) return undefined;
  if (associated.value) return draftRoute(required, associated.value.id, now);
  const location = regionOf(place.network.location);
  if (location === undefined) return undefined;
  const usedIds = model.routeTables.map((one) => one.id);
  const name = `rt-${place.subnet.name}`;
  const id = newResourceId(place, { type: 'routeTables', name, usedIds });
  const withTable = withPart(now.draft, 'route-table', {
    changes: [
      { type: 'routeTable', id, before: null, after: { location } },
      subnetWith(place.subnet, { routeTable: id }),
    ],
    notes: [reason('fix.note.newTable', { subnet: place.subnet.name })],
  });
  const draft = withTable ?? now.draft;
  const tableId = tableOf(draft) ?? id;
  const emptyTable = {
    ...now.context,
    model: applyFix(model, { changes: tableChanges(draft) }),
  };
  return draftRoute(required, tableId, { draft, context: emptyTable });
}

function tableChanges({ parts }: Draft): readonly ResourceChange[] {
  return parts.get('route-table')?.changes ?? [];
}

/** Returns the route table that an earlier flow of this draft created. */
function tableOf(draft: Draft): ResourceId | undefined {
  return tableChanges(draft)[0]?.id;
}

/**
 * Drafts a rule for the remote side before any deny rule, so that it no longer matters whether a broader tag includes
 * it.
 */
function draftAgainstUnknown(required: RequiredFlow, { draft, context }: DraftState): Draft | undefined {
  const { model, place } = context;
  const group = securityGroupOf(model, place.subnet);
  const rules = writtenRules(model, place.subnet, required.template.direction);
  if (!group.known || group.value === null || !rules.known) return undefined;
  const denies = (rules.value ?? []).filter((rule) => rule.access === 'Deny').map((rule) => rule.priority);
  return withRule(draft, { ...required, groupId: group.value.id, below: Math.min(beforeNothing, ...denies) });
}
