import { beforeAll, describe, expect, test } from 'vitest';
import { endOf, everyPlan, nameOf, rowsOf, seeAll, type Seen } from './sample-walk';

/**
 * Every verdict of every subnet of the sample, and how Azure ends a creation there. After a change on purpose
 * `npx vitest run test/unit/features/wizard/sample-verdicts.test.ts -u` writes the files anew; read the difference.
 */
const plans = everyPlan();
const networks = [...new Set(plans.map(({ network }) => network))];
let seen: ReadonlyMap<string, Seen>;
const ends = new Map<string, string>();
const works = /^Succeeded, (1 idle, 0 unusable|Running)$/;

beforeAll(async () => {
  seen = await seeAll(plans);
  for (const one of plans) ends.set(nameOf(one), await endOf(one));
}, 180_000);

test.each(networks)('every verdict in %s, and the end of each creation', async (network) => {
  const text = plans
    .filter((one) => one.network === network)
    .map((one) => sectionOf(nameOf(one)))
    .join('\n');
  await expect(text).toMatchFileSnapshot(`../../../fixtures/sample-boards/${network}.txt`);
});

function sectionOf(name: string): string {
  const board = seen.get(name)!.board;
  const rows = rowsOf(board);
  const fine = (counts: string): string => {
    const ids = rows.filter((row) => row.counts === counts).map(({ id }) => id);
    return `  ${counts.padEnd(8)} ${ids.sort().join(' ') || '–'}`;
  };
  const others = rows
    .filter(({ counts }) => counts !== 'met' && counts !== 'default')
    .map(({ counts, id, word, rest }) => `  ${counts.padEnd(8)} ${id}: ${word} ${rest}`.trimEnd());
  return [
    name,
    `  ${board.summary}`,
    `  Azure: ${ends.get(name)}`,
    ...others,
    fine('default'),
    fine('met'),
    '',
  ].join('\n');
}

describe('the sandbox, which knows nothing of our reasoning, agrees', () => {
  test.each(plans.map(nameOf))('what is called ready comes up: %s', (name) => {
    if (seen.get(name)!.board.summary.startsWith('Ready')) expect(ends.get(name)).toMatch(works);
  });

  test('some come up, some do not, and some are refused', () => {
    const all = [...ends.values()];
    for (const end of [works, /unusable, /, /^refused, 400/]) {
      expect(all.filter((one) => end.test(one)).length).toBeGreaterThan(5);
    }
  });
});

/** What each of the further situations is there for, worked out by hand: one row of its board, and how Azure ends. */
const shown: readonly (readonly [plan: string, row: string, end: RegExp])[] = [
  ['vnet-churn-weu/snet-train-churn, cluster, public IP', 'note inbound-batch-29876-29877', works],
  ['vnet-churn-weu/snet-train-batch-route, cluster, public IP', 'unknown outbound-batch-443', /unusable/],
  ['vnet-churn-weu/snet-notebooks, instance, public IP', 'advised outbound-aml-18881', works],
  ['vnet-forecast-weu/snet-train-forecast, cluster, no public IP', 'to-fix outbound-storage-445', /^Failed/],
  ['vnet-pricing-weu/snet-train-pricing, cluster, public IP', 'met subnet-free-ips-cluster', works],
  ['vnet-segmented-weu/snet-train-closed, cluster, public IP', 'advised inbound-intra-subnet', works],
  ['vnet-segmented-weu/snet-train-control, cluster, public IP', 'to-fix inbound-aml-44224', /1 unusable/],
  ['vnet-segmented-weu/snet-train-members, cluster, public IP', 'to-fix inbound-aml-44224', /1 unusable/],
  ['vnet-segmented-weu/AzureBastionSubnet, cluster, public IP', 'to-fix subnet-reserved-name', /^refused/],
  [
    'vnet-claims-weu/snet-train-nat, cluster, no public IP',
    'advised udr-forced-tunnel-nat-option',
    /Timedout/,
  ],
  ['vnet-claims-weu/snet-train-batch, cluster, public IP', 'to-fix inbound-aml-44224', /1 unusable/],
  ['vnet-claims-weu/snet-train-direct, cluster, public IP', 'met inbound-aml-44224', works],
  ['vnet-quarantine-weu/snet-train-cut, cluster, public IP', 'to-fix outbound-batch-443', /Timedout/],
  [
    'vnet-quarantine-weu/snet-train-no-address, cluster, no public IP',
    'to-fix nat-gateway-compat',
    /Timedout/,
  ],
  [
    'vnet-spoke-fraud-weu/snet-train-spoke, cluster, no public IP',
    'met cluster-cross-region-connectivity',
    works,
  ],
  ['vnet-branch-weu/snet-train-branch, cluster, no public IP', 'unknown udr-bgp-default-route', works],
  ['vnet-databricks-weu/snet-dbx-host, cluster, public IP', 'to-fix subnet-no-delegation', /^refused/],
  ['vnet-databricks-weu/snet-train-beside, cluster, public IP', 'met subnet-no-delegation', /unusable/],
];

test.each(shown)('%s: %s', (name, row, end) => {
  expect(rowsOf(seen.get(name)!.board).map(({ counts, id }) => `${counts} ${id}`)).toContain(row);
  expect(ends.get(name)).toMatch(end);
});
