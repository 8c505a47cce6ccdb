import { describe, expect, test } from 'vitest';
import { all, openSampleClients, refusalOf, type Sample } from './clients';
import { rawClient } from './raw-client';

const version = '?api-version=2022-04-01';

function open() {
  const sample = openSampleClients();
  const subscription = `/subscriptions/${sample.azure.subscriptionId}`;
  const group = `${subscription}/resourceGroups/rg-network-prod`;
  return { ...sample, subscription, group, call: rawClient(sample) };
}

const newTable = ({ network }: Sample) =>
  network.routeTables.createOrUpdate('rg-network-prod', 'rt-new', { location: 'westeurope' }).pollUntilDone();

describe('roles', () => {
  test('the owner has every permission, except those denied at the scope', async () => {
    const { azure, group, call } = open();
    expect(
      (await call(`${group}/providers/Microsoft.Authorization/permissions${version}`)).body.value,
    ).toEqual([{ actions: ['*'], notActions: [], dataActions: [], notDataActions: [] }]);
    azure.access.deny({
      scope: group,
      verbs: ['action'],
      type: 'Microsoft.Network/virtualNetworks/subnets/join',
    });
    const subnet = `${group}/providers/Microsoft.Network//virtualNetworks/vnet-ml-prod-weu/subnets/snet-training`;
    const answer = await call(`${subnet}/providers/Microsoft.Authorization/permissions${version}`);
    expect(answer.body.value[0].notActions).toEqual([
      'Microsoft.Network/virtualNetworks/subnets/join/action',
    ]);
  });

  test('a role permits only its actions, below its scope and nowhere else', async () => {
    const sample = open();
    const { azure, network, group } = sample;
    azure.access.assign([
      {
        role: 'Routes only',
        scope: group,
        actions: ['*/read', 'Microsoft.Network/routeTables/*'],
        notActions: ['Microsoft.Network/routeTables/delete'],
      },
    ]);
    expect((await newTable(sample)).name).toBe('rt-new');
    expect(
      await refusalOf(network.routeTables.delete('rg-network-prod', 'rt-new').pollUntilDone()),
    ).toMatchObject({
      status: 403,
      code: 'AuthorizationFailed',
    });
    expect(
      (
        await refusalOf(
          network.networkSecurityGroups.delete('rg-network-prod', 'nsg-sandbox').pollUntilDone(),
        )
      ).message,
    ).toContain("perform action 'Microsoft.Network/networkSecurityGroups/delete'");
    expect((await refusalOf(network.virtualNetworks.get('rg-lab', 'vnet-lab-docker'))).status).toBe(403);
    const seen = await all(network.virtualNetworks.listAll());
    expect(seen.map(({ name }) => name)).toEqual(['vnet-ml-prod-weu', 'vnet-ml-prod-neu']);
  });

  test.each(['Microsoft.Network/virtualNetworks/join', 'Microsoft.Network/virtualNetworks/subnets/join'])(
    'a compute resource is refused if %s isn’t permitted',
    async (type) => {
      const { azure, learning, group } = open();
      azure.access.deny({ scope: group, verbs: ['action'], type });
      const subnet = {
        id: `${group}/providers/Microsoft.Network/virtualNetworks/vnet-ml-prod-weu/subnets/snet-train-gpu`,
      };
      const refusal = await refusalOf(
        learning.computeOperations.beginCreateOrUpdateAndWait('rg-ml-prod', 'mlw-fraud-prod', 'cpu-new', {
          location: 'westeurope',
          properties: {
            computeType: 'AmlCompute',
            properties: {
              vmSize: 'STANDARD_D2_V2',
              subnet,
              enableNodePublicIp: false,
              scaleSettings: { maxNodeCount: 1 },
            },
          },
        }),
      );
      expect(refusal).toMatchObject({ status: 403, code: 'LinkedAuthorizationFailed' });
      expect(refusal.message).toContain(`action '${type}/action'`);
    },
  );
});

