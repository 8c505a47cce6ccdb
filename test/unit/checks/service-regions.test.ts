import { describe, expect, it, test } from 'vitest';
import { findingsOfSubnet } from '../../../src/checks/findings/findings-of';
import { checkSubnet } from '../../../src/checks/check-subnet';
import { summarize } from '../../../src/checks/summary';
import { known } from '../../../src/core/known';
import type { ServiceRegions } from '../../../src/core/plan';
import { messagesIn } from '../../support/messages-in';
import { formatOutcome } from '../../../src/wording/outcome-text';
import { shippedTags } from '../../support/shipped-tags';
import { unreadFact } from './model-builder';
import { buildInput, type ServicesCaseSpec, type ServicesSpec } from './services-builder';

const denyAll = 'out 4096 Deny * *>* * Deny-All';
const allow = (tag: string, priority: number, port = '443'): string =>
  `out ${String(priority)} Allow Tcp *>${tag} ${port} Allow-${tag}`;
const westEurope = [
  ...['Storage', 'AzureContainerRegistry', 'AzureKeyVault'].map((tag, at) =>
    allow(`${tag}.WestEurope`, 100 + at),
  ),
  denyAll,
];

const elsewhere = {
  storage: { location: 'northeurope' },
  registry: { location: 'francecentral' },
} as const satisfies ServicesSpec;

function inputOf(spec: ServicesCaseSpec) {
  const { model, plan, facts } = buildInput(spec);
  return { model, plan, facts: { ...facts, tags: shippedTags('public') } };
}

function checked(spec: ServicesCaseSpec) {
  const { model, plan, facts } = inputOf(spec);
  return checkSubnet(model, plan, facts);
}

function reported(id: string, spec: ServicesCaseSpec): string {
  const found = checked(spec).find(({ requirement }) => requirement === id);
  if (!found) throw new Error(`${id} was not asked`);
  const { word, rest } = formatOutcome(messagesIn('en'), found);
  return `${word} ${rest}`;
}

describe('storage in North Europe and the registry in France Central', () => {
  const spec = (rules: readonly string[], services: ServicesSpec = elsewhere): ServicesCaseSpec => ({
    network: { rules },
    services,
  });

  it('a network that allows only West Europe isn’t ready, and each row names the region', () => {
    expect(reported('outbound-storage-443', spec(westEurope))).toMatch(
      /^Partly blocked by rule 4096 Deny-All · TCP 443 \(all of Storage\.NorthEurope: \d+% of the flow’s addresses\)$/,
    );
    expect(reported('outbound-acr-443', spec(westEurope))).toBe(
      'Blocked by rule 4096 Deny-All · TCP 443 to AzureContainerRegistry.FranceCentral and TCP 443 to Storage.FranceCentral',
    );
    expect(summarize(checked(spec(westEurope))).ready).toBe(false);
  });

  it('the regions of the services pass, and a registry in West Europe isn’t required', () => {
    const rules = [
      ...westEurope.slice(0, 1),
      ...['Storage.NorthEurope', 'AzureContainerRegistry.FranceCentral', 'Storage.FranceCentral'].map(
        (tag, at) => allow(tag, 200 + at),
      ),
      denyAll,
    ];
    expect(reported('outbound-storage-443', spec(rules))).toMatch(/^Allowed/);
    expect(reported('outbound-acr-443', spec(rules))).toMatch(/^Allowed/);
  });

  it('layers come from the blob storage of the registry’s region', () => {
    const rules = [...westEurope.slice(0, 1), allow('AzureContainerRegistry.FranceCentral', 200), denyAll];
    expect(reported('outbound-acr-443', spec(rules))).toBe(
      'Partly blocked by rule 4096 Deny-All · TCP 443 to Storage.FranceCentral',
    );
    const own = { ...elsewhere, registry: { ...elsewhere.registry, dataEndpoints: true } };
    expect(reported('outbound-acr-443', spec(rules, own))).toMatch(/^Allowed/);
  });

  it('a replica in this region serves pulls, otherwise any of them can', () => {
    const registry = (replicas: readonly string[]): ServicesSpec => ({
      registry: { location: 'francecentral', replicas },
    });
    expect(reported('outbound-acr-443', spec(westEurope, registry(['westeurope', 'uksouth'])))).toMatch(
      /^Allowed by rule 101/,
    );
    expect(reported('outbound-acr-443', spec(westEurope, registry(['uksouth'])))).toMatch(
      /^Blocked by rule 4096 Deny-All · TCP 443 to AzureContainerRegistry\.FranceCentral, .*UKSouth/,
    );
    const near = checked(spec(westEurope, registry(['westeurope']))).find(
      ({ requirement }) => requirement === 'outbound-acr-443',
    );
    expect(near?.assumptions.map(({ key }) => key)).toContain('check.assume.nearestReplica');
  });

  it('an account with a reachable private endpoint needs no storage of its region', () => {
    const rules = [allow('Storage.WestEurope', 100), allow('10.40.7.0/28', 101), denyAll];
    const network = { rules, endpoints: ['pe-blob blob 10.40.7.4'] };
    expect(reported('outbound-storage-443', { network, services: elsewhere })).toMatch(/^Allowed/);
  });

  it('a datastore’s account is required in its region, and an unknown region is assumed to be this one', () => {
    const { model, plan, facts } = inputOf({ network: { rules: westEurope } });
    const withDatastore = (location: 'swedencentral' | undefined) => {
      const account = { name: 'stfraud2', location: location ? known(location) : unreadFact };
      const services = { ...facts.services, datastores: known([account]) };
      const all = checkSubnet(model, plan, { ...facts, services });
      return all.find(({ requirement }) => requirement === 'outbound-storage-443');
    };
    expect(withDatastore('swedencentral')?.blocked[0]?.far?.prefixes?.tags).toEqual([
      'Storage.SwedenCentral',
    ]);
    expect(withDatastore(undefined)?.outcome.is).toBe('allowed');
    expect(withDatastore(undefined)?.assumptions.map(({ key }) => key)).toContain(
      'check.assume.datastoreRegion',
    );
  });

  it('an unread service is assumed to be in the region of the network', () => {
    const unread: ServicesSpec = { storage: { isUnread: true }, registry: { isUnread: true } };
    const found = checked(spec(westEurope, unread));
    for (const [id, key] of [
      ['outbound-storage-443', 'check.assume.storageRegion'],
      ['outbound-acr-443', 'check.assume.registryRegion'],
    ]) {
      const one = found.find(({ requirement }) => requirement === id);
      expect(one?.outcome.is).toBe('allowed');
      expect(one?.assumptions.map((assumed) => assumed.key)).toContain(key);
    }
  });
});

