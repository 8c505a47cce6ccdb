import { describe, expect, test } from 'vitest';
import { all, openSampleClients } from './clients';

describe('lists', () => {
  test('subscriptions, their regions, and tenants, without the hub subscription', async () => {
    const { subscriptions, azure } = openSampleClients();
    const seen = await all(subscriptions.subscriptions.list());
    expect(seen.map((entry) => entry.displayName)).toEqual(['Contoso Research']);
    expect((await subscriptions.subscriptions.get(azure.subscriptionId)).tenantId).toBe(azure.tenantId);
    expect((await all(subscriptions.subscriptions.listLocations(azure.subscriptionId)))[0]?.name).toBe(
      'westeurope',
    );
    expect(await all(subscriptions.tenants.list())).toHaveLength(1);
  });

  test('virtual networks, in pages and each once', async () => {
    const { network, azure } = openSampleClients({ spokes: 60, pageSize: 7 });
    const networks = await all(network.virtualNetworks.listAll());
    expect(networks.filter(({ name }) => name?.startsWith('vnet-spoke-00'))).toHaveLength(60);
    expect(new Set(networks.map((entry) => entry.id)).size).toBe(networks.length);
    expect(azure.traffic).toHaveLength(Math.ceil(networks.length / 7));
  });

  test('Azure ML lists, in pages too', async () => {
    const { learning, azure } = openSampleClients({ pageSize: 1 });
    const names = (await all(learning.workspaces.listBySubscription())).map((entry) => entry.name);
    expect(names).toEqual([
      'mlw-fraud-prod',
      'mlw-risk-prod',
      'mlw-risk-dev',
      'hub-claims-ai',
      'prj-claims-letters',
      'fs-fraud',
      'mlw-underwriting',
      'mlw-actuary',
    ]);
    expect(azure.traffic).toHaveLength(8);
  });

  test('resource groups: list, get, check, create', async () => {
    const { resources } = openSampleClients({ pageSize: 4 });
    const names = (await all(resources.resourceGroups.list())).map((group) => group.name);
    expect(names).toContain('rg-network-prod');
    expect(names).not.toContain('rg-security-core');
    expect((await resources.resourceGroups.get('RG-Network-PROD')).name).toBe('rg-network-prod');
    expect((await resources.resourceGroups.checkExistence('rg-nowhere')).body).toBe(false);
    const made = await resources.resourceGroups.createOrUpdate('rg-new', { location: 'West Europe' });
    expect(made.location).toBe('westeurope');
    expect((await resources.resourceGroups.checkExistence('rg-new')).body).toBe(true);
  });

  test('a subnet with its references and the addresses in use', async () => {
    const { network } = openSampleClients();
    const subnet = await network.subnets.get('rg-network-prod', 'vnet-ml-prod-weu', 'snet-train-gpu');
    expect(subnet.networkSecurityGroup?.id).toMatch(/nsg-train-gpu$/);
    expect(subnet.natGateway?.id).toMatch(/ng-ml-weu$/);
    expect(subnet.defaultOutboundAccess).toBe(false);
    expect(subnet.ipConfigurations).toHaveLength(8);
  });

  test('usages of a network: the limit is the number of addresses for machines, without the five reserved ones', async () => {
    const { network } = openSampleClients();
    const usages = await all(network.virtualNetworks.listUsage('rg-network-prod', 'vnet-ml-prod-weu'));
    const of = (name: string) => usages.find((usage) => usage.id?.endsWith(`/${name}`));
    expect([of('snet-train-gpu')?.currentValue, of('snet-train-gpu')?.limit]).toEqual([8, 59]);
    expect([of('snet-batch-legacy')?.currentValue, of('snet-batch-legacy')?.limit]).toEqual([27, 27]);
    expect([of('snet-sandbox')?.currentValue, of('snet-sandbox')?.limit]).toEqual([0, 27]);
    expect([of('snet-dbx-private')?.currentValue, of('snet-dbx-private')?.limit]).toEqual([27, 123]);
  });

  test('an NSG with its rules, the default rules, and its users', async () => {
    const { network } = openSampleClients();
    const group = await network.networkSecurityGroups.get('rg-network-prod', 'nsg-training');
    expect(group.securityRules?.map((rule) => rule.priority)).toEqual([
      110, 120, 130, 140, 150, 160, 170, 4096,
    ]);
    expect(
      group.defaultSecurityRules?.map((rule) => `${rule.direction} ${rule.priority} ${rule.access}`),
    ).toEqual([
      'Inbound 65000 Allow',
      'Inbound 65001 Allow',
      'Inbound 65500 Deny',
      'Outbound 65000 Allow',
      'Outbound 65001 Allow',
      'Outbound 65500 Deny',
    ]);
    expect(group.subnets?.map((subnet) => subnet.id?.split('/').at(-1))).toEqual([
      'snet-training',
      'snet-scoring',
    ]);
  });

  test('service tags as in the REST call, with change numbers as text', async () => {
    const { network } = openSampleClients();
    const answer = await network.serviceTags.list('westeurope');
    expect(answer.changeNumber).toBe('376');
    expect(answer.cloud).toBe('Public');
    expect(
      answer.values?.find((tag) => tag.name === 'AzureMachineLearning')?.properties?.addressPrefixes?.length,
    ).toBeGreaterThan(3);
  });

  test('machine sizes, usages, and quotas of the Azure ML provider', async () => {
    const { learning } = openSampleClients({ pageSize: 3 });
    const sizes = await learning.virtualMachineSizes.list('westeurope');
    expect(sizes.value?.find((size) => size.name === 'STANDARD_D2_V2')).toMatchObject({
      vCPUs: 2,
      family: 'standardDv2Family',
    });
    const usages = await all(learning.usages.list('westeurope'));
    const family = usages.find((usage) => usage.name?.value === 'standardDSv5Family');
    expect([family?.currentValue, family?.limit]).toEqual([28, 100]);
    expect((await all(learning.quotas.list('westeurope'))).length).toBeGreaterThan(3);
  });

  test('network usages, NAT gateways, addresses, private endpoints, and NICs', async () => {
    const { network } = openSampleClients();
    expect(
      (await all(network.usages.list('westeurope'))).find((usage) => usage.name.value === 'NatGateways')
        ?.currentValue,
    ).toBe(12);
    const gateway = await network.natGateways.get('rg-network-prod', 'ng-ml-weu');
    expect(gateway.subnets).toHaveLength(5);
    expect((await all(network.publicIPAddresses.listAll())).length).toBe(14);
    const [endpoint] = await all(network.privateEndpoints.list('rg-ml-prod'));
    expect(endpoint?.privateLinkServiceConnections?.[0]?.groupIds).toEqual(['amlworkspace']);
    expect(endpoint?.customDnsConfigs?.[0]?.ipAddresses).toEqual(['10.40.7.4']);
    expect((await all(network.networkInterfaces.listAll())).length).toBe(7);
  });
});

