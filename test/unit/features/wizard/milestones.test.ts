import { expect, test } from 'vitest';
import { AzureFailure } from '../../../../src/azure/failure';
import { faultPresets } from '../../../../src/sandbox/sample/fault-presets';
import {
  pickSubnet,
  denyAllSubnet,
  hasEnded,
  healthy,
  isShown,
  openWizardInOneGroup,
  openWizard,
} from './open-wizard';

test('each is reached when the action happened, and not before', async () => {
  const w = await openWizardInOneGroup(denyAllSubnet);
  expect([...w.reached]).toEqual(['networkSeen', 'subnetChecked']);
  await w.call.previewFix({ ids: w.page.review?.fixIds ?? [] });
  await w.until('the preview', (p) => isShown(p.preview));
  expect(w.reached).not.toContain('fixApplied');
  await w.call.applyFix({ preview: w.page.preview?.id ?? '' });
  await w.until('applied', (p) => p.preview?.state === 'applied');
  expect(w.reached).toContain('fixApplied');
  await w.call.closeFix({});
  await pickSubnet(w, healthy.network, healthy.subnet);
  await w.call.create({ anyway: false });
  expect(w.reached).not.toContain('computeMade');
  await w.until('the end', hasEnded);
  expect(w.reached).toContain('computeMade');
});

test('written code counts as well as a compute resource; a canceled folder dialog and a failure don’t', async () => {
  const w = await openWizardInOneGroup(denyAllSubnet, { folder: false });
  await w.call.write({ format: 'bicep' });
  for (const fault of faultPresets.ruleMissing) w.sample.faults.next(fault);
  await w.call.create({ anyway: true });
  await w.until('the end', hasEnded);
  expect(w.reached).not.toContain('computeMade');
  const written = await openWizardInOneGroup(denyAllSubnet);
  await written.call.write({ format: 'bicep' });
  expect(written.reached).toContain('computeMade');
});

test('none is reached if the user is signed out', async () => {
  const w = openWizard({ connect: () => Promise.reject(new AzureFailure('signedOut')) });
  await w.until('signed out', (p) => p.plan?.workspace.subscriptions.state.is === 'problem');
  expect(w.reached.size).toBe(0);
});
