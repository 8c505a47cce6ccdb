import { expect, test } from 'vitest';
import { newSince, rememberResults } from '../../../../src/features/wizard/remembered-results';
import { noChoices } from '../../../../src/contract/wizard/stored-choices';
import { denyAllSubnet, openWizardInOneGroup } from './open-wizard';

const a = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v/subnets/a';
const b = a.replace(/a$/, 'b');

test('a subnet that was checked with the current requirements doesn’t have new ones, ignoring case', () => {
  const checked = rememberResults([], a, ['one', 'two']);
  expect(newSince(checked, a.toUpperCase(), ['one', 'two'])).toEqual([]);
  expect(rememberResults(checked, a.toUpperCase(), ['one', 'two'])).toBe(checked);
});

test('added requirements are new only to subnets that were checked before', () => {
  const checked = rememberResults(rememberResults([], a, ['one']), b, ['one']);
  expect(newSince(checked, a, ['one', 'two'])).toEqual(['two']);
  expect(newSince(checked, `${b}c`, ['one', 'two'])).toEqual([]);
  const again = rememberResults(checked, a, ['one', 'two']);
  expect(newSince(again, a, ['one', 'two'])).toEqual([]);
  expect(newSince(again, b, ['one', 'two'])).toEqual(['two']);
});

test('sets of requirements without a subnet are removed', () => {
  expect(rememberResults(rememberResults([], a, ['one']), a, ['two'])).toEqual([
    { requirements: ['two'], subnets: [a] },
  ]);
});

test('a newer version shows it once in Readiness, and leads to the first new requirement', async () => {
  const first = await openWizardInOneGroup(denyAllSubnet);
  const [entry] = first.saved().checkedSubnets;
  expect(first.page.readiness?.notice).toBeNull();
  const older = (entry?.requirements ?? []).filter(
    (id) => id !== 'outbound-batch-443' && id !== 'outbound-aml-443',
  );
  first.dispose();
  const checked = [{ requirements: older, subnets: entry?.subnets ?? [] }];
  const w = await openWizardInOneGroup(denyAllSubnet, { choices: { ...noChoices, checkedSubnets: checked } });
  expect(w.page.readiness?.notice).toEqual({
    text: '2 requirements are new since the last check of this subnet.',
    show: 'outbound-aml-443',
  });
  await w.call.dismissNotice({});
  await w.until('dismissed', (p) => p.readiness?.notice === null);
  expect(w.saved().checkedSubnets).toEqual([entry]);
  w.dispose();
});
