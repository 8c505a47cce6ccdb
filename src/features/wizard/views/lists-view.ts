import type { NetworkList, NetworkRow, SubnetList, SubnetRow } from '../../../contract/wizard/lists';
import type { OutcomeCell } from '../../../contract/wizard/shared-schemas';
import { parsePrefix } from '../../../core/addresses/prefix';
import type { Known } from '../../../core/known';
import { nameOf, segmentOf } from '../../../core/network/find';
import type { Reason } from '../../../core/reason';
import type { Subnet, VirtualNetwork } from '../../../core/network/model';
import type { MessageKey } from '../../../messages/en/catalog';
import { sayReason, type Say } from '../../../messages/say';
import { subnetCapacity } from '../../../core/network/subnet-capacity';
import { chosenNetwork, chosenSubscription, reservedAddresses } from '../selection';
import { formatRowOutcome } from '../row-outcomes';
import { loadedValue, type WizardState, type RowOutcome } from '../state';
import {
  chooseAccountAction,
  chooseSubscriptionAction,
  listStateOf,
  proposeNetworkAction,
  type ListText,
} from './list-state';
import { formatRegion } from '../../../wording/region-text';
import { formatOutboundAccess, labeledOutboundAccess } from './outbound-access-text';

/** Returns all networks, those that fit first. */
export function networkListView(say: Say, state: WizardState): NetworkList {
  const model = loadedValue(state.networks);
  const rows = (model?.virtualNetworks ?? []).map((one) => networkRow(say, state, one));
  const subscription = chosenSubscription(state)?.name ?? '';
  const list = mapLoaded(state, rows);
  const empty = {
    text: say('list.noNetwork', { subscription }),
    actions: [chooseSubscriptionAction(say), proposeNetworkAction(say)],
    retry: 'readNetworks',
    forbidden: mayNotRead(say, state),
  };
  const groups = [...new Set(rows.map((one) => one.resourceGroup))].sort((a, b) => a.localeCompare(b));
  return {
    state: listStateOf(say, list, empty),
    resourceGroups: groups,
    rows: ordered(state, rows),
  };
}

/** Returns the subnets of the chosen network, those that fit first. */
export function subnetListView(say: Say, state: WizardState): SubnetList {
  const network = chosenNetwork(state);
  const rows = (network?.subnets ?? []).map((subnet) =>
    subnetRowView(say, state, {
      subnet,
      outcome: formatRowOutcome(say, state.rows.outcome(subnet.id)),
      unfit: state.rows.unfit(subnet.id),
    }),
  );
  if (!network) return { state: { is: 'waiting' }, networkName: null, rows: [] };
  const empty = { text: say('list.noSubnet', { network: network.name }), actions: [], retry: 'readNetworks' };
  const list = listStateOf(say, mapLoaded(state, rows), empty);
  return { state: list, networkName: network.name, rows: ordered(state, rows) };
}

/** Returns the text for a list without permission: another subscription or account can have readable networks. */
function mayNotRead(say: Say, state: WizardState): ListText['forbidden'] {
  return {
    text: say('list.mayNotRead', { scope: chosenSubscription(state)?.name ?? '' }),
    actions: [chooseSubscriptionAction(say), chooseAccountAction(say)],
  };
}

function mapLoaded<T>(state: WizardState, rows: readonly T[]) {
  return state.networks.is === 'ready' ? { ...state.networks, value: rows } : state.networks;
}

function networkRow(say: Say, state: WizardState, network: VirtualNetwork): NetworkRow {
  const { location, addressPrefixes } = network;
  const why = whyNoneFits(state, network);
  const resourceGroup = segmentOf(network.id, 'resourceGroups') ?? '';
  const region = location.known ? formatRegion(location.value) : say('list.notReadable');
  const addresses = prefixText(say, addressPrefixes);
  const more = [
    resourceGroup,
    location.known ? region : labeled(say, 'page.column.region', region),
    addressPrefixes.known ? addresses : labeled(say, 'page.column.addresses', addresses),
  ];
  return {
    id: network.id,
    name: network.name,
    resourceGroup,
    region,
    addresses,
    more: more.join(' · '),
    ranges: rangesOf(network.addressPrefixes),
    subnets: network.subnets.length,
    outcome: formatRowOutcome(say, state.rows.outcome(network.id)),
    unfit: why ? sayReason(say, why) : null,
  };
}

/** Returns the first subnet's reason if none of them fits; null for a network without subnets. */
function whyNoneFits(state: WizardState, { subnets }: VirtualNetwork): Reason | null {
  let first: Reason | null = null;
  for (const { id } of subnets) {
    const why = state.rows.unfit(id);
    if (why === null) return null;
    first ??= why;
  }
  return first;
}