describe('regions that only the user states', () => {
  const stated = { storage: ['northeurope'], registry: ['francecentral'], 'key-vault': ['uksouth'] };
  const rowOf = (id: string, services: ServicesSpec | undefined, regions: ServiceRegions = stated) => {
    const { model, plan, facts } = inputOf({
      network: { rules: westEurope },
      plan: { highBusinessImpact: true },
      ...(services && { services }),
    });
    const beside = services ? facts : { tags: facts.tags };
    const all = checkSubnet(model, { ...plan, serviceRegions: regions }, beside);
    const row = all.find(({ requirement }) => requirement === id);
    return {
      is: row?.outcome.is,
      to: row?.subject?.remote,
      assumed: row?.assumptions.map(({ key, values }) => `${key} ${String(values?.['region'] ?? '')}`.trim()),
    };
  };

  it.each<[string, ServicesSpec | undefined]>([
    ['no service was read', undefined],
    [
      'the services couldn’t be read',
      { storage: { isUnread: true }, registry: { isUnread: true }, keyVault: { isUnread: true } },
    ],
    ['their region wasn’t read', {}],
    [
      'the file names a parameter without a value',
      {
        storage: { location: '‹there›' },
        registry: { location: '‹there›' },
        keyVault: { location: '‹there›' },
      },
    ],
  ])('count if %s', (_, services) => {
    expect(rowOf('outbound-storage-443', services)).toMatchObject({
      is: 'partly-blocked',
      to: 'Storage.WestEurope, Storage.NorthEurope',
      assumed: expect.arrayContaining(['check.assume.storageRegion northeurope']),
    });
    expect(rowOf('outbound-acr-443', services)).toMatchObject({
      is: 'blocked',
      to: 'AzureContainerRegistry.FranceCentral',
      assumed: expect.arrayContaining(['check.assume.registryRegion francecentral']),
    });
    expect(rowOf('outbound-keyvault-443', services)).toMatchObject({
      is: 'blocked',
      to: 'AzureKeyVault.UKSouth',
      assumed: expect.arrayContaining(['check.assume.vaultRegion uksouth']),
    });
  });

  it('are replaced by a region that was read, without an assumption', () => {
    const here = { location: 'westeurope' };
    const services = { storage: here, registry: here, keyVault: here };
    for (const id of ['outbound-storage-443', 'outbound-acr-443', 'outbound-keyvault-443']) {
      const { is, assumed } = rowOf(id, services);
      expect(is).toBe('allowed');
      expect(assumed?.filter((one) => one.startsWith('check.assume'))).toEqual([]);
    }
  });

  it('Azure Machine Learning registries have their own storage and container registry', () => {
    const regions = { 'aml-registries': ['francecentral'] };
    expect(rowOf('outbound-storage-443', undefined, regions)).toMatchObject({
      is: 'partly-blocked',
      to: 'Storage.WestEurope, Storage.FranceCentral',
    });
    expect(rowOf('outbound-acr-443', undefined, regions)).toMatchObject({
      is: 'partly-blocked',
      to: 'AzureContainerRegistry.WestEurope, AzureContainerRegistry.FranceCentral',
      assumed: expect.arrayContaining(['check.assume.amlRegistries francecentral']),
    });
    expect(rowOf('outbound-acr-443', { registry: { location: 'westeurope' } }, regions)).toMatchObject({
      to: 'AzureContainerRegistry.WestEurope, AzureContainerRegistry.FranceCentral',
    });
  });

  it('a private endpoint of the workspace’s registry isn’t theirs', () => {
    const { model, plan, facts } = inputOf({
      network: { rules: westEurope, endpoints: ['pe-cr registry 10.40.7.9'] },
    });
    const row = (serviceRegions?: ServiceRegions) => {
      const all = checkSubnet(model, { ...plan, ...(serviceRegions && { serviceRegions }) }, facts);
      return all.find(({ requirement }) => requirement === 'outbound-acr-443');
    };
    expect(row()?.outcome.is).toBe('not-applicable');
    const stated = row({ 'aml-registries': ['francecentral'] });
    expect(stated?.outcome.is).toBe('blocked');
    expect(stated?.subject?.remote).toBe('AzureContainerRegistry.FranceCentral');
  });

  it('datastores can be in several regions', () => {
    const row = rowOf('outbound-storage-443', undefined, { datastores: ['swedencentral', 'westus'] });
    expect(row).toMatchObject({
      is: 'partly-blocked',
      to: 'Storage.WestEurope, Storage.SwedenCentral, Storage.WestUS',
    });
  });
});

