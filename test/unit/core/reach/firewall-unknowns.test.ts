import { describe, expect, it } from 'vitest';
import { known, unknown, type Known } from '../../../../src/core/known';
import type {
  Firewall,
  FirewallApplicationRule,
  FirewallNetworkRule,
  FirewallRule,
} from '../../../../src/core/network/firewall';
import { firewallHostNames } from '../../../../src/core/reach/firewall/through-firewall';
import { reason } from '../../../../src/core/reason';
import { behind, firewall, firewallRule, ipGroup, type Collections } from '../../../support/firewalls';
import type { SomeNetwork } from '../../../support/networks';
import { reachOf, outcomeSummary } from '../../../support/reach-text';

const aml = 'out TCP 443 AzureMachineLearning';
const secret = reason('unknown.parameter', { name: 'rules' });
const unread: Known<never> = unknown(secret);
const toAml = 'net Aml TCP *>AzureMachineLearning:443';
const web = 'app Web *>* https:443';

const network = (text: string, more: Partial<FirewallNetworkRule>): FirewallRule =>
  ({ ...firewallRule(text), ...more }) as FirewallRule;
const application = (text: string, more: Partial<FirewallApplicationRule>): FirewallRule =>
  ({ ...firewallRule(text), ...more }) as FirewallRule;

interface Case {
  readonly flow?: string;
  readonly names?: readonly string[] | 'unknown';
  readonly network?: SomeNetwork;
}

function answer(one: Firewall, { flow = aml, names = ['*.azureml.ms'], network: more }: Case) {
  return reachOf(behind(one, more), flow, names === 'unknown' ? {} : { names });
}

describe('unknown properties of a rule, and their reasons', () => {
  const part = { addresses: unread, ipGroups: [] };
  const rows: readonly (Case & {
    what: string;
    rule: FirewallRule;
    more?: Partial<Firewall>;
    because?: object;
  })[] = [
    { what: 'protocols', rule: network(toAml, { protocols: unread }) },
    { what: 'ports', rule: network(toAml, { ports: unread }) },
    { what: 'sources', rule: network(toAml, { sources: part }) },
    { what: 'destinations', rule: network(toAml, { destinations: part }) },
    { what: 'names in a network rule', rule: network('net Aml TCP *>:443', { names: unread }) },
    { what: 'names', rule: application(web, { names: unread }) },
    { what: 'sources of an application rule', rule: application(web, { sources: part }) },
    { what: 'destinations of an application rule', rule: application(web, { destinations: unread }) },
    { what: 'protocols of an application rule', rule: application(web, { protocols: unread }) },
    {
      what: 'an IP group of sources that isn’t in the model',
      rule: firewallRule('net Aml TCP ip:spokes>AzureMachineLearning:443'),
      because: reason('unknown.notRead', { name: 'spokes' }),
    },
    {
      what: 'an IP group of destinations that isn’t in the model',
      rule: firewallRule('net Aml TCP *>ip:aml:443'),
      because: reason('unknown.notRead', { name: 'aml' }),
    },
    {
      what: 'an IP group of destinations that can’t be read',
      rule: firewallRule('net Aml TCP *>ip:aml:443'),
      more: { ipGroups: [ipGroup('aml', 'unread')] },
      because: reason('unknown.permission', { name: 'aml', role: 'Reader', scope: 'rg-hub' }),
    },
    {
      what: 'whether a subnet without prefixes is in an IP group',
      rule: firewallRule('net Aml TCP ip:spokes>AzureMachineLearning:443'),
      more: { ipGroups: [ipGroup('spokes', ['10.1.0.0/16'])] },
      network: { subnet: { addressPrefixes: unread } },
    },
    {
      what: 'the target of DNAT',
      rule: firewallRule('nat In TCP *>AzureMachineLearning:443'),
      because: reason('unknown.firewallNat', { rule: 'In', collection: 'one' }),
    },
    {
      what: 'whether another host name has the address',
      rule: firewallRule('net Git TCP *>name=github.com:443'),
      because: reason('unknown.firewallName', { name: 'github.com' }),
    },
    {
      what: 'whether the host is called',
      rule: firewallRule('app Git *>github.com https:443'),
      names: 'unknown',
      because: reason('unknown.firewallName', { name: 'github.com' }),
    },
    {
      what: 'the hosts of an FQDN tag',
      rule: firewallRule('app Aks *>tag=AzureKubernetesService https:443'),
      because: reason('unknown.firewallNameTag', { tag: 'AzureKubernetesService' }),
    },
    {
      what: 'the hosts of a web category',
      rule: firewallRule('app News *>category=News https:443'),
      because: reason('unknown.firewallCategory', { category: 'News' }),
    },
    {
      what: 'the URL within the traffic',
      rule: firewallRule('app Url *>url=api.azureml.ms/x https:443'),
      names: ['api.azureml.ms'],
      because: reason('unknown.firewallUrl', { url: 'api.azureml.ms/x' }),
    },
    {
      what: 'the application protocol on another port',
      rule: firewallRule('app Web *>* https:8787'),
      flow: 'out TCP 8787 AzureMachineLearning',
      because: reason('unknown.firewallProtocol', { port: 8787, protocol: 'HTTPS' }),
    },
    {
      what: 'whether nodes trust the firewall’s certificate',
      rule: firewallRule('app Web *>* https:443 tls'),
      because: reason('unknown.firewallTls', { rule: 'Web' }),
    },
  ];
  it.each(rows)('$what', ({ rule, more, because = secret, ...asked }) => {
    const { outcome } = answer(firewall({ 'one 200 Allow': [rule] }, more), asked);
    expect(outcome).toEqual({ is: 'unknown', because });
  });

  it('the action of a collection, which TLS inspection doesn’t hide', () => {
    const open = firewall({ 'one 200 Allow': [`${web} tls`] });
    const policies = known(
      (open.policies.known ? open.policies.value : []).map((one) => ({
        ...one,
        groups: known(
          (one.groups.known ? one.groups.value : []).map((group) => ({
            ...group,
            collections: known(
              (group.collections.known ? group.collections.value : []).map((each) => ({
                ...each,
                access: unread,
              })),
            ),
          })),
        ),
      })),
    );
    expect(answer({ ...open, policies }, {}).outcome).toEqual({ is: 'unknown', because: secret });
  });

  it('the next hop of a firewall without a public address', () => {
    const { outcome } = answer(
      firewall({ 'one 200 Allow': [toAml] }, { hasPublicAddress: known(false) }),
      {},
    );
    expect(outcome).toEqual({
      is: 'unknown',
      because: reason('unknown.firewallTunnel', { firewall: 'afw' }),
    });
  });
});

