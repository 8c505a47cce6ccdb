import { beforeAll, describe, expect, test } from 'vitest';
import type { Readiness } from '../../../../src/contract/wizard/readiness';
import { pickSubnet, pickWorkspace, openWizard, worstFix } from './open-wizard';

/** A situation of the sample: the place, and the collected failure case or requirement that it shows. */
interface Situation {
  readonly workspace: string;
  readonly network: string;
  readonly subnet: string;
  readonly shows: string;
}

const fraud = { workspace: 'mlw-fraud-prod', network: 'vnet-ml-prod-weu' };
const dev = { workspace: 'mlw-risk-dev', network: 'vnet-ml-dev-weu' };

const situations: readonly Situation[] = [
  { ...fraud, subnet: 'snet-train-gpu', shows: 'healthy' },
  { ...fraud, subnet: 'snet-training', shows: 'case 1' },
  { ...fraud, subnet: 'snet-scoring', shows: 'case 4' },
  { ...fraud, subnet: 'snet-sandbox', shows: 'case 18' },
  { ...fraud, subnet: 'snet-dbx-private', shows: 'case 24' },
  { ...fraud, subnet: 'snet-batch-legacy', shows: 'case 26' },
  { ...fraud, subnet: 'GatewaySubnet', shows: 'subnet-reserved-name' },
  { ...fraud, subnet: 'snet-privatelink', shows: 'npip-requires-private-endpoint' },
  { ...dev, subnet: 'snet-dev-open', shows: 'outbound-default-open' },
  { ...dev, subnet: 'snet-dev-train', shows: 'case 6' },
  { ...dev, subnet: 'snet-dev-aci', shows: 'case 25' },
  { workspace: 'mlw-risk-dev', network: 'vnet-spoke-risk-weu', subnet: 'snet-train-hub', shows: 'case 14' },
  {
    workspace: 'mlw-fraud-prod',
    network: 'vnet-spoke-risk-weu',
    subnet: 'snet-train-hub',
    shows: 'case 14 without a public IP',
  },
  {
    workspace: 'mlw-fraud-prod',
    network: 'vnet-ml-prod-neu',
    subnet: 'snet-train',
    shows: 'vnet-same-region-cluster',
  },
  {
    workspace: 'mlw-fraud-prod',
    network: 'vnet-lab-docker',
    subnet: 'snet-lab',
    shows: 'vnet-docker-bridge-overlap',
  },
  {
    workspace: 'mlw-risk-dev',
    network: 'vnet-lab-docker',
    subnet: 'snet-lab',
    shows: 'policy-forbids-network-resources',
  },
  { workspace: 'mlw-risk-dev', network: 'vnet-ml-2020-weu', subnet: 'snet-train-2020', shows: 'case 8' },
  {
    workspace: 'mlw-fraud-prod',
    network: 'vnet-partner-weu',
    subnet: 'snet-partner-train',
    shows: 'rbac-network-read',
  },
];

const nameOf = (one: Situation): string => `${one.workspace} in ${one.network}/${one.subnet}`;

describe('Readiness of every situation of the sample', () => {
  const readinessByPlace = new Map<string, Readiness>();

  beforeAll(async () => {
    const w = openWizard();
    for (const one of situations) {
      await pickWorkspace(w, one.workspace);
      await pickSubnet(w, one.network, one.subnet);
      if (w.page.readiness) readinessByPlace.set(nameOf(one), w.page.readiness);
    }
    w.dispose();
  }, 120_000);

  // After an intended change, `npx vitest run test/unit/features/wizard/sample-readiness.test.ts -u` writes the file.
  // Read the difference.
  test('summary, fix, and open rows match the snapshot', async () => {
    const text = situations
      .map((one) => linesOf(one, readinessByPlace.get(nameOf(one))!).join('\n'))
      .join('\n\n');
    await expect(`${text}\n`).toMatchFileSnapshot('../../../fixtures/sample-readiness.txt');
  });

  test.each(situations.map(nameOf))('counts, groups, and order match the rows: %s', (name) => {
    const readiness = readinessByPlace.get(name);
    const groups = readiness?.groups ?? [];
    const rows = groups.flatMap((group) => group.rows);
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
    // Errors, unknown, warnings, info, by default, passed. Groups are ordered by their worst row.
    const order = ['error', 'unknown', 'warning', 'note', 'default', 'passed'];
    const ranks = groups.map((group) => group.rows.map((row) => order.indexOf(row.counts)));
    for (const one of ranks) expect(one).toEqual([...one].sort((a, b) => a - b));
    const isOpen = (group: (typeof groups)[number]): boolean =>
      group.rows.some((row) => ['error', 'unknown', 'warning'].includes(row.counts));
    expect(groups.map((group) => group.open)).toEqual(groups.map(isOpen));
    expect(groups.map((group) => group.open)).toEqual(
      [...groups.map(isOpen)].sort((a, b) => Number(b) - Number(a)),
    );
    // Every folded row has its fold, and every fold states how many rows it hides.
    for (const group of groups) {
      for (const row of group.rows) {
        if (row.fold !== null) expect(group.folds.map((one) => one.id)).toContain(row.fold);
      }
      for (const fold of group.folds) {
        const hidden = group.rows.filter((row) => row.fold === fold.id).length;
        expect(fold.text).toContain(String(hidden));
      }
    }
  });

  test.each(situations.map(nameOf))('each row is in one place by cause too: %s', (name) => {
    const { causes, passed, others, groups } = readinessByPlace.get(name)!;
    const apart = groups.filter((one) => one.id === 'good-to-know').flatMap((one) => one.rows);
    const rows = groups.flatMap((group) => group.rows);
    const inCauses = causes.flatMap((one) => one.flows.map((flow) => flow.id));
    const fine = passed?.groups.flatMap((one) => one.ids) ?? [];
    const all = [...inCauses, ...fine, ...(others?.ids ?? []), ...apart.map(({ id }) => id)];
    expect(all.sort()).toEqual(rows.map(({ id }) => id).sort());
    expect(fine).toHaveLength(rows.filter((row) => ['passed', 'default'].includes(row.counts)).length);
  });
});

function linesOf(one: Situation, readiness: Readiness): readonly string[] {
  const rows = readiness.groups.flatMap((group) => group.rows);
  const open = rows.filter((row) => ['error', 'unknown', 'warning'].includes(row.counts));
  return [
    `${one.shows}: ${nameOf(one)}`,
    `  ${readiness.summary}`,
    `  ${worstFix(readiness)?.label ?? 'No fix'}`,
    ...open.map((row) => `  ${row.id}: ${row.word} ${row.rest}`).sort(),
  ];
}
