import type { GenericResource } from '@azure/arm-resources';
import { describe, expect, it } from 'vitest';
import { connectAzure } from '../../../src/azure/connect';
import type { AzureReader } from '../../../src/azure/ports';
import { peeringScopes } from '../../../src/checks/new-network/network-peering';
import { checkSubnet } from '../../../src/checks/check-subnet';
import { known, valueOr } from '../../../src/core/known';
import { findSubnet } from '../../../src/core/network/find';
import type { NetworkModel } from '../../../src/core/network/model';
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
  const all = deployedResources(template, { subscription, group: into });
  let waiting = all.filter((one) => isResource(one) && isWanted(one));
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
    for (const { id } of all.filter((one) => isDeployed(one, waiting))) done.add(id.toLowerCase());
  }
}

/** A deployment to another resource group is done with all its resources. */
function isDeployed(one: DeployedResource, waiting: readonly DeployedResource[]): boolean {
  const group = one.id.slice(0, one.id.indexOf('/providers/'));
  return !isResource(one) && !waiting.some(({ id }) => id.startsWith(group));
}

function isResource({ id }: DeployedResource): boolean {
  return !id.includes('/Microsoft.Resources/deployments/');
}

function isOfNetwork({ id }: DeployedResource): boolean {
  return id.includes('/Microsoft.Network/');
}

/** Returns the result of each requirement, without the spelling of its resources. */
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

it('peers the network with that of the workspace’s endpoint, and starts nodes that use the gateway', async () => {
  const sample = openSampleClients();
  const { credential, httpClient } = sample.azure;
  const azure = connectAzure({ credential, httpClient, timing: { retryDelayMs: 1 } });
  const one = await peeredInSample(azure.read);
  await deploy(sample, one, isOfNetwork, 'rg-ml-prod');
  const model = await azure.read.networks(subscription, noStop);
  for (const [of, name] of [
    ['rg-ml-prod', 'vnet-new'],
    ['rg-network-prod', 'vnet-ml-prod-weu'],
  ] as const) {
    const network = model.virtualNetworks.find(
      ({ id }) => id === sampleNetworkId(of, 'virtualNetworks', name),
    )!;
    const peerings = valueOr(network.peerings, []).filter((each) => each.name.startsWith('peer-to-'));
    expect(peerings).toMatchObject([
      { state: known('Connected'), allowForwardedTraffic: known(false), useRemoteGateways: known(false) },
    ]);
  }
  const services = await fraudServices(azure.read, model);
  const results = checkSubnet(model, one.checked, { ...one.facts, services });
  const isOfConnection = ({ requirement }: CheckResult): boolean =>
    ['cluster-cross-region-connectivity', 'dns-zones-linked'].includes(requirement);
  expect(results.filter(isOfConnection).map(({ outcome }) => outcome.is)).toEqual(['passed', 'passed']);
  expect(outcomes(results)).toEqual(outcomes(resultsAsProposed(one)));
  const wanted = { ...one.plan, name: 'cpu-new', nodes: { ...one.plan.nodes, min: 2 } };
  await deploy(sample, { ...one, plan: wanted }, isResource, 'rg-ml-prod');
  expect(await nodesOf(sample, 'rg-ml-prod', 'mlw-fraud-prod')).toEqual(['idle', 'idle']);
});

const fraud = sampleWorkspaceId('rg-ml-prod', 'mlw-fraud-prod');

function fraudServices(read: AzureReader, { privateEndpoints }: NetworkModel) {
  const endpoints = valueOr(privateEndpoints, []);
  return read.services({ workspaceId: fraud, networkId: null, nameServers: [], endpoints }, noStop);
}

/** Returns the plan of a peered network, from what the product reads in the sample. */
async function peeredInSample(read: AzureReader): Promise<NewNetworkPlan> {
  const workspaces = await read.workspaces(subscription, noStop);
  const workspace = workspaces.find(({ id }) => id === fraud)!;
  const model = await read.networks(subscription, noStop);
  const services = await fraudServices(read, model);
  const others = peeringScopes(model, fraud, services);
  const governance = await read.governance({ workspaceId: fraud, subnet: null, others }, noStop);
  return newNetworkPlan({
    kind: 'cluster',
    publicIp: false,
    group: 'rg-ml-prod',
    workspaceId: fraud,
    read: { workspace, model, services, governance },
  });
}

async function nodesOf({ learning }: Sample, of: string, name: string): Promise<readonly unknown[]> {
  const nodes = await all(learning.computeOperations.listNodes(of, name, 'cpu-new'));
  expect(nodes.every((node) => node.privateIpAddress?.startsWith('10.80.0.'))).toBe(true);
  return nodes.map((node) => node.nodeState);
}
