import type { NetworkList, NetworkRow, SubnetList, SubnetRow } from '@contract/wizard/lists';
import type { WorkspaceRow } from '@contract/wizard/plan';
import type { PageSay } from '@messages/page-say';
import type { ListRow } from '../list/list-row';

const dot = ' · ';

export function networkRows(list: NetworkList | null, group: string, say: PageSay): ListRow[] {
  const rows = list?.rows ?? [];
  return rows
    .filter((row) => group === '' || row.resourceGroup.toLowerCase() === group.toLowerCase())
    .map((row) => networkRow(row, say));
}

function networkRow(row: NetworkRow, say: PageSay): ListRow {
  const { resourceGroup, region, addresses, subnets, ...shown } = row;
  const { name, outcome, unfit } = shown;
  const parts = [name, resourceGroup, region, addresses, say('page.subnets.n', { n: subnets })];
  const fits = unfit === null ? (outcome?.text ?? null) : say('page.list.doesNotFit', { why: unfit });
  return {
    ...shown,
    tag: null,
    cells: { group: resourceGroup, region, addresses, subnets: String(subnets) },
    spoken: [...parts, ...(fits === null ? [] : [fits])].join(', '),
    foundBy: '',
  };
}

/** Returns the rows of the chosen network. A filter that matches the network also matches them. */
export function subnetRows(list: SubnetList | null, network: NetworkRow | undefined): ListRow[] {
  const foundBy = network ? [network.name, network.resourceGroup, network.region].join('\n') : '';
  return (list?.rows ?? []).map((row) => subnetRow(row, foundBy));
}

function subnetRow(row: SubnetRow, foundBy: string): ListRow {
  const { addresses, free, securityGroup, routeTable, outboundAccess, ...shown } = row;
  return {
    ...shown,
    tag: null,
    cells: { addresses, free, securityGroup, routeTable, outboundAccess },
    foundBy,
  };
}

export function workspaceRows(rows: readonly WorkspaceRow[], say: PageSay): ListRow[] {
  return rows.map(({ id, name, resourceGroup, region, privateLink, network, kind, outcome, spoken }) => ({
    id,
    name,
    tag: null,
    cells: {
      kind: kind ?? say('page.workspace.plain'),
      group: resourceGroup,
      region,
      privateLink,
    },
    more: [
      ...(kind === null ? [] : [kind]),
      resourceGroup,
      region,
      ...(outcome?.text === network ? [] : [network]),
    ].join(dot),
    spoken: outcome === null ? spoken : `${spoken}, ${outcome.text}`,
    outcome,
    unfit: null,
    foundBy: '',
    ranges: [],
  }));
}
