import { expect, test } from 'vitest';
import { failure } from '../../../../src/sandbox/failure-texts';
import type { Fault } from '../../../../src/sandbox/faults';
import { faultPresets } from '../../../../src/sandbox/sample/fault-presets';
import {
  denyAllSubnet,
  healthy,
  hasEnded,
  openWizardInOneGroup,
  readinessRowOf,
  type OpenWizard,
} from './open-wizard';
import { sampleFlows } from '../../../support/sample-summary';

/** Returns a creation in a subnet without blocking rules that fails in Azure anyway. */
async function failed(...faults: readonly Fault[]): Promise<OpenWizard> {
  const w = await openWizardInOneGroup(healthy);
  await w.call.changeSize({ name: 'cpu-fraud' });
  for (const fault of faults) w.sample.faults.next(fault);
  await w.call.create({ anyway: false });
  await w.until('the end', hasEnded);
  return w;
}

test('without permission to join the subnet, names the missing role and its network', async () => {
  const w = await failed(...faultPresets.joinForbidden);
  expect(w.page.creation).toMatchObject({
    heading: 'cpu-fraud wasn’t created',
    left: 'Nothing. A compute resource of that name doesn’t exist in the workspace.',
    canDelete: false,
    likely: [
      {
        rank: 'Most likely',
        cause: 'Permission to create',
        evidence:
          'You don’t have permission to use snet-train-gpu. Required role: Network Contributor on vnet-ml-prod-weu in rg-network-prod. Ask the owner of that network.',
      },
      { rank: 'Ruled out' },
      { rank: 'Ruled out' },
      { rank: 'Ruled out' },
    ],
  });
});

test('without permission to create compute, names the role on the workspace', async () => {
  const w = await failed({ status: 403, code: 'AuthorizationFailed', method: 'PUT', match: '/computes/' });
  expect(w.page.creation?.likely[0]?.evidence).toBe(
    'You don’t have permission to create compute in mlw-fraud-prod. Required role: AzureML Compute Operator or Contributor. Ask the owner of the workspace.',
  );
});

test('another missing permission isn’t reported as one of these', async () => {
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
  expect(w.page.creation?.likely[0]).toMatchObject({
    cause: 'Missing permission',
    evidence:
      'The account doesn’t have permission for the action in the message. Request a role with that action from the owner of the scope in the message.',
  });
  expect(w.page.creation?.nextSteps[0]?.label).toBe('Copy request');
  await w.call.act({ id: 'copyRoleRequest' });
  expect(w.copied.at(-1)).toContain('userAssignedIdentities/assign/action');
});

test('a conflict with another operation isn’t reported as a taken name', async () => {
  const message = 'Another operation is in progress.';
  const fault = { status: 409, code: 'AnotherOperationInProgress', message };
  const w = await failed({ ...fault, method: 'PUT', match: '/computes/' });
  expect(w.page.creation).toMatchObject({
    line: expect.stringMatching(/^Azure refused the request/) as string,
    left: 'Nothing. A compute resource of that name doesn’t exist in the workspace.',
    likely: [
      {
        cause: 'Conflict with another change in Azure',
        evidence: `Azure refused the request: ${message}`,
        step: null,
      },
      { rank: 'Ruled out' },
      { rank: 'Ruled out' },
      { rank: 'Ruled out' },
    ],
    nextSteps: [{ label: 'Try again' }],
  });
});

test('if Azure can’t allocate nodes and all else is ruled out, the cause is the region’s capacity', async () => {
  const w = await failed(...faultPresets.lateCreation);
  expect(w.page.creation).toMatchObject({
    heading: 'cpu-fraud wasn’t set up',
    left: 'Compute cluster cpu-fraud, state Failed. Its name stays in use until you delete it. It doesn’t have nodes now, so Azure doesn’t bill machines.',
    canDelete: true,
    likely: [
      {
        icon: 'unknown',
        rank: 'Most likely',
        cause: 'Available machines of this size',
        evidence:
          'Azure didn’t start the nodes, and what was checked doesn’t explain it. West Europe might not have a free STANDARD_D2_V2. Try later, or choose another size.',
      },
      { rank: 'Ruled out', cause: 'Network rules of snet-train-gpu' },
      { rank: 'Ruled out', cause: 'Addresses' },
      { rank: 'Ruled out', cause: 'Quota' },
      { rank: 'Ruled out', cause: 'Permissions' },
    ],
  });
  expect(w.page.creation?.steps.find((one) => one.state === 'failed')?.text).toBe('No node started yet');
});

// AzureTRE issue 2780 of October 2022 quotes the message. Today's pages are less strict.
test('a flow that Azure’s message names counts as an error, and its fix is offered', async () => {
  const w = await openWizardInOneGroup(denyAllSubnet);
  await w.call.changeSize({ name: 'cpu-fraud' });
  expect(readinessRowOf(w.page.readiness, 'outbound-storage-445').counts).toBe('warning');
  for (const fault of faultPresets.ruleMissing) w.sample.faults.next(fault);
  await w.call.create({ anyway: true });
  await w.until('the end', hasEnded);
  expect(w.page.creation?.likely[0]).toMatchObject({
    icon: 'error',
    rank: 'Most likely',
    cause: `NSG rule 4096 Deny-All blocks ${sampleFlows('snet-training')}`,
    evidence: expect.stringMatching(/^Outbound TCP 445 to Storage \(file share\): /) as string,
    step: { does: 'fix', ids: expect.arrayContaining(['outbound-storage-445']) as string[] },
  });
  const marked = w.page.readiness?.groups.flatMap(({ rows }) => rows).filter(({ mark }) => mark !== null);
  expect(marked?.map(({ id, mark }) => [id, mark])).toEqual([['outbound-storage-445', 'this failure']]);
  await w.call.act({ id: 'newPlan' });
  expect(JSON.stringify(w.page.readiness)).not.toContain('this failure');
});

test('a creation is explained by today’s requirements, whichever are shown: ended requirements aren’t a cause', async () => {
  const w = await openWizardInOneGroup(healthy);
  await w.call.chooseKind({ kind: 'instance' });
  await w.call.chooseProfile({ profile: '2020-12' });
  await w.until('the article', (p) => p.readiness?.profile === '2020-12');
  expect(readinessRowOf(w.page.readiness, 'inbound-batch-29876-29877').counts).toBe('error');
  await w.call.create({ anyway: true });
  await w.until('the end', hasEnded);
  const likely = w.page.creation?.likely ?? [];
  expect(likely[0]?.evidence).toMatch(/^Inbound TCP 44224 from AzureMachineLearning: /);
  expect(likely.filter(({ evidence }) => evidence.includes('29876'))).toEqual([]);
});
