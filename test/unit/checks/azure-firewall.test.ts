import { describe, expect, it } from 'vitest';
import { checkSubnet } from '../../../src/checks/check-subnet';
import { findFix } from '../../../src/checks/fixes/find-fix';
import { known } from '../../../src/core/known';
import type { Firewall } from '../../../src/core/network/firewall';
import { reason } from '../../../src/core/reason';
import { shippedTags } from '../../support/shipped-tags';
import { firewall, type Collections } from '../../support/firewalls';
import {
  buildModel,
  buildPlan,
  modelNetworkId,
  unreadFact,
  type NetworkSpec,
  type PlanSpec,
} from './model-builder';
import { buildServices } from './services-builder';
import { resultLine } from './result-line';

const address = '10.40.1.4';
const facts = { tags: shippedTags('public') };
const withoutPublicIp: PlanSpec = { publicIp: known(false), privateLink: true };

/** All traffic of the subnet goes to a firewall in its own network. */
function behind(collections: Collections, more: Partial<Firewall> = {}): NetworkSpec {
  return {
    nat: null,
    routes: [`0.0.0.0/0 appliance ${address}`],
    firewalls: [firewall(collections, { networkId: modelNetworkId, addresses: known([address]), ...more })],
  };
}

function outcomeText(id: string, network: NetworkSpec, plan: PlanSpec = {}): string {
  const all = checkSubnet(buildModel(network), buildPlan({ ...withoutPublicIp, ...plan }), facts);
  return resultLine(all.find(({ requirement }) => requirement === id));
}

const app = (hosts: string): Collections => ({ 'app 300 Allow': [`app Hosts *>${hosts} https:443`] });
const packages = [
  ...['anaconda.com', '*.anaconda.com', '*.anaconda.org', 'pypi.org', '*.pythonhosted.org'],
  ...['pytorch.org', '*.pytorch.org', '*.tensorflow.org', 'cloud.r-project.org'],
].join();