describe('locks', () => {
  const put = ({ call }: ReturnType<typeof open>, scope: string, level: string, name = 'keep') =>
    call(
      `${scope}/providers/Microsoft.Authorization/locks/${name}?api-version=2020-05-01`,
      'PUT',
      JSON.stringify({ properties: { level, notes: 'Production' } }),
    );

  test('CanNotDelete allows writes, and refuses to delete the resource group and resources that contain a locked one', async () => {
    const sample = open();
    const { network, group, call } = sample;
    const made = await put(sample, group, 'CanNotDelete');
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      name: 'keep',
      properties: { level: 'CanNotDelete', notes: 'Production' },
    });
    expect((await put(sample, group, 'CanNotDelete')).status).toBe(200);
    await newTable(sample);
    const refusal = await refusalOf(network.routeTables.delete('rg-network-prod', 'rt-new').pollUntilDone());
    expect(refusal).toMatchObject({ status: 409, code: 'ScopeLocked' });
    expect(refusal.message).toContain(`following scope(s) are locked: '${group}'`);
    const id = `${group}/providers/Microsoft.Authorization/locks/keep?api-version=2020-05-01`;
    expect((await call(id, 'DELETE')).status).toBe(200);
    expect((await call(id, 'DELETE')).status).toBe(204);
    expect((await call(id)).body.error.code).toBe('LockNotFound');
    const subnet = `${group}/providers/Microsoft.Network/virtualNetworks/vnet-ml-prod-neu/subnets/snet-train`;
    await put(sample, subnet, 'CanNotDelete');
    expect(
      (await refusalOf(network.virtualNetworks.delete('rg-network-prod', 'vnet-ml-prod-neu').pollUntilDone()))
        .code,
    ).toBe('ScopeLocked');
    await network.routeTables.delete('rg-network-prod', 'rt-new').pollUntilDone();
  });

  test('ReadOnly refuses every write, and allows reads', async () => {
    const sample = open();
    await put(sample, sample.subscription, 'ReadOnly');
    expect(await refusalOf(newTable(sample))).toMatchObject({ status: 409, code: 'ScopeLocked' });
    expect((await sample.network.virtualNetworks.get('rg-lab', 'vnet-lab-docker')).name).toBe(
      'vnet-lab-docker',
    );
  });

  test('a list contains the locks above and below, and with atScope() not those below', async () => {
    const sample = open();
    const { subscription, group, call } = sample;
    const table = `${group}/providers/Microsoft.Network/networkSecurityGroups/nsg-sandbox`;
    await put(sample, subscription, 'CanNotDelete', 'all');
    await put(sample, table, 'ReadOnly', 'one');
    const names = async (query: string) =>
      (
        await call(`${group}/providers/Microsoft.Authorization/locks?api-version=2016-09-01${query}`)
      ).body.value.map(({ name }: { name: string }) => name);
    expect(await names('')).toEqual(['all', 'one']);
    expect(await names('&$filter=atScope()')).toEqual(['all']);
  });

  test('an invalid level, a missing scope, and missing permission to lock are refused', async () => {
    const sample = open();
    expect((await put(sample, sample.group, 'Sometimes')).status).toBe(400);
    expect((await put(sample, `${sample.subscription}/resourceGroups/rg-nowhere`, 'ReadOnly')).status).toBe(
      404,
    );
    sample.azure.access.assign([
      {
        role: 'Contributor',
        scope: sample.subscription,
        actions: ['*'],
        notActions: ['Microsoft.Authorization/*/write'],
      },
    ]);
    expect((await put(sample, sample.group, 'ReadOnly')).status).toBe(403);
  });
});

