import { expect, test } from 'vitest';
import { telemetryEvents } from '../../../../src/platform/telemetry-events';
import { faultPresets } from '../../../../src/sandbox/sample/fault-presets';
import { pickSubnet, denyAllSubnet, hasEnded, healthy, isShown, openWizardInOneGroup } from './open-wizard';

test('a whole session is counted only in numbers: no name, no ID, no address', async () => {
  const w = await openWizardInOneGroup(denyAllSubnet);
  const ids = w.page.review?.fixIds ?? [];
  await w.call.previewFix({ ids });
  await w.until('the preview', (p) => isShown(p.preview));
  await w.call.applyFix({ preview: w.page.preview?.id ?? '' });
  await w.until('applied', (p) => p.preview?.state === 'applied');
  await w.call.closeFix({});
  await w.call.write({ format: 'bicep' });
  await pickSubnet(w, healthy.network, healthy.subnet);
  await w.call.create({ anyway: false });
  await w.until('the end', hasEnded);
  expect(w.counted.map((one) => one.event)).toEqual([
    'wizardOpened',
    'subnetChecked',
    'fixApplied',
    'codeWritten',
    'subnetChecked',
    'computeReady',
  ]);
  expect(w.counted[1]?.measures).toMatchObject({ errors: 2, unknown: 0 });
  expect(w.counted[2]?.measures).toEqual({ requirements: ids.length });
  for (const { event, measures } of w.counted) {
    expect(Object.keys(measures).sort()).toEqual([...telemetryEvents[event]].sort());
    for (const value of Object.values(measures) as unknown[]) expect(value).toBeTypeOf('number');
  }
});

test('a refusal by Azure is counted as a failure, and a canceled folder dialog isn’t counted', async () => {
  const w = await openWizardInOneGroup(denyAllSubnet, { folder: false });
  await w.call.write({ format: 'arm' });
  for (const fault of faultPresets.ruleMissing) w.sample.faults.next(fault);
  await w.call.create({ anyway: true });
  await w.until('the end', hasEnded);
  expect(w.counted.map((one) => one.event)).toEqual(['wizardOpened', 'subnetChecked', 'computeFailed']);
});