test('the tag of a service’s own region isn’t a wrong region', () => {
  const wrong = (services: ServicesSpec): readonly string[] => {
    const { model, plan, facts } = inputOf({
      network: { rules: [allow('Storage.NorthEurope', 100), denyAll] },
      services,
    });
    return findingsOfSubnet(model, plan, facts).map(({ check }) => check);
  };
  const inWest = Object.fromEntries(
    ['storage', 'keyVault', 'registry'].map((name) => [name, { location: 'westeurope' }]),
  );
  expect(wrong(inWest)).toContain('wrong-region-tag');
  expect(wrong({ ...inWest, storage: { location: 'northeurope' } })).not.toContain('wrong-region-tag');
});

describe('storage in the region of the compute resource', () => {
  const id = 'storage-region-close-to-compute';
  const ask =
    'To confirm: Keep the data in the region of the compute resource, or expect transfer costs and delays.';
  const datastoreIn = (region: string) => {
    const { model, plan, facts } = inputOf({
      network: {},
      services: { storage: { location: 'westeurope' } },
    });
    const lake = { name: 'stfraud2', location: region === '' ? unreadFact : known(region) };
    const services = { ...facts.services, datastores: known([lake]) };
    const found = checkSubnet(model, plan, { ...facts, services }).find(
      ({ requirement }) => requirement === id,
    );
    return found && formatOutcome(messagesIn('en'), found).line;
  };

  it.each<[string, ServicesSpec, string]>([
    [
      'its account is in another region',
      { storage: { location: 'northeurope' } },
      'Failed: stfraudprod is in northeurope, and the compute resource in westeurope',
    ],
    [
      'its account is in its region',
      { storage: { location: 'West Europe' } },
      'Passed: stfraudprod is in westeurope, as the compute resource is',
    ],
    ['the file names a parameter without a value', { storage: { location: '‹there›' } }, ask],
    ['its account wasn’t read', { storage: { isUnread: true } }, ask],
  ])('%s', (_, services, line) => {
    expect(reported(id, { network: {}, services })).toBe(line);
  });

  it('a datastore counts like the account, and one in an unknown region doesn’t pass', () => {
    expect(datastoreIn('uksouth')).toBe(
      'Failed: stfraud2 is in uksouth, and the compute resource in westeurope',
    );
    expect(datastoreIn('westeurope')).toBe(
      'Passed: stfraudprod and stfraud2 are in westeurope, as the compute resource is',
    );
    expect(datastoreIn('')).toBe(ask);
  });

  it('regions that only the user states decide too', () => {
    const { model, plan, facts } = inputOf({ network: {} });
    const row = (serviceRegions: ServiceRegions) =>
      checkSubnet(model, { ...plan, serviceRegions }, { tags: facts.tags }).find(
        ({ requirement }) => requirement === id,
      )?.outcome;
    expect(row({ storage: ['westeurope'], datastores: ['uksouth'] })).toMatchObject({
      is: 'failed',
      text: { key: 'check.dataRegion.statedElsewhere', values: { regions: ['uksouth'] } },
    });
    expect(row({ storage: ['westeurope'] })?.is).toBe('passed');
    expect(row({ registry: ['westeurope'] })?.is).toBe('note');
  });
});
