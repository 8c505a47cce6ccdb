import { expect, test } from 'vitest';
import { checkSubnet, type CheckInput } from '../../../src/checks/check-subnet';
import { checkSubnetCached } from '../../../src/checks/check-subnet-cached';
import { buildModel, buildPlan, facts } from './model-builder';

test('cached results aren’t those of other private DNS zones', () => {
  const [model, plan] = [buildModel(), buildPlan({ privateLink: true })];
  const without: CheckInput = { ...facts, servicesNotRead: true };
  const withZones: CheckInput = { ...without, zones: { found: [] } };
  const first = checkSubnetCached(model, plan, without);
  const results = checkSubnetCached(model, plan, withZones);
  expect(results).not.toEqual(first);
  expect(results).toEqual(checkSubnet(model, plan, withZones));
  expect(checkSubnetCached(model, plan, withZones)).toBe(results);
});
