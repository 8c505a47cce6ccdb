import { connectAzure } from '../../src/azure/connect';
import { fixableIds } from '../../src/checks/fixes/find-fix';
import { checkSubnet } from '../../src/checks/check-subnet';
import { known } from '../../src/core/known';
import type { NetworkModel } from '../../src/core/network/model';
import type { PlanToCheck } from '../../src/core/plan';
import { createSampleAzure } from '../../src/sandbox/sample/create-sample-azure';
import { arrange } from '../../webview-ui/src/list/arrange';
import type { ListRow } from '../../webview-ui/src/list/list-row';
import { parseFilter } from '../../webview-ui/src/list/match';
import { medianMilliseconds, type Bench } from '../support/bench';
import { shippedTagFile, shippedTags } from '../support/shipped-tags';

const pageSize = 50;
const stop = new AbortController().signal;

interface Read {
  readonly model: NetworkModel;
  readonly calls: number;
  readonly pages: number;
  readonly milliseconds: number;
}

let reading: Promise<Read> | undefined;

/** Returns the whole network step with 516 networks, read once through the official clients. */
function read(): Promise<Read> {
  return (reading ??= readLargeSubscription());
}

async function readLargeSubscription(): Promise<Read> {
  const tags = shippedTagFile('public');
  const sample = createSampleAzure({ tags, spokes: 500, pageSize });
  const azure = connectAzure({ credential: sample.credential, httpClient: sample.httpClient });
  const start = performance.now();
  const model = await azure.read.networks(sample.subscriptionId, stop);
  const milliseconds = performance.now() - start;
  return { model, calls: sample.traffic.length, pages: pagesOf(model), milliseconds };
}

/**
 * Minimum number of requests of the lists: their pages, one for an empty list, and the pages of networks with a network
 * manager.
 */
function pagesOf(model: NetworkModel): number {
  const endpoints = model.privateEndpoints.known ? model.privateEndpoints.value : [];
  const lists = [
    model.virtualNetworks,
    model.securityGroups,
    model.routeTables,
    model.natGateways,
    endpoints,
    model.virtualNetworks.filter(({ adminRules }) => adminRules?.known === false),
  ];
  return lists.reduce((sum, list) => sum + Math.max(1, Math.ceil(list.length / pageSize)), 0);
}

/** Number of calls in addition to the pages of the lists. */
async function callsTooMany(): Promise<number> {
  const { calls, pages } = await read();
  return calls - pages;
}

const plan: PlanToCheck = {
  cloud: 'public',
  profile: 'current',
  kind: known('cluster'),
  publicIp: known(true),
  workspace: known({
    id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/w',
    name: 'w',
    location: known('westeurope'),
    hasPrivateEndpoint: known(true),
    managedNetwork: known('disabled'),
    managedNetworkSetUp: known(false),
    highBusinessImpact: known(false),
  }),
  subnetId: null,
  name: 'cpu-cluster',
  minNodes: known(0),
  maxNodes: known(4),
  reservedAddresses: known(0),
  publicSsh: false,
};

/** Returns the sample's deny-all subnet: every requirement, then every offered fix, tested. */
async function checked(work: (model: NetworkModel, plan: PlanToCheck) => unknown): Promise<number> {
  const { model } = await read();
  const subnet = model.virtualNetworks
    .flatMap((one) => one.subnets)
    .find((one) => one.name === 'snet-training');
  const asked = { ...plan, subnetId: subnet?.id ?? null };
  return medianMilliseconds(() => work({ ...model, securityGroups: [...model.securityGroups] }, asked));
}

const facts = { tags: shippedTags('public') };

/** Time for one more character in the filter of 5,000 rows. */
function filter(): number {
  const rows = Array.from({ length: 5000 }, (_, i): ListRow => row(i));
  const query = parseFilter('spoke-04');
  return medianMilliseconds(() => arrange(rows, query, { chosen: rows[0]?.id ?? null }));
}

function row(i: number): ListRow {
  const name = `vnet-spoke-${String(i).padStart(4, '0')}`;
  const group = `rg-spokes-${i % 40}`;
  const first = (10 * 256 + (i % 256)) * 65536;
  return {
    id: `/subscriptions/s/resourceGroups/${group}/providers/Microsoft.Network/virtualNetworks/${name}`,
    name,
    tag: null,
    cells: { name, resourceGroup: group, region: 'West Europe', addresses: `10.${i % 256}.0.0/24` },
    more: `${group} · West Europe`,
    spoken: name,
    outcome: null,
    unfit: i % 50 === 0 ? 'Other region' : null,
    foundBy: '',
    ranges: [[first, first + 255]],
  };
}

export const benches: readonly Bench[] = [
  {
    what: 'Network step, 516 networks: ARM calls beyond the pages of lists',
    budget: 0,
    unit: 'calls',
    measure: callsTooMany,
  },
  {
    what: 'Network step, 516 networks: read through the SDK clients',
    budget: Infinity,
    unit: 'ms',
    measure: async () => (await read()).milliseconds,
  },
  {
    what: 'Every requirement of the deny-all subnet',
    budget: 16,
    unit: 'ms',
    measure: () => checked((model, asked) => checkSubnet(model, asked, facts)),
  },
  {
    what: 'Every fix of the deny-all subnet, each tested',
    budget: 100,
    unit: 'ms',
    measure: () =>
      checked((model, asked) => fixableIds({ model, plan: asked, facts }, checkSubnet(model, asked, facts))),
  },
  { what: 'Filter 5,000 rows by one more character', budget: 16, unit: 'ms', measure: filter },
];
