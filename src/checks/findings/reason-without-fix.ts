import type { Finding } from '../../core/finding';
import { nameOf, readableRules, sameId } from '../../core/network/find';
import type { NetworkModel } from '../../core/network/model';
import { reason, type Reason } from '../../core/reason';
import { asNewRule } from '../fixes/to-new-rule';
import type { FixInput } from '../fixes/fix-input';
import { findingChecks, type FindingCheckId } from './finding-catalog';
import { draftRepair } from './draft-finding-fix';
import { isOfUnused } from './findings-of';

/** Returns why a finding doesn't have a fix although its kind can have one; undefined if its kind never has one. */
export function reasonWithoutFindingFix(input: FixInput, finding: Finding): Reason | undefined {
  const { check, place, assumptions } = finding;
  if (!findingChecks.some(({ id, fixable }) => id === check && fixable)) return undefined;
  const { name, resource } = place;
  const resourceName = nameOf(resource);
  if (isOfUnused(finding) && assumptions.length > 0) {
    return reason('finding.noFix.users', { group: resourceName });
  }
  if (isNamedTwice(input.model, finding)) {
    return reason('finding.noFix.twins', { name, holder: resourceName });
  }
  if (draftRepair(input, finding)) return reason('finding.noFix.worse');
  return isUnread(input.model, finding)
    ? reason('finding.noFix.unread', { name })
    : reason(undecided[check as FindingCheckId] ?? 'finding.noFix.unread', { name });
}

/** Decisions that the user has to make if everything about the rule or route is known. */
const undecided: Readonly<Partial<Record<FindingCheckId, string>>> = {
  'tag-in-address-list': 'finding.noFix.list',
  'misspelled-service-tag': 'finding.noFix.tag',
  'wrong-region-tag': 'finding.noFix.regions',
  'duplicate-route': 'finding.noFix.leads',
};

function isNamedTwice(model: NetworkModel, { place: { what, resource, name } }: Finding): boolean {
  const names =
    what === 'route'
      ? routesOf(model, resource).map((one) => one.name)
      : rulesOf(model, resource).map((one) => one.name);
  return names.filter((one) => sameId(one, name)).length > 1;
}

function isUnread(model: NetworkModel, { place: { what, resource, name } }: Finding): boolean {
  if (what === 'route') {
    const route = routesOf(model, resource).find((one) => sameId(one.name, name));
    return !route?.destination.known || !route.nextHop.known || !route.nextHopAddress.known;
  }
  const rule = rulesOf(model, resource).find((one) => sameId(one.name, name));
  return !rule || !asNewRule(rule);
}

function rulesOf({ securityGroups }: NetworkModel, id: string) {
  const group = securityGroups.find((one) => sameId(one.id, id));
  return group ? readableRules(group) : [];
}

function routesOf({ routeTables }: NetworkModel, id: string) {
  const table = routeTables.find((one) => sameId(one.id, id));
  return table?.routes.known ? table.routes.value : [];
}
