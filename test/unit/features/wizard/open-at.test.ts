import { describe, expect, test } from 'vitest';
import type { OpenRequest } from '../../../../src/contract/wizard/open-request';
import {
  researchSubscription,
  sampleSubnetId,
  sampleWorkspaceId,
} from '../../../../src/sandbox/sample/names';
import { AzureFailure } from '../../../../src/azure/failure';
import { failureOf } from '../../azure/sample';
import {
  pickWorkspace,
  hasEnded,
  healthy,
  isShown,
  openWizardAt,
  openWizard,
  type OpenWizard,
} from './open-wizard';
import { otherUserWrites } from './other-user';

const fraud = sampleWorkspaceId('rg-ml-prod', 'mlw-fraud-prod');
const training = sampleSubnetId('rg-network-prod', 'vnet-ml-prod-weu', 'snet-training');

const request = (change: Partial<OpenRequest> = {}): OpenRequest => ({
  subscription: researchSubscription.id,
  workspace: fraud,
  kind: 'cluster',
  publicIp: false,
  subnet: training,
  show: { is: 'plan' },
  ...change,
});

describe('another surface opens the wizard', () => {
  test('at a subnet, with its workspace and plan, and with the section open', async () => {
    const w = openWizard();
    await w.openAt(request({ kind: 'instance' }));
    await w.until(
      'readiness',
      (p) => p.readiness?.title === 'Readiness of snet-training' && p.readiness.state === 'checked',
    );
    expect(w.page.plan).toMatchObject({ opened: 'network', led: 1 });
    expect(w.saved()).toMatchObject({ workspace: fraud, subnet: training, kind: 'instance' });
    expect(w.savedOpened()).toBe('network');
  });

  test('at another workspace and subnet', async () => {
    const w = await openWizardAt(healthy);
    await w.openAt(request());
    await w.until('Readiness', (p) => p.readiness?.title === 'Readiness of snet-training');
    await w.openAt(
      request({ workspace: sampleWorkspaceId('rg-ml-dev', 'mlw-risk-dev'), subnet: null, publicIp: null }),
    );
    await w.until('workspace', (p) => p.plan?.workspace.workspace?.endsWith('mlw-risk-dev') === true);
    expect(w.page.plan).toMatchObject({ opened: 'compute', led: 2 });
  });

  test('at the preview of a tested fix', async () => {
    const w = openWizard();
    const requirements = [
      'outbound-aml-udp-5831',
      'outbound-batch-443',
      'outbound-storage-445',
      'unheard-of',
    ];
    await w.openAt(request({ show: { is: 'fix', requirements } }));
    await w.until('preview', (p) => isShown(p.preview));
    expect(w.page.preview?.heading).toContain('snet-training');
  });

  test('although the account changes while its networks are read', async () => {
    const made = sampleSubnetId('rg-network-prod', 'vnet-ml-prod-weu', 'snet-new');
    let hasRead = 0;
    const w = openWizard({
      connect: (own) => {
        const networks: typeof own.azure.read.networks = (...asked) => {
          hasRead += 1;
          if (hasRead === 2) w.store.clear();
          return own.azure.read.networks(...asked);
        };
        const read = { ...own.azure.read, networks };
        return Promise.resolve({ ...own, azure: { ...own.azure, read } });
      },
    });
    await pickWorkspace(w, 'mlw-fraud-prod');
    await otherUserWrites(w.sample, 'PUT', made, { properties: { addressPrefix: '10.40.7.64/28' } });
    await w.openAt(request({ subnet: made }));
    await w.until('Readiness', (p) => p.readiness?.title === 'Readiness of snet-new');
    expect(hasRead).toBeGreaterThan(2);
  });

  test('at Readiness if there is nothing to fix', async () => {
    const w = await openWizardAt(healthy);
    const subnet = sampleSubnetId('rg-network-prod', 'vnet-ml-prod-weu', 'snet-train-gpu');
    await w.openAt(request({ subnet, show: { is: 'fix', requirements: ['outbound-batch-443'] } }));
    expect(w.page.preview ?? null).toBeNull();
  });

  test('at a subnet that was created after the networks were read', async () => {
    const w = await openWizardAt(healthy);
    const before = w.sample.traffic.length;
    const gone = sampleSubnetId('rg-network-prod', 'vnet-ml-prod-weu', 'snet-nowhere');
    expect((await failureOf(w.openAt(request({ subnet: gone })))).code).toBe('notFound');
    const asked = w.sample.traffic.slice(before).map((one) => one.path.split('/').at(-1));
    expect(asked).toContain('virtualNetworks');
  });

  test('without a selection if the user is signed out', async () => {
    const w = openWizard({ connect: () => Promise.reject(new AzureFailure('signedOut')) });
    await w.openAt(request());
    expect(w.saved().subnet).toBeNull();
  });

  test('at a workspace without a private link, which keeps the public IP that it needs', async () => {
    const w = openWizard();
    await w.openAt(request({ workspace: sampleWorkspaceId('rg-ml-dev', 'mlw-risk-dev'), subnet: null }));
    await w.until('workspace', (p) => p.plan?.workspace.workspace?.endsWith('mlw-risk-dev') === true);
    expect(w.page.plan?.compute.publicIp).toBe('yes');
  });
});

