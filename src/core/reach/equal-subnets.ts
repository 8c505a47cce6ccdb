import { equals, isEmpty } from '../addresses/interval-set';
import { valueOr } from '../known';
import type { SecurityRule } from '../network/model';
import { createAnswers, valueOrReason, type FlowAnswerCache } from './flow-result-cache';
import type { SubnetPlace } from './subnet-place';
import type { SubnetReachContext } from './subnet-reach-context';
import type { Vocabulary } from './vocabulary';

/** Outcomes of flows that subnets share. */
export interface SharedOutcomes {
  readonly answers: FlowAnswerCache;
  /** Whether all of a flow fails, by its query. */
  readonly failing: Map<string, boolean>;
}

/** Inputs of the outcomes of a subnet's flows, besides the flow and the outbound access. */
interface Basis {
  readonly objects: readonly unknown[];
  readonly text: string;
}

interface CachedOutcomes extends SharedOutcomes {
  readonly basis: Basis;
}

/** Shares outcomes between the subnets of one network in one model. */
export class EqualSubnets {
  readonly #kept: CachedOutcomes[] = [];

  /**
   * Returns the outcomes of subnets that have the same for each flow. Their addresses are the near side of every
   * packet, and each rule matches all of them or none of them.
   * @returns undefined if a rule matches a part of the subnet's addresses, or if something else can differ
   */
  outcomesOf(place: SubnetPlace, subnetContext: SubnetReachContext): SharedOutcomes | undefined {
    const basis = basisOf(place, subnetContext);
    if (!basis) return undefined;
    const before = this.#kept.find((one) => isSame(one.basis, basis));
    if (before) return before;
    const own = { basis, answers: createAnswers(undefined), failing: new Map<string, boolean>() };
    this.#kept.push(own);
    return own;
  }
}

function isSame(a: Basis, b: Basis): boolean {
  return a.text === b.text && a.objects.every((one, at) => one === b.objects[at]);
}

function basisOf(place: SubnetPlace, { vocabulary, spaces }: SubnetReachContext): Basis | undefined {
  const { network, subnet, securityGroup, routeTable, tags } = place;
  if (!vocabulary.localKnown || isEmpty(vocabulary.local) || !isPlain(place)) return undefined;
  const group = securityGroup.known ? securityGroup.value : null;
  const rules = group ? valueOr(group.rules, []) : [];
  const sides = [
    ...rules.map((rule) => nearSideOf(rule, vocabulary)),
    ...ofDefaultRules.map((texts) => sideOf(texts, vocabulary)),
  ];
  if (sides.includes('part')) return undefined;
  return {
    objects: [network, tags, valueOrReason(securityGroup), valueOrReason(routeTable)],
    text: JSON.stringify([sides, subnet.serviceEndpoints, [...spaces.own]]),
  };
}

/** Returns whether the routes and firewalls are those of the whole network. */
function isPlain({ model, network, subnet }: SubnetPlace): boolean {
  return (
    model.firewalls.length === 0 &&
    network.addressPrefixes.known &&
    network.peerings.known &&
    network.peerings.value.every(({ parts }) => parts === undefined) &&
    (network.adminRules === undefined ||
      (network.adminRules.known && network.adminRules.value.length === 0)) &&
    subnet.effectiveRoutes === undefined
  );
}

/** Near sides of default rules. */
const ofDefaultRules = [['*'], ['VirtualNetwork']];

/** The part of the subnet's addresses that a rule matches. */
type NearSide = 'all' | 'none' | 'part';

function nearSideOf({ direction, sources, destinations }: SecurityRule, vocabulary: Vocabulary): NearSide {
  if (!direction.known) return 'part';
  const near = direction.value === 'Outbound' ? sources : destinations;
  // Addresses that weren't read may be any of the subnet's.
  return near.known ? sideOf(near.value, vocabulary) : 'all';
}

function sideOf(texts: readonly string[], { local, localMeaningOf }: Vocabulary): NearSide {
  const { certain, possible } = localMeaningOf(texts);
  if (possible.length > 0) return 'part';
  if (isEmpty(certain)) return 'none';
  return equals(certain, local) ? 'all' : 'part';
}