describe('a requirement with a service tag', () => {
  it.each([
    ['outbound-aml-443', 'ml.azure.com,*.azureml.ms,*.azureml.net'],
    ['outbound-arm-443', 'management.azure.com'],
    ['outbound-mcr-443', 'mcr.microsoft.com,*.data.mcr.microsoft.com'],
    ['outbound-batch-443', '*.westeurope.batch.azure.com,*.westeurope.service.batch.azure.com'],
    ['outbound-storage-443', '*.blob.core.windows.net,*.queue.core.windows.net,*.table.core.windows.net'],
  ])('%s passes with the host names that Microsoft lists, and is blocked if one is missing', (id, hosts) => {
    expect(outcomeText(id, behind(app(hosts)))).toBe('allowed by afw app/Hosts');
    const [, ...others] = hosts.split(',');
    const expected = others.length === 0 ? 'error blocked' : 'error partly-blocked';
    expect(outcomeText(id, behind(app(others.join() || 'example.test')))).toBe(
      `${expected} by no rule of afw`,
    );
  });

  // "Registry REST API endpoint: myregistry.azurecr.io"; data comes from "myregistry.region.data.azurecr.io" if the
  // registry has dedicated data endpoints, otherwise from storage accounts of the service
  // (container-registry-firewall-access-rules; container-registry-endpoint-reference, both read 2026-11-28).
  it.each([
    ['any registry', undefined, '*.azurecr.io', 'allowed by afw app/Hosts'],
    ['one registry', undefined, 'crfraudprod.azurecr.io', 'warning unknown unknown.registryName'],
    ['only its data endpoint', undefined, '*.data.azurecr.io', 'warning partly-blocked by no rule of afw'],
    [
      "Microsoft's own registry",
      undefined,
      'viennaglobal.azurecr.io',
      'warning partly-blocked by no rule of afw',
    ],
    ['no registry', undefined, 'login.microsoftonline.com', 'warning blocked by no rule of afw'],
    ['only the login server', undefined, 'azurecr.io', 'warning blocked by no rule of afw'],
    ['the workspace’s own', ['crfraudprod.azurecr.io'], 'crfraudprod.azurecr.io', 'allowed by afw app/Hosts'],
    [
      'the workspace’s own by a wider name',
      ['crfraudprod.azurecr.io'],
      '*.azurecr.io',
      'allowed by afw app/Hosts',
    ],
    ['another', ['crfraudprod.azurecr.io'], 'crother.azurecr.io', 'warning blocked by no rule of afw'],
    [
      'the workspace’s own without its data endpoint',
      ['crfraudprod.azurecr.io', 'crfraudprod.westeurope.data.azurecr.io'],
      'crfraudprod.azurecr.io',
      'warning partly-blocked by no rule of afw',
    ],
    [
      'the workspace’s own with its data endpoint',
      ['crfraudprod.azurecr.io', 'crfraudprod.westeurope.data.azurecr.io'],
      'crfraudprod.azurecr.io,crfraudprod.westeurope.data.azurecr.io',
      'allowed by afw app/Hosts',
    ],
  ] as const)('the registry if the firewall allows %s', (_, own, hosts, expected) => {
    const model = buildModel(behind(app(hosts)));
    const services = own && buildServices({ registry: { hosts: own } });
    const all = checkSubnet(model, buildPlan(withoutPublicIp), { ...facts, ...(services && { services }) });
    expect(resultLine(all.find(({ requirement }) => requirement === 'outbound-acr-443'))).toBe(expected);
  });

  it('an undecided result names the other registry that the firewall allows', () => {
    const model = buildModel(behind(app('crother.azurecr.io,viennaglobal.azurecr.io')));
    const all = checkSubnet(model, buildPlan(withoutPublicIp), facts);
    expect(all.find(({ requirement }) => requirement === 'outbound-acr-443')?.outcome).toEqual({
      is: 'unknown',
      because: reason('unknown.registryName', { names: ['crother.azurecr.io'] }),
    });
  });

  it('host names of other requirements don’t count as the registry’s, even if that is known', () => {
    const model = buildModel(behind(app('management.azure.com')));
    const services = buildServices({ registry: { hosts: ['crfraudprod.azurecr.io'] } });
    const all = checkSubnet(model, buildPlan(withoutPublicIp), { ...facts, services });
    const arm = all.find(({ requirement }) => requirement === 'outbound-arm-443');
    expect(resultLine(arm)).toBe('allowed by afw app/Hosts');
  });

  it('on other ports is decided by network rules', () => {
    const rules = { 'net 200 Allow': ['net Udp UDP *>AzureMachineLearning:5831'] };
    expect(outcomeText('outbound-aml-udp-5831', behind(rules))).toBe('allowed by afw net/Udp');
    expect(outcomeText('outbound-aml-udp-5831', behind(app('*')))).toBe('error blocked by no rule of afw');
  });

  // Package hosts are at Fastly and Cloudflare, and each Azure service has addresses of its own tag
  // (service-tags-overview).
  it.each(['pypi.org', 'registry-1.docker.io', 'login.microsoftonline.com', 'sqlteam.database.windows.net'])(
    'doesn’t pass with a network rule for %s, a host without an address of the service',
    (host) => {
      const rules = { 'net 200 Allow': [`net Host TCP *>name=${host}:443`] };
      const ids = ['aml', 'batch', 'mcr', 'storage', 'frontdoor-firstparty', 'azuremonitor', 'keyvault'].map(
        (one) => `outbound-${one}-443`,
      );
      const lines = ids.map((id) => outcomeText(id, behind(rules)));
      expect(lines.filter((line) => !line.endsWith(' blocked by no rule of afw'))).toEqual([]);
      const both = { 'net 200 Allow': [`net Both TCP *>AzureMachineLearning,name=${host}:443`] };
      expect(outcomeText('outbound-aml-443', behind(both))).toBe('allowed by afw net/Both');
    },
  );

  it.each(['github.com', 'mirror.example.com'])(
    'is undecided with a network rule for %s, which anyone can host',
    (host) => {
      const rules = { 'net 200 Allow': [`net Host TCP *>name=${host}:443`] };
      expect(outcomeText('outbound-aml-443', behind(rules))).toBe('error unknown unknown.firewallName');
    },
  );

  it('doesn’t pass with an application rule for another host if its own hosts aren’t listed', () => {
    const batch = (hosts: string) => {
      const plan = buildPlan({ ...withoutPublicIp, cloud: 'china', workspaceRegion: 'chinaeast2' });
      const all = checkSubnet(buildModel(behind(app(hosts))), plan, { tags: shippedTags('china') });
      return resultLine(all.find(({ requirement }) => requirement === 'outbound-batch-443'));
    };
    expect(batch('pypi.org')).toBe('error blocked by no rule of afw');
    expect(batch('*.example.cn')).toBe('error unknown unknown.firewallName');
  });

  it('has no fix, and none that bypasses the firewall', () => {
    const model = buildModel(behind({}));
    const plan = buildPlan(withoutPublicIp);
    expect(findFix({ model, plan, facts }, ['outbound-aml-443'])).toBeUndefined();
  });
});