describe('workspaces', () => {
  test('private link is shown by its connections', async () => {
    const { learning } = openSampleClients();
    const workspace = await learning.workspaces.get('rg-ml-prod', 'mlw-fraud-prod');
    expect(workspace.publicNetworkAccess).toBe('Disabled');
    expect(workspace.privateEndpointConnections?.[0]?.privateLinkServiceConnectionState?.status).toBe(
      'Approved',
    );
    const connections = await all(learning.privateEndpointConnections.list('rg-ml-prod', 'mlw-fraud-prod'));
    expect(connections[0]?.privateEndpoint?.id).toMatch(/pe-mlw-fraud-prod$/);
    expect(
      (await learning.privateLinkResources.list('rg-ml-prod', 'mlw-fraud-prod')).value?.[0]?.groupId,
    ).toBe('amlworkspace');
  });

  test('the managed virtual network is only in API versions that support it', async () => {
    const { learning } = openSampleClients();
    const bodies: unknown[] = [];
    const onResponse = (response: { bodyAsText?: string | null }): void =>
      void bodies.push(JSON.parse(response.bodyAsText ?? 'null'));
    await learning.workspaces.get('rg-ml-risk', 'mlw-risk-prod', { onResponse });
    expect(bodies[0]).not.toHaveProperty('properties.managedNetwork');
    const newer = openSampleClients();
    const { AzureMachineLearningWorkspaces } = await import('@azure/arm-machinelearning');
    const client = new AzureMachineLearningWorkspaces(newer.azure.credential, newer.azure.subscriptionId, {
      httpClient: newer.azure.httpClient,
      apiVersion: '2025-12-01',
    });
    await client.workspaces.get('rg-ml-risk', 'mlw-risk-prod', { onResponse });
    expect(bodies[1]).toHaveProperty('properties.managedNetwork.isolationMode', 'AllowOnlyApprovedOutbound');
    expect(bodies[1]).toHaveProperty('properties.managedNetwork.outboundRules.pypi.destination', 'pypi.org');
  });
});