describe('policies', () => {
  const builtIn = '/providers/Microsoft.Authorization/policyDefinitions/6c112d4e-5bc7-47ae-a041-ea2d9dccd749';
  const assign = ({ call }: ReturnType<typeof open>, scope: string, properties: object) =>
    call(
      `${scope}/providers/Microsoft.Authorization/policyAssignments/no-public-ip?api-version=2022-06-01`,
      'PUT',
      JSON.stringify({ properties }),
    );
  const noPublicIp = {
    displayName: 'No public IP',
    policyDefinitionId: builtIn,
    parameters: { listOfResourceTypesNotAllowed: { value: ['Microsoft.Network/publicIPAddresses'] } },
  };
  const newAddress = ({ network }: Sample) =>
    network.publicIPAddresses
      .createOrUpdate('rg-network-prod', 'pip-new', { location: 'westeurope', sku: { name: 'Standard' } })
      .pollUntilDone();

  test('a type that isn’t allowed is refused with the policy’s name, and another type isn’t', async () => {
    const sample = open();
    const { group, call } = sample;
    expect((await assign(sample, group, noPublicIp)).status).toBe(201);
    const answer = await call(
      `${group}/providers/Microsoft.Network/publicIPAddresses/pip-new?api-version=2024-05-01`,
      'PUT',
      JSON.stringify({ location: 'westeurope' }),
    );
    expect(answer.status).toBe(403);
    expect(answer.body.error).toMatchObject({
      code: 'RequestDisallowedByPolicy',
      target: 'pip-new',
      additionalInfo: [
        {
          type: 'PolicyViolation',
          info: {
            policyDefinitionEffect: 'Deny',
            policyAssignmentName: 'no-public-ip',
            policyAssignmentScope: group,
          },
        },
      ],
    });
    expect((await newTable(sample)).name).toBe('rt-new');
  });

  test.each([
    ['not enforced', { ...noPublicIp, enforcementMode: 'DoNotEnforce' }],
    ['audited', { ...noPublicIp, parameters: { ...noPublicIp.parameters, effect: { value: 'Audit' } } }],
  ])('a policy that is only %s refuses nothing', async (_, properties) => {
    const sample = open();
    await assign(sample, sample.group, properties);
    expect((await newAddress(sample)).name).toBe('pip-new');
  });

  test('an excluded scope, and a deleted assignment', async () => {
    const sample = open();
    const { subscription, group, call } = sample;
    await assign(sample, subscription, { ...noPublicIp, notScopes: [group] });
    expect((await newAddress(sample)).name).toBe('pip-new');
    await assign(sample, subscription, noPublicIp);
    expect((await refusalOf(newAddress(sample))).status).toBe(403);
    const list = `${group}/providers/Microsoft.Authorization/policyAssignments?api-version=2022-06-01&$filter=atScope()`;
    expect((await call(list)).body.value).toHaveLength(1);
    const id = `${subscription}/providers/Microsoft.Authorization/policyAssignments/no-public-ip?api-version=2022-06-01`;
    expect((await call(id, 'DELETE')).status).toBe(200);
    expect((await newAddress(sample)).name).toBe('pip-new');
  });

  test.each([
    [
      'anyOf and not',
      { anyOf: [{ field: 'type', equals: 'x' }, { not: { field: 'location', in: ['northeurope'] } }] },
    ],
    ['a tag that is missing', { field: "tags['owner']", exists: 'false' }],
    [
      'a path below properties',
      {
        allOf: [
          { field: 'type', like: 'Microsoft.Network/*' },
          { field: 'Microsoft.Network/routeTables/disableBgpRoutePropagation', notEquals: true },
        ],
      },
    ],
  ])('a custom rule: %s', async (_, condition) => {
    const sample = open();
    const { subscription, group, call } = sample;
    const definition = `${subscription}/providers/Microsoft.Authorization/policyDefinitions/own`;
    const policyRule = { if: condition, then: { effect: 'deny' } };
    await call(`${definition}?api-version=2023-04-01`, 'PUT', JSON.stringify({ properties: { policyRule } }));
    await assign(sample, group, { policyDefinitionId: definition });
    expect((await refusalOf(newTable(sample))).code).toBe('RequestDisallowedByPolicy');
  });

  test('a missing definition, and one without a rule', async () => {
    const sample = open();
    expect((await assign(sample, sample.group, { policyDefinitionId: '/x' })).status).toBe(404);
    const definition = `${sample.subscription}/providers/Microsoft.Authorization/policyDefinitions/own`;
    expect(
      (await sample.call(`${definition}?api-version=2023-04-01`, 'PUT', '{"properties":{}}')).status,
    ).toBe(400);
  });

  test('a refusal is reported in advance', async () => {
    const sample = open();
    const { group, call } = sample;
    await assign(sample, group, noPublicIp);
    const ask = (type: string) =>
      call(
        `${group}/providers/Microsoft.PolicyInsights/checkPolicyRestrictions?api-version=2023-03-01`,
        'POST',
        JSON.stringify({ resourceDetails: { resourceContent: { type, location: 'westeurope' } } }),
      );
    const { policyEvaluations } = (await ask('Microsoft.Network/publicIPAddresses')).body
      .contentEvaluationResult;
    expect(policyEvaluations).toMatchObject([
      { evaluationResult: 'NonCompliant', effectDetails: { policyEffect: 'Deny' } },
    ]);
    expect(
      (await ask('Microsoft.Network/loadBalancers')).body.contentEvaluationResult.policyEvaluations,
    ).toEqual([]);
    expect(
      (
        await call(
          `${group}/providers/Microsoft.PolicyInsights/checkPolicyRestrictions?api-version=2023-03-01`,
          'POST',
          '{}',
        )
      ).status,
    ).toBe(400);
  });
});