describe('two unknowns aren’t the same unknown', () => {
  const from = { addresses: unread, ipGroups: [] };
  /** If both were the same, the flow would be denied if the rule matches, and matched by no rule otherwise. */
  const rows: readonly (Case & {
    what: string;
    denied: string | FirewallRule;
    allowed: string | FirewallRule;
    more?: Partial<Firewall>;
  })[] = [
    {
      what: 'web categories',
      denied: 'app A *>category=News https:443',
      allowed: 'app B *>category=Games https:443',
    },
    {
      what: 'FQDN tags',
      denied: 'app A *>tag=HDInsight https:443',
      allowed: 'app B *>tag=AzureBackup https:443',
    },
    {
      what: 'a web category and an FQDN tag',
      denied: 'app A *>category=News https:443',
      allowed: 'app B *>tag=AzureBackup https:443',
    },
    {
      what: 'hosts that may be called',
      denied: 'app A *>pypi.org https:443',
      allowed: 'app B *>github.com https:443',
      names: 'unknown',
    },
    {
      what: 'URLs within the traffic',
      denied: 'app A *>url=api.azureml.ms/x https:443',
      allowed: 'app B *>url=api.azureml.ms/y https:443',
      names: ['api.azureml.ms'],
    },
    {
      what: 'protocols on another port',
      denied: 'app A *>* http:8787',
      allowed: 'app B *>* https:8787',
      flow: 'out TCP 8787 AzureMachineLearning',
    },
    {
      what: 'unread host names, of rules with the same name in two collections',
      denied: application(web, { names: unread }),
      allowed: application(web, { names: unread }),
    },
    {
      what: 'unread protocols',
      denied: application('app A *>* https:443', { protocols: unread }),
      allowed: application('app B *>* https:443', { protocols: unread }),
    },
    {
      what: 'unread sources',
      denied: network('net A TCP *>*:443', { sources: from }),
      allowed: network('net B TCP *>*:443', { sources: from }),
    },
    {
      what: 'unread destinations',
      denied: network('net A TCP *>*:443', { destinations: from }),
      allowed: network('net B TCP *>*:443', { destinations: from }),
    },
    {
      what: 'unread sources and destinations of one rule',
      denied: network('net A TCP *>*:443', { sources: from }),
      allowed: network('net A TCP *>*:443', { destinations: from }),
    },
    {
      what: 'unread protocols and sources',
      denied: network('net A TCP *>*:443', { protocols: unread }),
      allowed: network('net A TCP *>*:443', { sources: from }),
    },
    {
      what: 'unread host names in network rules',
      denied: network('net A TCP *>:443', { names: unread }),
      allowed: network('net B TCP *>:443', { names: unread }),
    },
    {
      what: 'unread destinations of application rules',
      denied: application('app A *>* https:443', { destinations: unread }),
      allowed: application('app B *>* https:443', { destinations: unread }),
    },
    {
      what: 'host names in network rules',
      denied: 'net A TCP *>name=pypi.org:443',
      allowed: 'net B TCP *>name=github.com:443',
    },
    {
      what: 'IP groups that can’t be read',
      denied: 'net A TCP ip:one>*:443',
      allowed: 'net B TCP ip:two>*:443',
    },
    {
      what: 'whether an IP group contains the subnet, and whether it contains the destination',
      denied: 'net A TCP ip:one>*:443',
      allowed: 'net B TCP *>ip:one:443',
    },
  ];
  it.each(rows)('$what', ({ denied, allowed, more, ...asked }) => {
    const one: Collections = { 'deny 200 Deny': [denied], 'allow 300 Allow': [allowed] };
    expect(answer(firewall(one, more), asked).outcome.is).toBe('unknown');
  });
});

