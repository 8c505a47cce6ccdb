import type { NewNetworkView } from '../../../contract/wizard/new-network';
import { usableAddresses } from '../../../checks/settings/addresses';
import type { CompletedNetwork } from '../../../checks/new-network/complete-proposed-network';
import {
  networkFields,
  type NetworkConnection,
  type NetworkField,
} from '../../../checks/new-network/propose-network';
import { known, valueOr } from '../../../core/known';
import { idUpTo, nameOf, sameId } from '../../../core/network/find';
import type { Direction, ResourceId } from '../../../core/network/model';
import type { ProposedPeering } from '../../../core/network/proposed-network';
import {
  addedRules,
  associationsOf,
  createdParts,
  type AssociatedType,
  type CreatedPart,
  type NewRule,
  type ResourceChange,
} from '../../../core/resource-change';
import { zoneOf } from '../../../core/service-change';
import { sayReason, type Say } from '../../../messages/say';
import { formatType } from '../../../wording/change-text';
import { chosenWorkspace, isProposing } from '../selection';
import { peeringRequest } from '../peering-request';
import type { Proposal } from '../proposal';
import type { WizardState } from '../state';
import { newRuleCells, ruleColumns } from './fix-tables';
import { formatRegion } from '../../../wording/region-text';

/** Returns a proposed network: its fields, and the resources to create; null if an existing one is chosen. */
export function newNetworkViewOf(say: Say, state: WizardState): NewNetworkView | null {
  const { proposal } = state;
  if (!proposal || !isProposing(state)) return null;
  const region = formatRegion(proposal.proposed.location);
  return {
    fields: networkFields.map((field) => ({
      field,
      label: say(`newNetwork.${field}`),
      value: proposal.proposed[field],
      ...underField(say, state, { proposal, field }),
    })),
    region: say('newNetwork.region.line', { region }),
    connection: connectionView(say, state, proposal),
    tables: proposal.completed ? tablesOf(say, proposal) : [],
  };
}

function connectionView(say: Say, state: WizardState, { completed }: Proposal): NewNetworkView['connection'] {
  if (!completed?.connections) return null;
  const { endpoint, peering } = completed.connections;
  const workspace = chosenWorkspace(state)?.name ?? '';
  const isRequested = peeringRequest(say, state) !== null;
  const help = isRequested ? { id: 'copyPeeringRequest', label: say('newNetwork.peering.copy') } : null;
  const line = (value: NetworkConnection): string => say(`newNetwork.endpoint.${value}.line`);
  return {
    label: say('newNetwork.endpoint', { workspace }),
    chosen: chosenConnection(completed),
    choices: [
      {
        value: 'none',
        label: say('newNetwork.endpoint.none'),
        line: line('none'),
        available: true,
        help: null,
      },
      ...(endpoint
        ? [
            {
              value: 'endpoint' as const,
              label: say('newNetwork.endpoint.endpoint'),
              line: line('endpoint'),
              available: true,
              help: null,
            },
          ]
        : []),
      peering.is === 'possible'
        ? {
            value: 'peering',
            label: say('newNetwork.endpoint.peering', { network: peering.network.name }),
            line: [line('peering'), ...unlinkedText(say, completed)].join(' '),
            available: true,
            help,
          }
        : {
            value: 'peering',
            label: say('newNetwork.endpoint.peeringRefused'),
            line: sayReason(say, peering.because),
            available: false,
            help,
          },
    ],
  };
}

/** Returns the connection that the files create, which isn't the chosen one if that isn't possible. */
function chosenConnection({ connected, peering }: CompletedNetwork): NetworkConnection {
  if (peering) return 'peering';
  return connected ? 'endpoint' : 'none';
}

/** Names the DNS zones that another person has to link, once the peering is chosen. */
function unlinkedText(say: Say, { unlinked }: CompletedNetwork): readonly string[] {
  return unlinked.length === 0 ? [] : [say('newNetwork.peering.unlinked', { zones: unlinked })];
}

type Under = Pick<NewNetworkView['fields'][number], 'under' | 'is'>;

function underField(
  say: Say,
  state: WizardState,
  { proposal, field }: { readonly proposal: Proposal; readonly field: NetworkField },
): Under {
  const { proposed, faults, advice } = proposal;
  const fault = faults[field];
  if (fault) return { under: sayReason(say, fault), is: 'error' };
  switch (field) {
    case 'addressSpace':
      return advice ? { under: sayReason(say, advice), is: 'warning' } : { under: '', is: 'fine' };
    case 'resourceGroup':
      return { under: say(groupKey(state, proposed.resourceGroup)), is: 'fine' };
    case 'subnetPrefix':
      return { under: say('newNetwork.usable', { n: usableIn(proposed.subnetPrefix) }), is: 'fine' };
    case 'name':
    case 'subnetName':
      return { under: '', is: 'fine' };
  }
}