describe('a creation that the user no longer waits for', () => {
  async function left(): Promise<OpenWizard> {
    const w = await openWizardAt(healthy, { sample: { pace: 'lifelike', latency: 0 } });
    await w.call.changeSize({ name: 'cpu-left', minNodes: 1 });
    await w.call.create({ anyway: false });
    await w.until('accepted', () => w.saved().creating?.times.accepted !== undefined);
    await w.call.stopWaiting({});
    return w;
  }
  const show = request({ show: { is: 'creation', name: 'CPU-left' } });

  test('is stored with its plan, and other surfaces are notified', async () => {
    const w = await left();
    expect(w.saved()).toMatchObject({ creating: null, left: [{ plan: { name: 'cpu-left' } }] });
    const reported = { is: 'creation', workspaceId: fraud, name: 'cpu-left', isOver: false };
    expect(w.changed).toContainEqual(reported);
    w.dispose();
  });

  test('is followed again to its end, and compared with its plan', async () => {
    const w = await left();
    await w.call.closeCreation({});
    await w.until('the plan', (p) => p.creation === null);
    await w.openAt(show);
    await w.until('running', (p) => p.creation?.state === 'running');
    expect(w.saved().left).toEqual([]);
    w.sample.clock.advance(60_000);
    await w.until('the end', hasEnded);
    expect(w.page.creation).toMatchObject({ state: 'ready' });
    expect(w.page.creation?.comparison.every((one) => one.asPlanned)).toBe(true);
    await w.call.showInCompute({});
    expect(w.opened).toEqual(['line of cpu-left']);
    w.dispose();
  });

  test('is shown if it’s still running behind the plan', async () => {
    const w = await openWizardAt(healthy, { sample: { pace: 'lifelike', latency: 0 } });
    await w.call.changeSize({ name: 'cpu-left', minNodes: 1 });
    await w.call.create({ anyway: false });
    await w.until('running', (p) => p.creation?.state === 'running');
    await w.call.closeCreation({});
    await w.until('the plan', (p) => p.creation === null);
    await w.openAt(show);
    await w.until('shown', (p) => p.creation?.state === 'running');
    w.dispose();
  });

  test('of another user leads to its workspace', async () => {
    const w = openWizard();
    await w.openAt(request({ subnet: null, show: { is: 'creation', name: 'ci-somebody' } }));
    expect(w.page.creation ?? null).toBeNull();
    expect(w.saved().workspace).toBe(fraud);
  });

  test('is reported as gone if it was deleted in Azure meanwhile', async () => {
    const w = await left();
    await w.call.closeCreation({});
    w.sample.faults.next({ match: 'computes/cpu-left', status: 404, code: 'UserError' });
    await w.openAt(show);
    await w.until('the message', (p) => p.creation?.state === 'failed');
    expect(w.saved().left).toEqual([]);
    w.dispose();
  });
});
