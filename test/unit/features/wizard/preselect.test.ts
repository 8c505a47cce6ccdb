import { describe, expect, test } from 'vitest';
import { noChoices } from '../../../../src/contract/wizard/stored-choices';
import { sampleGroupId, sampleSubnetId, sampleWorkspaceId } from '../../../../src/sandbox/sample/names';
import {
  denyAllSubnet,
  openWizard,
  pickSubnet,
  pickWorkspace,
  withReads,
  type OpenWizard,
  type OpenWizardOptions,
} from './open-wizard';

const healthySubnet = sampleSubnetId('rg-network-prod', 'vnet-ml-prod-weu', 'snet-train-gpu');
const fraud = sampleWorkspaceId('rg-ml-prod', 'mlw-fraud-prod');

async function preselected(options: OpenWizardOptions = {}): Promise<OpenWizard> {
  const w = openWizard(options);
  await w.until('a subnet', (p) => Boolean(p.plan?.network.recommended) && p.readiness?.state === 'checked');
  return w;
}

describe('the first view', () => {
  test('has a workspace, a kind, a subnet, and a size, so that the plan can be reviewed at once', async () => {
    const w = await preselected();
    await w.until('sizes', (p) => p.plan?.sections.size.complete === true);
    const { plan } = w.page;
    expect(plan?.preselected).toBe(true);
    expect(plan?.workspace).toMatchObject({
      workspace: fraud,
      recommended: {
        tag: 'Recommended',
        reason: 'Recommended because it has a private endpoint and a subnet that is ready now.',
      },
    });
    expect(plan?.network).toMatchObject({
      subnet: healthySubnet,
      recommended: {
        tag: 'Recommended',
        reason:
          'Recommended because every required flow passes and the private endpoint of mlw-fraud-prod is in this network.',
      },
    });
    expect(plan?.sections.review.locked).toBeNull();
    expect(w.page.readiness?.summary).toBe('Ready, 1 warning');
    // Only reads were sent to Azure.
    expect(w.sample.traffic.filter((one) => one.method === 'PUT' || one.method === 'DELETE')).toEqual([]);
  });

  test('depends on readiness, not on names of workspaces', async () => {
    const names = (name: string): string => (name === 'mlw-fraud-prod' ? 'zz-test-old' : `aa-${name}-prod`);
    const w = await preselected({
      connect: withReads((read) => ({
        workspaces: async (id, stop) =>
          (await read.workspaces(id, stop)).map((one) => ({ ...one, name: names(one.name) })),
      })),
    });
    expect(w.page.plan?.workspace.workspace).toBe(fraud);
  });

  test('if no ready subnet has a private endpoint, selects the workspace with the most ready subnets', async () => {
    const hasEndpoint = ['mlw-fraud-prod', 'mlw-underwriting'];
    const w = await preselected({
      connect: withReads((read) => ({
        workspaces: async (id, stop) =>
          (await read.workspaces(id, stop)).filter((one) => !hasEndpoint.includes(one.name)),
      })),
    });
    const { workspace, network } = w.page.plan!;
    expect(workspace.workspace).toBe(sampleWorkspaceId('rg-ml-dev', 'mlw-risk-dev'));
    expect(workspace.recommended?.reason).toBe(
      'Recommended because it has the most subnets that are ready now.',
    );
    expect(network.recommended?.reason).toBe(
      'Recommended because every required flow passes and it has the most free addresses.',
    );
  });

  test('if no subnet is ready, selects the one closest to it', async () => {
    const w = openWizard({
      connect: withReads((read) => ({
        networks: async (id, stop) => {
          const model = await read.networks(id, stop);
          const keep = (one: string): boolean => one !== 'snet-train-gpu' && one !== 'snet-train-spoke';
          return {
            ...model,
            virtualNetworks: model.virtualNetworks.map((one) => ({
              ...one,
              subnets: one.subnets.filter(({ name }) => keep(name)),
            })),
          };
        },
      })),
    });
    await pickWorkspace(w, 'mlw-fraud-prod');
    await w.until('a subnet', (p) => Boolean(p.plan?.network.recommended));
    expect(w.page.plan?.network.recommended).toEqual({
      tag: 'Closest',
      reason: 'No subnet is ready. This one has the fewest errors and unknown results.',
    });
  });

  test('if networks can’t be read, preselects nothing', async () => {
    const w = openWizard({
      before: (sample) => sample.access.deny({ scope: sampleGroupId(''), verbs: ['read'] }),
    });
    await w.until('all', (p) => p.networks?.state.is !== 'reading' && p.networks?.state.is !== 'waiting');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(w.page.plan?.network).toMatchObject({ subnet: null, recommended: null });
  });
});

