import { beforeAll, expect, test } from 'vitest';
import { creationEnd, everyPlan, walkName, rowsOf, seeAll, type Seen } from './sample-walk';

const works = /^Succeeded, (1 idle, 0 unusable|Running)$/;

/** The purpose of each further situation, derived by hand: one row of Readiness, and how the creation ends in Azure. */
const shown: readonly (readonly [plan: string, row: string, end: RegExp])[] = [
  ['vnet-churn-weu/snet-train-churn, cluster, public IP', 'note inbound-batch-29876-29877', works],
  ['vnet-churn-weu/snet-train-batch-route, cluster, public IP', 'unknown outbound-batch-443', /unusable/],
  ['vnet-churn-weu/snet-notebooks, instance, public IP', 'warning outbound-aml-18881', works],
  ['vnet-forecast-weu/snet-train-forecast, cluster, no public IP', 'error outbound-batch-443', /Timedout/],
  ['vnet-pricing-weu/snet-train-pricing, cluster, public IP', 'passed subnet-free-ips-cluster', works],
  ['vnet-segmented-weu/snet-train-closed, cluster, public IP', 'warning inbound-intra-subnet', works],
  ['vnet-segmented-weu/snet-train-control, cluster, public IP', 'error inbound-aml-44224', /1 unusable/],
  ['vnet-segmented-weu/snet-train-members, cluster, public IP', 'error inbound-aml-44224', /1 unusable/],
  ['vnet-segmented-weu/AzureBastionSubnet, cluster, public IP', 'error subnet-reserved-name', /^refused/],
  [
    'vnet-claims-weu/snet-train-nat, cluster, no public IP',
    'warning udr-forced-tunnel-nat-option',
    /Timedout/,
  ],
  ['vnet-claims-weu/snet-train-batch, cluster, public IP', 'error inbound-aml-44224', /1 unusable/],
  ['vnet-claims-weu/snet-train-direct, cluster, public IP', 'passed inbound-aml-44224', works],
  ['vnet-quarantine-weu/snet-train-cut, cluster, public IP', 'error outbound-batch-443', /Timedout/],
  [
    'vnet-quarantine-weu/snet-train-no-address, cluster, no public IP',
    'error nat-gateway-compat',
    /Timedout/,
  ],
  [
    'vnet-spoke-fraud-weu/snet-train-spoke, cluster, no public IP',
    'passed cluster-cross-region-connectivity',
    works,
  ],
  ['vnet-branch-weu/snet-train-branch, cluster, no public IP', 'unknown udr-bgp-default-route', works],
  ['vnet-databricks-weu/snet-dbx-host, cluster, public IP', 'error subnet-no-delegation', /^refused/],
  ['vnet-databricks-weu/snet-train-beside, cluster, public IP', 'passed subnet-no-delegation', /unusable/],
];

const names = shown.map(([name]) => name);
const plans = everyPlan().filter((one) => names.includes(walkName(one)));
let seen: ReadonlyMap<string, Seen>;

beforeAll(async () => {
  seen = await seeAll(plans);
}, 120_000);

test.each(shown)('%s: %s', async (name, row, end) => {
  expect(rowsOf(seen.get(name)!.readiness).map(({ counts, id }) => `${counts} ${id}`)).toContain(row);
  expect(await creationEnd(plans.find((one) => walkName(one) === name)!)).toMatch(end);
});
