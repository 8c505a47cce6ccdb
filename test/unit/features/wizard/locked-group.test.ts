import { expect, test } from 'vitest';
import { sampleGroupId } from '../../../../src/sandbox/sample/names';
import { pickSubnet, pickWorkspace, openWizard, type OpenWizard } from './open-wizard';
import { otherUserWrites } from './other-user';

const locked = `${sampleGroupId('rg-network-dev')}/providers/Microsoft.Authorization/locks/freeze`;

async function withLock(level: 'ReadOnly' | 'CanNotDelete'): Promise<OpenWizard> {
  const w = openWizard();
  await otherUserWrites(w.sample, 'PUT', locked, { properties: { level } });
  await pickWorkspace(w, 'mlw-risk-dev');
  return w;
}

const unfitOf = (w: OpenWizard, name: string): string | null | undefined =>
  w.page.networks?.rows.find((one) => one.name === name)?.unfit;

test('a network in a resource group with a read-only lock is unfit for nodes with a public IP, but can be selected', async () => {
  const w = await withLock('ReadOnly');
  await w.until('locked', (p) =>
    Boolean(p.networks?.rows.some((one) => one.unfit === 'Resource group is locked (read-only)')),
  );
  expect(unfitOf(w, 'vnet-ml-dev-weu')).toBe('Resource group is locked (read-only)');
  expect(unfitOf(w, 'vnet-churn-weu')).toBeNull();
  await pickSubnet(w, 'vnet-ml-dev-weu', 'snet-dev-open');
  expect(w.page.readiness?.summary).toBe('Can’t be used: Resource group is locked (read-only)');
});

test('a delete lock doesn’t make a network unfit', async () => {
  const w = await withLock('CanNotDelete');
  await pickSubnet(w, 'vnet-ml-dev-weu', 'snet-dev-open');
  expect(unfitOf(w, 'vnet-ml-dev-weu')).toBeNull();
});