interface CheckedSubnet {
  readonly subnet: Subnet;
  readonly outcome: OutcomeCell | null;
  /** Why it can't be used for the plan; null if it can. */
  readonly unfit: Reason | null;
}

/** Returns a subnet with its associated resources, and its result for the plan. */
export function subnetRowView(
  say: Say,
  state: WizardState,
  { subnet, outcome, unfit }: CheckedSubnet,
): SubnetRow {
  const { free } = subnetCapacity(subnet, reservedAddresses(state, subnet.id));
  const row = {
    id: subnet.id,
    name: subnet.name,
    addresses: prefixText(say, subnet.addressPrefixes),
    ranges: rangesOf(subnet.addressPrefixes),
    free: freeText(say, state, free),
    securityGroup: associatedName(say, subnet.securityGroup),
    routeTable: associatedName(say, subnet.routeTable),
    outboundAccess: formatOutboundAccess(say, state, subnet),
    outcome,
    unfit: unfit ? sayReason(say, unfit) : null,
  };
  const more = [
    subnet.addressPrefixes.known ? row.addresses : labeled(say, 'page.column.addresses', row.addresses),
    /^\d+$/.test(row.free) ? say('list.free', { n: row.free }) : labeled(say, 'page.column.free', row.free),
    ...namedParts(say, subnet),
    labeledOutboundAccess(say, state, subnet),
  ];
  return { ...row, more: more.join(' · '), spoken: spokenSubnet(say, row) };
}

/** Returns the subnet's NSG and route table, if it has them. */
function namedParts(say: Say, { securityGroup, routeTable }: Subnet): readonly string[] {
  const parts = [
    { title: 'page.column.securityGroup', id: securityGroup },
    { title: 'page.column.routeTable', id: routeTable },
  ] as const;
  return parts.flatMap(({ title, id }) => {
    if (!id.known) return [labeled(say, title, say('list.notReadable'))];
    return id.value === null ? [] : [nameOf(id.value)];
  });
}

/** Formats a text with the title of its column, for a line without titles. */
export function labeled(say: Say, title: MessageKey, text: string): string {
  return say('page.labelled', { label: say(title), text });
}

/** Formats the number of free addresses. If other compute resources couldn't be read, it's an upper bound. */
function freeText(say: Say, state: WizardState, free: number | null): string {
  if (free === null) return say('list.notReadable');
  return state.computes.is === 'problem' && state.earlierComputeResources === null
    ? say('list.atMost', { n: free })
    : String(free);
}

function spokenSubnet(say: Say, row: Omit<SubnetRow, 'more' | 'spoken'>): string {
  if (row.unfit !== null) {
    return say('list.subnetSpokenUnfit', { name: row.name, addresses: row.addresses, why: row.unfit });
  }
  return say('list.subnetSpoken', {
    name: row.name,
    addresses: row.addresses,
    free: row.free,
    group: row.securityGroup,
    table: row.routeTable,
    outboundAccess: row.outboundAccess,
    outcome: row.outcome?.text ?? '',
  });
}

function associatedName(say: Say, id: Known<string | null>): string {
  if (!id.known) return say('list.notReadable');
  return id.value === null ? say('list.none') : nameOf(id.value);
}

export function prefixText(say: Say, prefixes: Known<readonly string[]>): string {
  return prefixes.known ? prefixes.value.join(', ') : say('list.notReadable');
}

function rangesOf(prefixes: Known<readonly string[]>): [number, number][] {
  if (!prefixes.known) return [];
  return prefixes.value.flatMap((text): [number, number][] => {
    const prefix = parsePrefix(text);
    return prefix ? [[prefix.first, prefix.last]] : [];
  });
}

interface OrderedRow {
  readonly id: string;
  readonly name: string;
  readonly unfit: string | null;
}

/**
 * Sorts rows: fitting ones first; then by ready, with warnings, by default rules, unknown or appliance, errors; then by
 * name.
 */
export function ordered<T extends OrderedRow>(state: WizardState, rows: readonly T[]): T[] {
  const rankOf = (row: T): number => rank(state.rowOrder.get(row.id));
  return [...rows].sort(
    (a, b) => Number(a.unfit !== null) - Number(b.unfit !== null) || rankOf(a) - rankOf(b) || byName(a, b),
  );
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name.localeCompare(b.name);
}

const ranks: Readonly<Record<OutcomeCell['icon'], number>> = {
  pass: 0,
  warning: 1,
  'pass-default': 2,
  info: 2,
  unknown: 3,
  appliance: 3,
  error: 4,
  pending: 5,
  unfit: 6,
};

function rank(outcome: RowOutcome | undefined): number {
  return outcome ? ranks[outcome.icon] : ranks.pending;
}
