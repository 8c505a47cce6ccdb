import { expect, test } from 'vitest';
import { drawnMilestones } from '../../../../src/features/trees/view/drawn-milestones';
import { openTrees, researchName } from './open-trees';

test('a network is seen with its item, and a subnet is checked with the items below it', async () => {
  const t = openTrees();
  expect(drawnMilestones(await t.lines('networks'))).toEqual([]);
  expect(drawnMilestones(await t.lines('networks', researchName))).toContain('networkSeen');
  expect(drawnMilestones(await t.lines('networks', researchName, 'vnet-ml-prod-weu'))).toEqual([]);
  const found = await t.lines('networks', researchName, 'vnet-ml-prod-weu', 'snet-training');
  expect(new Set(drawnMilestones(found))).toEqual(new Set(['subnetChecked']));
});

test('the causes of a compute resource aren’t a subnet that the user selected', async () => {
  const t = openTrees();
  const computes = await t.lines('compute', researchName, 'mlw-fraud-prod', 'ci-anna');
  expect(computes.some((one) => one.target.is === 'cause')).toBe(true);
  expect(drawnMilestones(computes)).toEqual([]);
});

test('a subnet is watched when the user watches one', async () => {
  const t = openTrees();
  expect(t.reached).toEqual([]);
  await t.commands.watch(await t.node('networks', researchName, 'vnet-ml-prod-weu', 'snet-training'));
  expect(t.reached).toEqual(['subnetWatched']);
});