describe('a selection by the user', () => {
  test('removes the recommendation mark, even if it equals the preselection', async () => {
    const w = await preselected();
    await w.call.chooseSubnet({ id: healthySubnet });
    expect(w.page.plan?.network).toMatchObject({ subnet: healthySubnet, recommended: null });
    expect(w.page.plan?.preselected).toBe(false);
    await w.call.chooseWorkspace({ id: fraud });
    await w.until('no mark', (p) => p.plan?.workspace.recommended === null);
  });

  test('of a workspace gives a plan that can be reviewed at once, even before a subnet is preselected', async () => {
    const w = openWizard();
    await pickWorkspace(w, 'mlw-risk-dev');
    await w.until('a subnet', (p) => Boolean(p.plan?.network.recommended));
    expect(w.page.plan?.workspace.recommended).toBeNull();
    expect(w.page.plan?.preselected).toBe(true);
    await w.call.openSection({ section: 'size' });
    await w.until('the opened section', (p) => p.plan?.preselected === false);
  });

  test('stays when another workspace is selected, and a preselection doesn’t', async () => {
    const w = await preselected();
    await pickWorkspace(w, 'mlw-risk-dev');
    await w.until(
      'another subnet',
      (p) => p.plan?.network.subnet !== healthySubnet && p.plan?.network.subnet !== null,
    );
    expect(w.page.plan?.network.recommended).not.toBeNull();
    await pickSubnet(w, denyAllSubnet.network, denyAllSubnet.subnet);
    await pickWorkspace(w, 'mlw-fraud-prod');
    expect(w.page.plan?.sections.network.summary).toContain('snet-training');
  });

  test('ends a search that is in progress', async () => {
    const w = openWizard();
    await pickWorkspace(w, 'mlw-risk-prod');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(w.page.plan?.workspace).toMatchObject({
      workspace: sampleWorkspaceId('rg-ml-risk', 'mlw-risk-prod'),
      recommended: null,
    });
  });

  test('is the first workspace of the next plan', async () => {
    const w = openWizard();
    await pickWorkspace(w, 'mlw-risk-dev');
    const next = openWizard({ choices: { ...noChoices, lastWorkspace: w.saved().lastWorkspace } });
    await next.until('preselected', (p) => Boolean(p.plan?.workspace.recommended));
    expect(next.page.plan?.workspace).toMatchObject({
      workspace: sampleWorkspaceId('rg-ml-dev', 'mlw-risk-dev'),
      recommended: { reason: 'Recommended because you used it last.' },
    });
  });
});

test('later data about the subnet can remove the recommendation, but never adds one', async () => {
  const w = await preselected();
  await w.call.choosePublicIp({ publicIp: true });
  await w.until('another result', (p) => p.readiness?.summaryIcon === 'error');
  expect(w.page.plan?.network).toMatchObject({ subnet: healthySubnet, recommended: null });
});

test('a reloaded window restores the preselection, with its mark', async () => {
  const w = await preselected();
  const next = await preselected({ choices: w.saved() });
  expect(next.page.plan?.network.recommended).toEqual(w.page.plan?.network.recommended);
  expect(next.page.plan?.preselected).toBe(true);
});
