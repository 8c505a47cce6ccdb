import { expect, test } from 'vitest';
import type { NetworkList, NetworkRow, SubnetList, SubnetRow } from '@contract/wizard/lists';
import { messagesIn } from '../../../support/messages-in';
import type { ListColumn, ListRow } from '../../../../webview-ui/src/list/list-row';
import { networkColumns, subnetColumns } from '../../../../webview-ui/src/sections/list-columns';
import { networkRows, subnetRows } from '../../../../webview-ui/src/sections/list-rows';
import { rowMatches, parseFilter } from '../../../../webview-ui/src/list/match';

const say = messagesIn('en');

const network = (name: string, more: Partial<NetworkRow> = {}): NetworkRow => ({
  id: name,
  name,
  resourceGroup: 'rg-hub',
  region: 'West Europe',
  addresses: '10.0.0.0/22',
  more: '',
  ranges: [[0x0a000000, 0x0a0003ff]],
  subnets: 1,
  outcome: null,
  unfit: null,
  ...more,
});

const list = (...rows: NetworkRow[]): NetworkList => ({ state: { is: 'ready' }, resourceGroups: [], rows });

test('a network is announced as a sentence, with its result or why it can’t be used', () => {
  const rows = networkRows(
    list(
      network('a', { outcome: { icon: 'pass', text: '1 of 1 ready' } }),
      network('b', { unfit: 'Other region' }),
    ),
    '',
    say,
  );
  expect(rows.map((row) => row.spoken)).toEqual([
    'a, rg-hub, West Europe, 10.0.0.0/22, 1 subnet, 1 of 1 ready',
    'b, rg-hub, West Europe, 10.0.0.0/22, 1 subnet, can’t be used: Other region',
  ]);
});

test('a resource group narrows the list, ignoring case', () => {
  const rows = networkRows(
    list(network('a'), network('b', { resourceGroup: 'RG-Spokes' })),
    'rg-spokes',
    say,
  );
  expect(rows.map((row) => row.name)).toEqual(['b']);
});

test('a subnet is also found by its network', () => {
  const subnets: SubnetList = {
    state: { is: 'ready' },
    networkName: 'vnet-hub',
    rows: [
      {
        id: 's',
        name: 'snet-training',
        addresses: '10.0.1.0/26',
        ranges: [],
        free: '47',
        securityGroup: 'nsg-training',
        routeTable: '–',
        outboundAccess: 'ng-weu (NAT)',
        more: '',
        outcome: null,
        unfit: null,
        spoken: '',
      },
    ],
  };
  const [row] = subnetRows(subnets, network('vnet-hub'));
  expect(rowMatches(row!, parseFilter('vnet-hub training'))).toBe(true);
  expect(rowMatches(row!, parseFilter('vnet-other'))).toBe(false);
});

test('each column of a subnet or a network has its cell', () => {
  const subnet: SubnetRow = {
    id: 's',
    name: 'snet-training',
    addresses: '10.0.0.0/26',
    ranges: [[0x0a000000, 0x0a00003f]],
    free: '59',
    securityGroup: 'nsg-training',
    routeTable: 'rt-training',
    outboundAccess: 'ng-ml (NAT)',
    more: '',
    outcome: null,
    unfit: null,
    spoken: '',
  };
  const subnets = subnetRows({ state: { is: 'ready' }, networkName: 'vnet-ml', rows: [subnet] }, undefined);
  const networks = networkRows(list(network('a')), '', say);
  const shown = (columns: readonly ListColumn[], [row]: readonly ListRow[]): readonly unknown[] =>
    columns.filter(({ id }) => id !== 'name').map(({ id }) => row?.cells[id]);
  expect(shown(subnetColumns(say), subnets)).toEqual([
    '10.0.0.0/26',
    '59',
    'nsg-training',
    'rt-training',
    'ng-ml (NAT)',
  ]);
  expect(shown(networkColumns(say), networks)).toEqual(['rg-hub', 'West Europe', '10.0.0.0/22', '1']);
});
