import { expect, test } from 'vitest';
import { failure } from '../../../../src/sandbox/failure-texts';
import type { Fault } from '../../../../src/sandbox/faults';
import { faultPresets } from '../../../../src/sandbox/sample/fault-presets';
import { denyAll, healthy, hasEnded, openAt, type OpenWizard } from './open-wizard';

/** A creation on a subnet where nothing of ours stands in the way, and Azure fails all the same. */
async function failed(...faults: readonly Fault[]): Promise<OpenWizard> {
  const w = await openAt(healthy);
  await w.call.changeSize({ name: 'cpu-fraud' });
  for (const fault of faults) w.sample.faults.next(fault);
  await w.call.create({ anyway: false });
  await w.until('an end', hasEnded);
  return w;
}

test('who may not join the subnet is told which role is missing on which network', async () => {
  const w = await failed(...faultPresets.joinForbidden);
  expect(w.page.creation).toMatchObject({
    heading: 'cpu-fraud was not created',
    left: 'Nothing: no compute of that name exists.',
    canDelete: false,
    likely: [
      {
        rank: 'Most likely',
        cause: 'Permission to create',
        evidence:
          'You may not use snet-train-gpu (needs Network Contributor on vnet-ml-prod-weu in rg-network-prod). Ask whoever runs that network.',
      },
      { rank: 'Ruled out' },
      { rank: 'Ruled out' },
      { rank: 'Ruled out' },
    ],
  });
});

test('who may not create computes is told the role on the workspace', async () => {
  const w = await failed({ status: 403, code: 'AuthorizationFailed', method: 'PUT', match: '/computes/' });
  expect(w.page.creation?.likely[0]?.evidence).toBe(
    'You may not create computes in mlw-fraud-prod (needs AzureML Compute Operator or Contributor there). Ask the workspace’s owner.',
  );
});

test('another missing permission is not taken for one of these', async () => {
  const w = await failed({
    status: 403,
    method: 'PUT',
    match: '/computes/',
    ...failure('linkedAuthorizationFailed', {
      client: 'anna',
      objectId: 'o',
      action: 'write',
      scope: 's',
      linkedAction: 'Microsoft.ManagedIdentity/userAssignedIdentities/assign/action',
      linkedScope: 'i',
    }),
  });
  expect(w.page.creation?.likely[0]?.evidence).toBe('Azure says that you may not do this.');
});

test('nodes that Azure does not allocate, though all else is ruled out, are a matter of the region’s machines', async () => {
  const w = await failed(...faultPresets.lateCreation);
  expect(w.page.creation).toMatchObject({
    heading: 'cpu-fraud was not set up',
    left: 'Cluster cpu-fraud, state Failed. It keeps its name until it is deleted.',
    canDelete: true,
    likely: [
      {
        icon: 'unknown',
        rank: 'Most likely',
        cause: 'Machines of this size',
        evidence:
          'Azure started no nodes in time, though network, addresses and quota allow it: West Europe may have no STANDARD_D2_V2 to give now. Try later, or choose another size.',
      },
      { rank: 'Ruled out' },
      { rank: 'Ruled out' },
      { rank: 'Ruled out' },
    ],
  });
  expect(w.page.creation?.steps.find((one) => one.state === 'failed')?.text).toBe('No node started yet');
});

// AzureTRE issue 2780 of October 2022 quotes the words; the pages of today are milder.
test('a flow that Azure names weighs as an error, and its fix is offered', async () => {
  const w = await openAt(denyAll);
  await w.call.changeSize({ name: 'cpu-fraud' });
  expect(w.page.board?.fixAll?.ids).not.toContain('outbound-storage-445');
  for (const fault of faultPresets.ruleMissing) w.sample.faults.next(fault);
  await w.call.create({ anyway: true });
  await w.until('an end', hasEnded);
  expect(w.page.creation?.likely[0]).toMatchObject({
    icon: 'error',
    rank: 'Most likely',
    cause: 'File share for notebooks and code',
    fixIds: ['outbound-storage-445'],
  });
});
