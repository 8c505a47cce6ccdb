import type { GenericResource } from '@azure/arm-resources';
import { describe, expect, it } from 'vitest';
import { connectAzure } from '../../../src/azure/connect';
import { checkSubnet } from '../../../src/checks/check-subnet';
import { findSubnet } from '../../../src/core/network/find';
import type { CheckResult } from '../../../src/core/check-result';
import { writeArm } from '../../../src/plans/code/write-arm';
import { sampleNetworkId, sampleSubnetId, sampleWorkspaceId } from '../../../src/sandbox/sample/names';
import { noStop } from '../azure/sample';
import { all, openSampleClients, type Sample } from '../sandbox/clients';
import { deployedResources, type ArmTemplate, type DeployedResource } from './deployed-resources';
import { resultsAsProposed, newNetworkPlan, type NewNetworkPlan } from './new-network-plans';
import { sayStrictly } from './sample-plans';

/**
 * The written template is deployed to an Azure that doesn't share code with the checks, and read back by the product's
 * own reader. The results equal those that Readiness proposed, and nodes start in it.
 */
const group = 'rg-ml-dev';
const workspace = sampleWorkspaceId(group, 'mlw-risk-dev');
const subscription = workspace.split('/')[2] ?? '';

async function deploy(
  { resources }: Sample,
  { plan, context }: NewNetworkPlan,
  isWanted: (one: DeployedResource) => boolean = isResource,
  into = group,
): Promise<void> {
  const [arm] = writeArm(plan, context, sayStrictly).files;
  const template = JSON.parse(arm?.text ?? '') as ArmTemplate;
  let waiting = deployedResources(template, { subscription, group: into }).filter(isWanted);
  const done = new Set<string>();
  while (waiting.length > 0) {
    const next = waiting.filter(({ after }) => after.every((id) => done.has(id.toLowerCase())));
    expect(next, 'resources wait for each other').not.toEqual([]);
    for (const { id, apiVersion, location, sku, properties } of next) {
      const body: GenericResource = {
        properties: properties as Record<string, unknown>,
        ...(location ? { location } : {}),
        ...(sku ? { sku } : {}),
      };
      await resources.resources.beginCreateOrUpdateByIdAndWait(id, apiVersion, body);
      done.add(id.toLowerCase());
    }
    waiting = waiting.filter((one) => !next.includes(one));
  }
}

function isResource({ id }: DeployedResource): boolean {
  return !id.includes('/Microsoft.Resources/deployments/');
}

function isOfNetwork({ id }: DeployedResource): boolean {
  return id.includes('/Microsoft.Network/');
}

/** The result of each requirement, without the spelling of its resources. */
function outcomes(results: readonly CheckResult[]) {
  return results.map(({ requirement, outcome, severity, packet, allowed, blocked }) =>
    JSON.stringify({ requirement, outcome, severity, packet, allowed, blocked }).toLowerCase(),
  );
}

describe.each([
  ['a cluster with public IP', 'cluster', true],
  ['a cluster without public IP', 'cluster', false],
  ['an instance with public IP', 'instance', true],
  ['an instance without public IP', 'instance', false],
] as const)('%s', (_, kind, publicIp) => {
  const one = newNetworkPlan({ kind, publicIp, group, workspaceId: workspace });

  it('finds the network as Readiness proposed it', async () => {
    const sample = openSampleClients();
    const { credential, httpClient } = sample.azure;
    const azure = connectAzure({ credential, httpClient, timing: { retryDelayMs: 1 } });
    // It doesn't contain compute resources yet, as in Readiness.
    await deploy(sample, one, isOfNetwork);
    const model = await azure.read.networks(subscription, noStop);
    const id = sampleSubnetId(group, 'vnet-new', 'snet-training');
    expect(findSubnet(model, id)?.subnet.defaultOutboundAccess).toEqual({ known: true, value: false });
    expect(outcomes(checkSubnet(model, one.checked, one.facts))).toEqual(outcomes(resultsAsProposed(one)));
  });
});

it('starts nodes there that use their own public address', async () => {
  const sample = openSampleClients();
  const one = newNetworkPlan({ kind: 'cluster', publicIp: true, group, workspaceId: workspace });
  const wanted = { ...one.plan, name: 'cpu-new', nodes: { ...one.plan.nodes, min: 2 } };
  await deploy(sample, { ...one, plan: wanted });
  expect(await nodesOf(sample, group, 'mlw-risk-dev')).toEqual(['idle', 'idle']);
});

/**
 * Nodes without a public IP start once the network is peered with that of the workspace's private endpoint, as
 * Readiness requires.
 */
it('starts nodes there that use the gateway, once the network is peered', async () => {
  const sample = openSampleClients();
  const one = newNetworkPlan({
    kind: 'cluster',
    publicIp: false,
    group: 'rg-ml-prod',
    workspaceId: sampleWorkspaceId('rg-ml-prod', 'mlw-fraud-prod'),
  });
  await deploy(sample, one, isOfNetwork, 'rg-ml-prod');
  await peer(sample);
  const wanted = { ...one.plan, name: 'cpu-new', nodes: { ...one.plan.nodes, min: 2 } };
  await deploy(sample, { ...one, plan: wanted }, isResource, 'rg-ml-prod');
  expect(await nodesOf(sample, 'rg-ml-prod', 'mlw-fraud-prod')).toEqual(['idle', 'idle']);
});

async function nodesOf({ learning }: Sample, of: string, name: string): Promise<readonly unknown[]> {
  const nodes = await all(learning.computeOperations.listNodes(of, name, 'cpu-new'));
  expect(nodes.every((node) => node.privateIpAddress?.startsWith('10.80.0.'))).toBe(true);
  return nodes.map((node) => node.nodeState);
}

/** In both directions, as Azure requires. */
async function peer({ network }: Sample): Promise<void> {
  const here = sampleNetworkId('rg-ml-prod', 'virtualNetworks', 'vnet-new');
  const there = sampleNetworkId('rg-network-prod', 'virtualNetworks', 'vnet-ml-prod-weu');
  const { virtualNetworkPeerings: peerings } = network;
  await peerings.beginCreateOrUpdateAndWait('rg-ml-prod', 'vnet-new', 'to-workspace', {
    remoteVirtualNetwork: { id: there },
    allowVirtualNetworkAccess: true,
  });
  await peerings.beginCreateOrUpdateAndWait('rg-network-prod', 'vnet-ml-prod-weu', 'to-new', {
    remoteVirtualNetwork: { id: here },
    allowVirtualNetworkAccess: true,
  });
}