describe('providers', () => {
  test('a provider that isn’t registered refuses writes until it is', async () => {
    const sample = open();
    const { resources, network } = sample;
    await resources.providers.unregister('Microsoft.Network');
    await resources.providers.get('Microsoft.Network');
    expect((await resources.providers.get('Microsoft.Network')).registrationState).toBe('Unregistered');
    expect(await refusalOf(newTable(sample))).toMatchObject({
      status: 409,
      code: 'MissingSubscriptionRegistration',
    });
    expect((await resources.providers.register('microsoft.network')).registrationState).toBe('Registering');
    expect((await newTable(sample)).name).toBe('rt-new');
    expect((await all(resources.providers.list())).map((one) => one.namespace)).toContain(
      'Microsoft.Network',
    );
    expect((await refusalOf(resources.providers.get('Microsoft.Nothing'))).status).toBe(404);
    expect((await all(network.virtualNetworks.listAll())).length).toBeGreaterThan(0);
  });
});

describe('resources of every type', () => {
  const names = async ({ resources }: Sample, filter: string) =>
    (await all(resources.resources.list({ filter }))).map(({ name }) => name);

  test('are filtered by type, by name, and by both', async () => {
    const sample = open();
    expect(await names(sample, "resourceType eq 'microsoft.machinelearningservices/workspaces'")).toEqual([
      'mlw-fraud-prod',
      'mlw-risk-prod',
      'mlw-risk-dev',
      'hub-claims-ai',
      'prj-claims-letters',
      'fs-fraud',
      'mlw-underwriting',
      'mlw-actuary',
    ]);
    expect(
      await names(sample, "resourceType eq 'Microsoft.Network/routeTables' or name eq 'mlw-risk-dev'"),
    ).toEqual(expect.arrayContaining(['rt-hub', 'mlw-risk-dev']));
    expect(await names(sample, "substringof('vnet-ml', name) and location eq 'northeurope'")).toEqual([
      'vnet-ml-prod-neu',
    ]);
    const inGroup = await all(sample.resources.resources.listByResourceGroup('rg-lab'));
    expect(inGroup.map(({ type }) => type)).toEqual(['Microsoft.Network/virtualNetworks']);
  });

  test('don’t contain children or resources that can’t be read', async () => {
    const sample = open();
    expect(await names(sample, "resourceType eq 'Microsoft.Network/virtualNetworks/subnets'")).toEqual([]);
    expect(await names(sample, "name eq 'nsg-partner'")).toEqual([]);
  });

  test('a filter that can’t be parsed is refused', async () => {
    const { resources } = open();
    expect(await refusalOf(all(resources.resources.list({ filter: 'name is x' })))).toMatchObject({
      status: 400,
      code: 'InvalidFilterInQueryString',
    });
  });
});