describe('one unknown is the same each time', () => {
  const rows: readonly (Case & { what: string; denied: string; allowed: string })[] = [
    {
      what: 'a web category',
      denied: 'app A *>category=News https:443',
      allowed: 'app B *>category=NEWS https:443',
    },
    {
      what: 'an FQDN tag',
      denied: 'app A *>tag=HDInsight https:443',
      allowed: 'app B *>tag=hdinsight https:443',
    },
    { what: 'an IP group', denied: 'net A TCP ip:one>*:443', allowed: 'net B TCP ip:ONE>*:443' },
    {
      what: 'the addresses of a host name',
      denied: 'net A TCP *>name=pypi.org:443',
      allowed: 'net B TCP *>name=PyPI.org:443',
    },
    {
      what: 'the application protocol on another port',
      denied: 'app A *>* https:8787',
      allowed: 'app B *>* https:8787',
      flow: 'out TCP 8787 AzureMachineLearning',
    },
  ];
  it.each(rows)('$what: a flow that is denied first isn’t allowed later', ({ denied, allowed, ...asked }) => {
    const one = firewall({ 'deny 200 Deny': [denied], 'allow 300 Allow': [allowed] });
    expect(outcomeSummary(answer(one, asked))).toMatch(/^blocked/);
  });
});

describe('the host names that a firewall decides by', () => {
  it('are those of its rules by name, including hosts of addresses within the traffic', () => {
    const one = firewall({
      'nat 100 Allow': ['nat In TCP *>198.51.100.7:443'],
      'net 200 Allow': [toAml, 'net Git TCP *>name=github.com:443'],
      'app 300 Allow': ['app Web *>*.azureml.ms,url=pypi.org/simple https:443'],
    });
    expect(firewallHostNames(one)).toEqual(['github.com', '*.azureml.ms', 'pypi.org']);
  });

  it('are an empty list if they weren’t read', () => {
    const rules = [network('net Git TCP *>:443', { names: unread }), application(web, { names: unread })];
    expect(firewallHostNames(firewall({ 'one 200 Allow': rules }))).toEqual([]);
    expect(firewallHostNames(firewall({}, { policies: unread }))).toEqual([]);
  });
});
