import type { FixPreview, FixTable } from '../../../contract/wizard/fix-preview';
import {
  changedResource,
  changedResources,
  type FixFlow,
  type FixStep,
  type NewRule,
} from '../../../core/fix';
import { nameOf, sameId } from '../../../core/network/find';
import type { NetworkModel, Route, SecurityGroup, SecurityRule } from '../../../core/network/model';
import type { OtherSubnet } from '../../../checks/fixes/other-subnets';
import type { MessageKey } from '../../../messages/en/catalogue';
import type { Say } from '../../../messages/say';
import { requirementName } from '../../../wording/requirement-words';
import { otherSubnets } from '../other-subnets';
import { newRuleOf } from '../new-rule-of';
import type { FixInPreview, WizardState } from '../state';
import { subnetVerdict } from '../row-verdicts';
import { ruleTable, routeTable } from './fix-tables';

/** What a fix changes, proven, before anybody presses a button. */
export function fixView(say: Say, state: WizardState): FixPreview | null {
  const { preview } = state;
  if (!preview) return null;
  const { model } = preview;
  const others = otherSubnets(state, model, preview.fix);
  return {
    id: preview.id,
    ...headWords(say, preview, others),
    flows: preview.ids.map((id) => flowView(say, id, preview)),
    tables: tables(say, model, preview),
    opens: preview.fix.opens.map((flow) => ({
      text: flowText(say, 'preview.opensFlow', flow),
      wide: isWide(flow),
    })),
    closes:
      preview.fix.closes.length === 0
        ? say('preview.closesNothing')
        : preview.fix.closes.map((flow) => flowText(say, 'preview.closesFlow', flow)).join(', '),
    alsoUses: alsoUses(say, others, preview),
    state: preview.state,
    outcome: preview.outcome,
    cannotApply: null,
  };
}

function headWords(
  say: Say,
  preview: FixInPreview,
  others: readonly OtherSubnet[],
): Pick<FixPreview, 'heading' | 'proof'> {
  const n = preview.ids.length;
  const subnet = nameOf(preview.subnetId);
  const names = changedResources(preview.fix.steps).map(nameOf).join(', ');
  const rules = preview.fix.steps.filter((one) => one.do === 'insert' && one.what === 'rule').length;
  const routes = preview.fix.steps.filter((one) => one.do === 'insert' && one.what === 'route').length;
  const parts = [
    ...(rules > 0 ? [say('preview.addsRules', { n: rules })] : []),
    ...(routes > 0 ? [say('preview.addsRoutes', { n: routes })] : []),
  ];
  return {
    heading: say('preview.heading', { n, subnet }),
    proof: say(proofKey(n, others), { parts: parts.join(say('preview.and')), names, n, subnet }),
  };
}

/** The proof is about the chosen subnet: where another one loses, it does not speak for all. */
function proofKey(n: number, others: readonly OtherSubnet[]): MessageKey {
  if (others.some(({ worse }) => worse.length > 0)) {
    return n === 1 ? 'preview.proofOneHere' : 'preview.proofHere';
  }
  return n === 1 ? 'preview.proofOne' : 'preview.proof';
}

function flowView(say: Say, id: string, preview: FixInPreview): FixPreview['flows'][number] {
  const after = preview.after.find((one) => one.requirement === id);
  const subject = after?.subject;
  const what = subject
    ? say('preview.flowWhat', {
        protocol: subject.protocol === 'Any' ? say('subject.any') : subject.protocol,
        ports: subject.ports,
        remote: subject.remote,
      })
    : '';
  const by = after ? newRuleOf(after, preview.fix) : null;
  return {
    id,
    name: requirementName(say, id),
    what,
    result: by ? say('preview.newRule', { priority: by.priority }) : say('preview.newRoute'),
  };
}

function tables(say: Say, model: NetworkModel, preview: FixInPreview): FixTable[] {
  const resources = changedResources(preview.fix.steps);
  return resources.flatMap((id) => {
    const steps = preview.fix.steps.filter((one) => changedResource(one) === id);
    const group = model.securityGroups.find((one) => sameId(one.id, id));
    if (group) return ruleTables(say, group, steps);
    const table = model.routeTables.find((one) => sameId(one.id, id));
    return table
      ? [routeTable(say, { table: table.name, routes: routesOf(table.routes), added: newRoutes(steps) })]
      : [];
  });
}

function ruleTables(say: Say, group: SecurityGroup, steps: readonly FixStep[]): FixTable[] {
  const rules: readonly SecurityRule[] = group.rules.known ? group.rules.value : [];
  return (['Outbound', 'Inbound'] as const).flatMap((direction) => {
    const added = steps.flatMap((one): NewRule[] =>
      one.do === 'insert' && one.what === 'rule' && one.rule.direction === direction ? [one.rule] : [],
    );
    return added.length > 0 ? [ruleTable(say, { group: group.name, direction, rules, added })] : [];
  });
}

function routesOf(routes: { known: true; value: readonly Route[] } | { known: false }): readonly Route[] {
  return routes.known ? routes.value : [];
}

function newRoutes(steps: readonly FixStep[]) {
  return steps.flatMap((one) => (one.do === 'insert' && one.what === 'route' ? [one.route] : []));
}

function isWide(flow: FixFlow): boolean {
  return ['Internet', '*', 'Any', '0.0.0.0/0'].includes(flow.remote);
}

function flowText(
  say: Say,
  key: Extract<MessageKey, 'preview.opensFlow' | 'preview.closesFlow'>,
  flow: FixFlow,
): string {
  const isAll = flow.protocol === 'Any' && flow.ports === 'any';
  if (isAll && key === 'preview.opensFlow') {
    return say('preview.opensAll', { remote: flow.remote, n: flow.ranges });
  }
  const protocol = flow.protocol === 'Any' ? say('subject.any') : flow.protocol;
  return say(key, { protocol, ports: flow.ports, remote: flow.remote, n: flow.ranges });
}

/** Other subnets of a changed group or table, each judged as it will be. */
function alsoUses(say: Say, others: readonly OtherSubnet[], preview: FixInPreview): FixPreview['alsoUses'] {
  const first = preview.fix.steps[0];
  if (others.length === 0 || !first) return null;
  return {
    title: say('preview.alsoUses', { name: nameOf(changedResource(first)) }),
    subnets: others.map((one) => ({ name: nameOf(one.subnetId), text: otherSubnetText(say, one) })),
  };
}

function otherSubnetText(say: Say, other: OtherSubnet): string {
  if (!other.before || !other.after) return say('preview.cannotBeJudged');
  const before = subnetVerdict(say, { ...other.before, toAppliance: false }).text;
  if (other.changed.length === 0) return say('preview.notOpenedThere', { verdict: before });
  const after = subnetVerdict(say, { ...other.after, toAppliance: false }).text;
  const names = other.changed.map((id) => requirementName(say, id)).join(', ');
  const text = { names, before, after };
  return other.withoutPublicIp ? say('preview.closedThere', text) : say('preview.openedThere', text);
}