describe('hosts without a service tag', () => {
  it('need confirmation if no firewall can be read', () => {
    expect(outcomeText('outbound-python-packages', { routes: [`0.0.0.0/0 appliance ${address}`] })).toBe(
      'note',
    );
  });

  it('are allowed by name, and blocked if a name is missing', () => {
    expect(outcomeText('outbound-python-packages', behind(app(packages)))).toBe('allowed by afw app/Hosts');
    expect(outcomeText('outbound-python-packages', behind(app('pypi.org')))).toBe(
      'warning partly-blocked by no rule of afw',
    );
    expect(outcomeText('outbound-python-packages', behind({}))).toBe('warning blocked by no rule of afw');
  });

  it('have an example packet to a host that no rule allows', () => {
    const hostOf = (hosts: string) => {
      const all = checkSubnet(buildModel(behind(app(hosts))), buildPlan(withoutPublicIp), facts);
      return all.find(({ requirement }) => requirement === 'outbound-python-packages')?.packet?.host;
    };
    expect(hostOf('pypi.org')).toBe('anaconda.com');
    expect(hostOf(packages.replace('pypi.org,', ''))).toBe('pypi.org');
    expect(hostOf(packages.replace('*.tensorflow.org,', ''))).toBe('*.tensorflow.org');
  });

  it.each([
    ['a security rule', { rules: ['out 4096 Deny * *>Internet * Deny-Internet'] }, 'check.hosts.filtered'],
    ['a firewall', behind(app('pypi.org')), 'check.hosts.firewall'],
    ['a route', { routes: ['0.0.0.0/0 none'] }, 'check.hosts.noOutboundAccess'],
    ['missing outbound access', { nat: null, defaultOutboundAccess: false }, 'check.hosts.noOutboundAccess'],
    [
      'a route despite a service endpoint',
      { routes: ['0.0.0.0/0 none'], serviceEndpoints: ['Microsoft.Storage'] },
      'check.hosts.noOutboundAccess',
    ],
    ['possibly an appliance', { routes: [`0.0.0.0/0 appliance ${address}`] }, undefined],
  ] as const)('have a request if they are blocked by %s', (_, network, key) => {
    const all = checkSubnet(buildModel(network), buildPlan(withoutPublicIp), facts);
    const { advice } = all.find(({ requirement }) => requirement === 'outbound-python-packages') ?? {};
    expect(advice?.key).toBe(key ?? 'requirement.outbound-python-packages.ask');
    if (key === 'check.hosts.firewall') expect(advice?.values?.['hosts']).not.toContain('pypi.org');
  });

  it('are in no service tag, so rules for tags don’t apply to them', () => {
    const rules = { 'net 200 Allow': ['net Sql TCP *>Sql:443'], ...app('pypi.org') };
    expect(outcomeText('outbound-python-packages', behind(rules))).toBe(
      'warning partly-blocked by no rule of afw',
    );
  });

  it('need confirmation if their addresses decide', () => {
    const rules = { 'net 200 Allow': ['net Cloud TCP *>AzureCloud:443'] };
    expect(outcomeText('outbound-python-packages', behind(rules))).toBe('note');
    const some = { 'net 200 Allow': ['net Some TCP *>20.0.0.0/8:443'] };
    expect(outcomeText('outbound-python-packages', behind(some))).toBe('note');
  });

  it('of Microsoft may be in any tag, so a network rule for one leaves the result unknown', () => {
    const rules = { 'net 200 Allow': ['net Front TCP *>AzureFrontDoor.FirstParty:443'] };
    expect(outcomeText('outbound-vscode-hosts', behind(rules), { kind: known('instance') })).toBe('note');
  });

  it('are allowed if the firewall allows all outbound traffic', () => {
    const rules = { 'net 200 Allow': ['net All TCP *>*:443'] };
    expect(outcomeText('outbound-python-packages', behind(rules))).toBe('allowed by afw net/All');
  });

  it('of Microsoft Entra ID are those of its service tag', () => {
    const rules = { 'net 200 Allow': ['net Entra TCP *>AzureActiveDirectory:443'] };
    expect(outcomeText('outbound-graph-443', behind(rules))).toBe('allowed by afw net/Entra');
    expect(outcomeText('outbound-graph-443', behind({}))).toBe('warning blocked by no rule of afw');
  });

  it('of storage decide a requirement that only needed confirmation in December 2020', () => {
    const hosts = '*.blob.core.windows.net,*.queue.core.windows.net,*.table.core.windows.net';
    const then: PlanSpec = { profile: '2020-12' };
    expect(outcomeText('udr-storage-through-appliance', behind(app(hosts)), then)).toBe(
      'allowed by afw app/Hosts',
    );
    expect(outcomeText('udr-storage-through-appliance', behind({}), then)).toBe(
      'error blocked by no rule of afw',
    );
  });

  it('are allowed if a part of the internet bypasses the firewall', () => {
    const network = { ...behind(app(packages)), nat: 1 };
    const routes = [`0.0.0.0/0 appliance ${address}`, '20.0.0.0/8 internet'];
    expect(outcomeText('outbound-python-packages', { ...network, routes })).toBe('allowed by default');
  });

  it('aren’t in a service tag with another route', () => {
    const routes = [`0.0.0.0/0 appliance ${address}`, 'Sql none'];
    expect(outcomeText('outbound-python-packages', { ...behind(app(packages)), routes })).toBe(
      'allowed by afw app/Hosts',
    );
  });

  it('may be in AzureCloud of any region, where any customer has machines', () => {
    const routes = [`0.0.0.0/0 appliance ${address}`, 'AzureCloud.westeurope none'];
    expect(outcomeText('outbound-python-packages', { ...behind(app(packages)), routes })).toBe('note');
  });

  it('need confirmation if the address of one of them decides', () => {
    const rules = { 'net 200 Allow': ['net Py TCP *>name=pypi.org:443'] };
    expect(outcomeText('outbound-python-packages', behind(rules))).toBe('note');
  });

  // "Each rule in the DNAT rule collection can then be used to translate your firewall public or private IP address"
  // (Private IP DNAT support and scenarios with Azure Firewall, 2024-08-27).
  it('aren’t at an address that the firewall translates', () => {
    const translated = 'nat 100 Allow';
    const rules = { [translated]: ['nat In TCP *>20.1.1.1:443'], ...app(packages) };
    expect(outcomeText('outbound-python-packages', behind(rules))).toBe('allowed by afw app/Hosts');
    expect(
      outcomeText('outbound-python-packages', behind({ [translated]: ['nat In TCP *>20.1.1.1:443'] })),
    ).toBe('warning blocked by no rule of afw');
    const inside = { [translated]: [`nat In TCP *>${address}:8443`], ...app(packages) };
    expect(outcomeText('outbound-python-packages', behind(inside))).toBe('allowed by afw app/Hosts');
    const checked = checkSubnet(buildModel(behind(rules)), buildPlan(withoutPublicIp), facts);
    const assumed = checked.find((one) => one.requirement === 'outbound-python-packages')?.assumptions;
    expect(assumed).toContainEqual(reason('assumed.firewallNat', { firewall: 'afw' }));
    const plain = checkSubnet(buildModel(behind(app(packages))), buildPlan(withoutPublicIp), facts);
    const keys = plain.flatMap(({ assumptions }) => assumptions.map(({ key }) => key));
    expect(keys).not.toContain('assumed.firewallNat');
  });

  it('may be at an address that a network rule names, whatever its action', () => {
    const rules = { 'net 100 Deny': ['net One TCP *>20.1.1.1:443'], ...app(packages) };
    expect(outcomeText('outbound-python-packages', behind(rules))).toBe('note');
    const translated = { 'nat 100 Allow': ['nat In TCP *>20.1.1.2:443'], ...rules };
    expect(outcomeText('outbound-python-packages', behind(translated))).toBe('note');
  });

  it('need confirmation if DNAT names more than an address, which may not be the firewall’s', () => {
    for (const to of ['*', '20.1.0.0/16', 'AzureCloud']) {
      const rules = { 'nat 100 Allow': [`nat In TCP *>${to}:443`], ...app(packages) };
      expect(outcomeText('outbound-python-packages', behind(rules))).toBe('note');
    }
  });

  it('of Microsoft aren’t at such an address either', () => {
    const hosts = 'raw.githubusercontent.com,vscode.blob.core.windows.net,*.vscode.dev,*.vo.msecnd.net';
    const plan = { kind: known('instance' as const) };
    const before = outcomeText('outbound-vscode-hosts', behind(app(hosts)), plan);
    expect(before).not.toBe('note');
    const rules = { 'nat 100 Allow': ['nat In TCP *>20.1.1.1:443'], ...app(hosts) };
    expect(outcomeText('outbound-vscode-hosts', behind(rules), plan)).toBe(before);
  });

  it('need confirmation if an unpublished list of hosts may contain some of them', () => {
    const rules = { 'app 300 Allow': ['app Py *>pypi.org https:443', 'app Aks *>tag=HDInsight https:443'] };
    expect(outcomeText('outbound-python-packages', behind(rules))).toBe('note');
  });

  it('need confirmation if the region for the host names is unknown', () => {
    const model = buildModel(behind({}));
    const virtualNetworks = model.virtualNetworks.map((one) => ({ ...one, location: unreadFact }));
    const plan = buildPlan({ ...withoutPublicIp, workspace: unreadFact });
    const all = checkSubnet({ ...model, virtualNetworks }, plan, facts);
    expect(resultLine(all.find(({ requirement }) => requirement === 'outbound-python-packages'))).toBe(
      'note',
    );
  });
});
