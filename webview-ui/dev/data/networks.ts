import type { NetworkList, NetworkRow, SubnetList, SubnetRow } from '@contract/wizard/lists';
import type { VerdictCell } from '@contract/wizard/words';
import { rangeOf } from './addresses';

const cell = (icon: VerdictCell['icon'], text: string): VerdictCell => ({ icon, text });

/** Verdicts that the host tells when a row comes into view. */
export const judged: Readonly<Record<string, VerdictCell>> = {
  'vnet-ml-dev-weu': cell('pass', '1 of 4 ready'),
  'vnet-ml-prod-weu': cell('error', '1 of 8 ready, 3 to fix'),
  'vnet-spoke-risk-weu': cell('appliance', 'Goes to an appliance'),
  'vnet-spoke-0007': cell('pass-default', '2 of 2, by default rules'),
  'snet-train-gpu': cell('pass', 'Ready'),
  'snet-training': cell('error', '3 to fix, 1 unknown'),
  'snet-scoring': cell('error', '3 to fix, 1 unknown'),
  'snet-sandbox': cell('error', '1 to fix'),
};

export function verdictOf(id: string): VerdictCell {
  return judged[id] ?? cell('pass-default', '2 of 2, by default rules');
}

type Told = readonly [name: string, group: string, region: string, prefix: string, subnets: number, unfit?: string];

function network([name, resourceGroup, region, prefix, subnets, unfit = '']: Told): NetworkRow {
  return {
    id: name,
    name,
    resourceGroup,
    region,
    addresses: prefix,
    ranges: [rangeOf(prefix)],
    subnets,
    verdict: null,
    unfit: unfit || null,
  };
}

const first: readonly Told[] = [
  ['vnet-ml-dev-weu', 'rg-network-dev', 'West Europe', '10.30.0.0/20', 4],
  ['vnet-ml-prod-weu', 'rg-network-prod', 'West Europe', '10.40.0.0/21', 8],
  ['vnet-spoke-risk-weu', 'rg-risk-platform', 'West Europe', '10.44.0.0/22', 3],
  ['vnet-spoke-0007', 'rg-spokes-01', 'West Europe', '10.128.7.0/24', 2],
];

const last: readonly Told[] = [
  ['vnet-lab-docker', 'rg-lab', 'West Europe', '172.17.0.0/16', 2, 'Overlaps 172.17.0.0/16'],
  ['vnet-ml-prod-neu', 'rg-network-prod', 'North Europe', '10.60.0.0/20', 5, 'Other region'],
  ['vnet-ml-dr-neu', 'rg-network-prod', 'North Europe', '10.61.0.0/20', 5, 'Other region'],
  ['vnet-classic', 'rg-lab', 'West Europe', '10.99.0.0/24', 1, 'Classic network'],
  ['vnet-hub-neu', 'rg-hub', 'North Europe', '10.0.0.0/22', 6, 'Other region'],
  ['vnet-hub-frc', 'rg-hub', 'France Central', '10.1.0.0/22', 6, 'Other region'],
];

/** `count` networks, the last six of them unfit. */
export function networks(count: number): NetworkList {
  const spokes = Array.from({ length: Math.max(0, count - first.length - last.length) }, (_, i): Told => {
    const number = i + 8;
    const name = `vnet-spoke-${String(number).padStart(4, '0')}`;
    const prefix = `10.${String(128 + Math.floor(number / 256))}.${String(number % 256)}.0/24`;
    return [name, `rg-spokes-${String(1 + (number % 30)).padStart(2, '0')}`, 'West Europe', prefix, 2];
  });
  const rows = [...first, ...spokes, ...last].slice(0, count).map(network);
  const resourceGroups = [...new Set(rows.map((row) => row.resourceGroup))].sort();
  return { state: { is: 'ready' }, resourceGroups, rows };
}

type ToldSubnet = readonly [
  name: string,
  prefix: string,
  free: string,
  group: string,
  table: string,
  wayOut: string,
  unfit?: string,
];

const nat = 'ng-ml-weu (NAT)';

const told: readonly ToldSubnet[] = [
  ['snet-train-gpu', '10.40.3.0/26', '51', 'nsg-train-gpu', '–', nat],
  ['snet-training', '10.40.4.0/26', '47', 'nsg-training', '–', nat],
  ['snet-scoring', '10.40.5.0/26', '40', 'nsg-training', '–', nat],
  ['snet-sandbox', '10.40.6.0/27', '27', 'nsg-sandbox', '–', 'none'],
  ['snet-batch-legacy', '10.40.1.64/27', '0', 'nsg-batch', '–', nat, 'Full, 0 free'],
  ['snet-dbx-private', '10.40.2.0/25', '96', 'nsg-dbx', '–', nat, 'Given to Databricks'],
  ['GatewaySubnet', '10.40.0.0/27', '25', '–', '–', '–', 'Reserved name'],
  ['AzureBastionSubnet', '10.40.0.64/26', '55', '–', '–', '–', 'Reserved name'],
];

function subnet([name, addresses, free, securityGroup, routeTable, wayOut, unfit = '']: ToldSubnet): SubnetRow {
  const spoken = [name, addresses, `${free} free`, `security group ${securityGroup}`, `way out ${wayOut}`];
  return {
    id: name,
    name,
    addresses,
    ranges: [rangeOf(addresses)],
    free,
    securityGroup,
    routeTable,
    wayOut,
    verdict: null,
    unfit: unfit || null,
    spoken: [...spoken, ...(unfit ? [`does not fit: ${unfit}`] : [])].join(', '),
  };
}

export function subnets(networkName: string | null): SubnetList {
  if (networkName === null) return { state: { is: 'waiting' }, networkName, rows: [] };
  return { state: { is: 'ready' }, networkName, rows: told.map(subnet) };
}
