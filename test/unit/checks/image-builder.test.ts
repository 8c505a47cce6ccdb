import { describe, expect, test } from 'vitest';
import { checkSubnet } from '../../../src/checks/check-subnet';
import { known } from '../../../src/core/known';
import { findSubnet } from '../../../src/core/network/find';
import type { NetworkModel } from '../../../src/core/network/model';
import { messagesIn } from '../../support/messages-in';
import { formatOutcome } from '../../../src/wording/outcome-text';
import { shippedTags } from '../../support/shipped-tags';
import { buildModel, modelNetworkId, subnetIdOf, type NetworkSpec } from './model-builder';
import { buildInput, type ServicesSpec } from './services-builder';

const say = messagesIn('en');
const denyInternet = 'out 4096 Deny * *>Internet * Deny-Internet';
const allow = (tag: string, priority: number): string =>
  `out ${String(priority)} Allow Tcp *>${tag} 443 Allow-${tag}`;
const services = [
  allow('MicrosoftContainerRegistry', 100),
  allow('AzureFrontDoor.FirstParty', 101),
  allow('AzureContainerRegistry', 102),
  allow('Storage', 103),
];
const closed = { registry: { access: 'disabled' } } as const;
const toRegistry = ['pe-cr registry 10.40.7.9'];
const otherId = modelNetworkId.replace(/[^/]+$/, 'vnet-build');

/** Returns the checked network, and another one with the image builder. */
function together(checked: NetworkSpec, other: NetworkSpec | undefined): NetworkModel {
  const model = buildModel(checked);
  if (!other) return model;
  const text = JSON.stringify(buildModel({ ...other, networkId: otherId }));
  const more = JSON.parse(text.replaceAll('nsg-training', 'nsg-build')) as NetworkModel;
  const endpoints = [model.privateEndpoints, more.privateEndpoints].flatMap((one) =>
    one.known ? one.value : [],
  );
  return {
    ...model,
    virtualNetworks: [...model.virtualNetworks, ...more.virtualNetworks],
    securityGroups: [...model.securityGroups, ...more.securityGroups],
    routeTables: [...model.routeTables, ...more.routeTables],
    natGateways: [...model.natGateways, ...more.natGateways],
    privateEndpoints: known(endpoints),
  };
}

interface Situation {
  readonly checked?: NetworkSpec;
  readonly other?: NetworkSpec;
  readonly services?: ServicesSpec;
}

function reported({ checked = {}, other, services: spec = {} }: Situation): string {
  const { plan, facts } = buildInput({ services: { ...closed, ...spec } });
  const model = together(checked, other);
  const all = checkSubnet(model, plan, { ...facts, tags: shippedTags('public') });
  const row = all.find(({ requirement }) => requirement === 'image-build-compute');
  if (!row) throw new Error('not asked');
  const { word, rest } = formatOutcome(say, row);
  return `${row.severity} ${word} ${rest}`;
}

const inOther = { builder: { subnet: `${otherId}/subnets/snet-training` } } as const;

describe('a cluster that builds images', () => {
  test('in the checked subnet: unreached destinations are named', () => {
    const builder = { subnet: subnetIdOf('snet-training') };
    expect(reported({ checked: { endpoints: toRegistry }, services: { builder } })).toMatch(
      /cpu-build builds images, and reaches/,
    );
    const limited = {
      endpoints: toRegistry,
      rules: [...services.slice(0, 1), ...services.slice(2), denyInternet],
    };
    expect(reported({ checked: limited, services: { builder } })).toMatch(
      /^warning .*its subnet snet-training doesn’t reach AzureFrontDoor\.FirstParty, .*pypi\.org/,
    );
  });

  test('if the internet is denied on purpose, packages alone are information', () => {
    const builder = { subnet: subnetIdOf('snet-training') };
    const checked = { endpoints: toRegistry, rules: [...services, denyInternet] };
    expect(reported({ checked, services: { builder } })).toMatch(/^info .*doesn’t reach .*pypi\.org/);
  });

  test('in another readable network: its own rules and private endpoints count', () => {
    const open = { endpoints: toRegistry };
    expect(reported({ other: open, services: inOther })).toMatch(
      /cpu-build builds images, and reaches .* from subnet snet-training/,
    );
    expect(reported({ other: { ...open, rules: [denyInternet] }, services: inOther })).toMatch(
      /^warning .*doesn’t reach .*MicrosoftContainerRegistry/,
    );
    expect(reported({ other: {}, services: inOther })).toBe(
      'warning Failed: cpu-build builds images in network vnet-build, which doesn’t reach the registry and storage',
    );
  });

  test('in a subnet that wasn’t read is unknown, and both are named', () => {
    expect(reported({ services: inOther })).toMatch(
      /Unknown: cpu-build builds images in subnet snet-training of network vnet-build, which wasn’t read/,
    );
  });

  test('behind a gateway that may advertise routes: reached hosts are unknown', () => {
    const checked = { endpoints: toRegistry, hasGateway: true, peerings: [] };
    expect(reported({ checked, services: { builder: { subnet: subnetIdOf('snet-training') } } })).toMatch(
      /Unknown: cpu-build builds images. Check whether its subnet snet-training reaches Storage.* MicrosoftContainerRegistry.*, and AzureFrontDoor.FirstParty$/,
    );
  });

  test('is used even if registry and storage are open', () => {
    const open = { registry: {}, ...inOther };
    expect(reported({ other: { rules: [denyInternet] }, services: open })).toMatch(
      /^warning .*doesn’t reach/,
    );
    expect(reported({ services: { registry: {} } })).toMatch(
      /^warning Not required: the registry and the storage account allow ACR Tasks, which builds images\.$/,
    );
  });
});

test('serverless compute in a customer’s subnet', () => {
  const serverlessIn = 'vnet-elsewhere';
  expect(reported({ services: { serverlessIn } })).toMatch(
    /Unknown: serverless compute builds images in subnet snet-serverless of network vnet-elsewhere, which wasn’t read/,
  );
  const model = together({}, { endpoints: toRegistry });
  expect(findSubnet(model, `${otherId}/subnets/snet-training`)).toBeDefined();
});