function groupKey(state: WizardState, group: string): 'newNetwork.groupOwn' | 'newNetwork.groupElsewhere' {
  const own = chosenWorkspace(state)?.resourceGroup.toLowerCase();
  return group.toLowerCase() === own ? 'newNetwork.groupOwn' : 'newNetwork.groupElsewhere';
}

function usableIn(prefix: string): number {
  return valueOr(usableAddresses({ addressPrefixes: known([prefix]) }), 0);
}

type Table = NewNetworkView['tables'][number];

function tablesOf(say: Say, { proposed, completed }: Proposal): Table[] {
  const changes = (completed?.fixes ?? []).flatMap((fix) => fix.changes);
  const region = formatRegion(proposed.location);
  const parts = createdParts(changes);
  const createdRows = parts.map((one) => [
    nameOf(one.id),
    formatType(say, one.type),
    createdPartText(say, one, changes),
  ]);
  const group = parts.find(({ type }) => type === 'securityGroup');
  const name = nameOf(group?.id ?? '');
  return [
    {
      title: say('newNetwork.created'),
      columns: [say('preview.columnResource'), say('preview.columnType'), say('preview.columnSetting')],
      rows: [
        [proposed.name, say('page.network'), `${proposed.addressSpace}, ${region}`],
        [proposed.subnetName, say('preview.type.subnet'), subnetWords(say, proposed.subnetPrefix)],
        ...createdRows,
        ...peeringRows(say, completed?.peering ?? null),
        ...endpointRows(say, changes),
      ],
    },
    ...(['Outbound', 'Inbound'] as const).flatMap((direction) =>
      ruleTable(say, { name, direction, changes }),
    ),
  ];
}

/** Returns the rows of the peerings of both networks. */
function peeringRows(say: Say, peering: ProposedPeering | null): string[][] {
  if (!peering) return [];
  const networkOf = (id: ResourceId): string => nameOf(idUpTo(id, 'virtualNetworkPeerings'));
  const { here, there } = peering;
  return [
    [here, there],
    [there, here],
  ].map(([id = '', other = '']) => [
    nameOf(id),
    say('preview.type.peering'),
    say('newNetwork.peering.fromTo', { from: networkOf(id), to: networkOf(other) }),
  ]);
}

/** Returns the rows of the private endpoint and its DNS zones, and of links of zones. */
function endpointRows(say: Say, changes: readonly ResourceChange[]): string[][] {
  return changes.flatMap((one) => {
    if (one.type === 'zone') return [[nameOf(one.id), formatType(say, one.type), '']];
    if (one.type === 'zoneLink') {
      return [[nameOf(one.id), formatType(say, one.type), nameOf(zoneOf(one.id))]];
    }
    if (one.type !== 'endpoint' || one.after === null) return [];
    return [[nameOf(one.id), formatType(say, one.type), nameOf(one.after.target)]];
  });
}

/** Returns “10.40.0.0/26, no address lent by Azure”. */
function subnetWords(say: Say, prefix: string): string {
  return `${prefix}, ${say('newNetwork.privateSubnet')}`;
}

/** Describes a new resource: the other new ones that it refers to, or its number of rules. */
function createdPartText(say: Say, part: CreatedPart, changes: readonly ResourceChange[]): string {
  const wording: Readonly<Record<AssociatedType, () => string>> = {
    securityGroup: () => say('review.picture.rules', { n: rulesOf(changes).length }),
    publicIpAddress: () => [part.sku ?? '', say('preview.static')].filter(Boolean).join(', '),
    natGateway: () => [part.sku ?? '', ...inside(part, changes)].filter(Boolean).join(', '),
    routeTable: () => '',
  };
  return wording[part.type]();
}

function inside({ id }: CreatedPart, changes: readonly ResourceChange[]): readonly string[] {
  return changes.flatMap(associationsOf).flatMap((one) => (sameId(one.to, id) ? [nameOf(one.id)] : []));
}

function rulesOf(changes: readonly ResourceChange[]): readonly NewRule[] {
  return addedRules(changes).map(({ rule }) => rule);
}

function ruleTable(
  say: Say,
  of: { readonly name: string; readonly direction: Direction; readonly changes: readonly ResourceChange[] },
): Table[] {
  const rules = rulesOf(of.changes)
    .filter((one) => one.direction === of.direction)
    .sort((a, b) => a.priority - b.priority);
  if (rules.length === 0) return [];
  const direction = say(of.direction === 'Outbound' ? 'detail.outbound' : 'detail.inbound');
  return [
    {
      title: say('newNetwork.rulesOf', { name: of.name, direction, n: rules.length }),
      columns: ruleColumns(say).map((one) => one.label),
      rows: rules.map((one) => newRuleCells(say, one)),
    },
  ];
}
