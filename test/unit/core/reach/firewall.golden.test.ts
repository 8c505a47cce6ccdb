import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../../../src/core/known';
import type { Firewall, FirewallRule } from '../../../../src/core/network/firewall';
import type { HubRoute } from '../../../../src/core/network/model';
import { reason } from '../../../../src/core/reason';
import {
  behind,
  firewall,
  firewallAddress,
  firewallRule,
  ipGroup,
  ownRoutes,
  policy,
} from '../../../support/firewalls';
import { peering, parseRoute, testRouteTable, type SomeNetwork } from '../../../support/networks';
import { reachOf, outcomeSummary } from '../../../support/reach-text';

interface Row {
  readonly why: string;
  /** The page that documents the result. `model` is our decision if none does. */
  readonly source: string;
  readonly firewall: Firewall;
  readonly network?: SomeNetwork;
  readonly flow?: string;
  readonly names?: readonly string[];
  readonly states: string;
  readonly assumes?: readonly string[];
}

const processing = 'firewall/rule-processing, 2020-04-10';
const parents = 'firewall/rule-processing, read 2026-11-26';
const inNetworkRules = 'firewall/fqdn-filtering-network-rules, 2021-09-01';
const nameTags = 'firewall/fqdn-tags, 2020-06-30';
const decision = 'decision of ours';
const tunnel = 'firewall/forced-tunneling, read 2026-11-26';

const aml = 'out TCP 443 AzureMachineLearning';
const amlNames = ['*.azureml.ms', '*.azureml.net'];
const toAml = 'net Aml TCP *>AzureMachineLearning:443';
/** The rule with host names that its text notation can't express. */
const withNames = (text: string, names: readonly string[]): FirewallRule =>
  ({ ...firewallRule(text), names: known(names) }) as FirewallRule;
const hosts = 'app Hosts *>*.azureml.ms,*.azureml.net https:443';
const closed = unknown(reason('unknown.permission', { name: 'own', role: 'Reader', scope: 'rg-hub' }));

function table(title: string, rows: readonly Row[]): void {
  describe(title, () => {
    it.each(rows)('$why ($source)', ({ firewall: one, network, flow = aml, names, states, assumes = [] }) => {
      const answer = reachOf(behind(one, network), flow, names ? { names } : {});
      expect(outcomeSummary(answer)).toBe(states);
      const keys = answer.assumptions.map(({ key }) => key);
      for (const key of assumes) expect(keys).toContain(key);
      expect(answer.trace.filter(({ decides }) => decides)).toHaveLength(1);
    });
  });
}

table('network rules', [
  {
    why: 'a service tag allows',
    source: processing,
    firewall: firewall({ 'net 200 Allow': [toAml] }),
    states: 'allowed by net/Aml',
    assumes: ['assumed.firewallWay', 'assumed.tags'],
  },
  {
    why: 'traffic that no rule matches is dropped',
    source: processing,
    firewall: firewall({}),
    states: 'blocked by no rule of afw',
  },
  {
    why: 'another port isn’t matched',
    source: processing,
    firewall: firewall({ 'net 200 Allow': ['net Aml TCP *>AzureMachineLearning:8787'] }),
    states: 'blocked by no rule of afw',
  },
  {
    why: 'TCP doesn’t cover UDP',
    source: processing,
    firewall: firewall({ 'net 200 Allow': [toAml.replace(':443', ':*')] }),
    flow: 'out UDP 5831 AzureMachineLearning',
    states: 'blocked by no rule of afw',
  },
  {
    why: 'any protocol covers UDP',
    source: processing,
    firewall: firewall({ 'net 200 Allow': ['net Aml Any *>AzureMachineLearning:*'] }),
    flow: 'out UDP 5831 AzureMachineLearning',
    states: 'allowed by net/Aml',
  },
  {
    why: 'a part of the far side is dropped',
    source: processing,
    firewall: firewall({ 'net 200 Allow': ['net Aml TCP *>AzureMachineLearning.WestEurope:443'] }),
    states: 'partly-blocked by no rule of afw',
  },
  {
    why: 'another source isn’t matched',
    source: processing,
    firewall: firewall({ 'net 200 Allow': ['net Aml TCP 10.2.0.0/16>AzureMachineLearning:443'] }),
    states: 'blocked by no rule of afw',
  },
  {
    why: 'a part of the subnet is matched',
    source: processing,
    firewall: firewall({ 'net 200 Allow': ['net Aml TCP 10.1.2.0/25>AzureMachineLearning:443'] }),
    states: 'partly-blocked by no rule of afw',
  },
  {
    why: 'IP groups are equivalent to their addresses',
    source: 'firewall/ip-groups, read 2026-11-26',
    firewall: firewall(
      { 'net 200 Allow': ['net Aml TCP ip:spokes>AzureMachineLearning:443'] },
      { ipGroups: [ipGroup('spokes', ['10.1.0.0/16'])] },
    ),
    states: 'allowed by net/Aml',
  },
  {
    why: 'an IP group that can’t be read may contain the subnet',
    source: decision,
    firewall: firewall(
      { 'net 200 Allow': ['net Aml TCP ip:spokes>AzureMachineLearning:443'] },
      { ipGroups: [ipGroup('spokes', 'unread')] },
    ),
    states: 'unknown unknown.permission',
  },
  {
    why: 'an unlisted tag may contain it',
    source: decision,
    firewall: firewall({ 'net 200 Allow': ['net New TCP *>BrandNewTag:443'] }),
    states: 'unknown unknown.tag',
  },
]);

table('order', [
  {
    why: 'the collection with the lower priority number decides, whatever the order of the list',
    source: processing,
    firewall: firewall({ 'allow 200 Allow': [toAml], 'deny 100 Deny': ['net No TCP *>*:443'] }),
    states: 'blocked by deny/No',
  },
  {
    why: 'a deny rule after an allow rule doesn’t matter',
    source: processing,
    firewall: firewall({ 'allow 200 Allow': [toAml], 'deny 300 Deny': ['net No TCP *>*:443'] }),
    states: 'allowed by allow/Aml',
  },
  {
    why: 'rule collection groups are evaluated before collections',
    source: parents,
    firewall: firewall(
      {},
      {
        policies: known([
          policy('own', {
            'later 300': { 'allow 100 Allow': [toAml] },
            'first 200': { 'deny 900 Deny': ['net No TCP *>*:443'] },
          }),
        ]),
      },
    ),
    states: 'blocked by deny/No',
  },
  {
    why: 'the parent policy is evaluated first, whatever the priorities',
    source: parents,
    firewall: firewall(
      {},
      {
        policies: known([
          policy('parent', { 'base 900': { 'deny 900 Deny': ['net No TCP *>*:443'] } }),
          policy('own', { 'group 100': { 'allow 100 Allow': [toAml] } }),
        ]),
      },
    ),
    states: 'blocked by deny/No',
  },
  {
    why: 'the child policy decides what its parent doesn’t',
    source: parents,
    firewall: firewall(
      {},
      {
        policies: known([
          policy('parent', { 'base 900': { 'deny 900 Deny': ['net No UDP *>*:443'] } }),
          policy('own', { 'group 100': { 'allow 100 Allow': [toAml] } }),
        ]),
      },
    ),
    states: 'allowed by allow/Aml',
  },
  {
    why: 'network rules of the child are evaluated before application rules of the parent',
    source: parents,
    firewall: firewall(
      {},
      {
        policies: known([
          policy('parent', { 'base 100': { 'no 100 Deny': ['app No *>* https:443'] } }),
          policy('own', { 'group 500': { 'allow 500 Allow': [toAml] } }),
        ]),
      },
    ),
    names: amlNames,
    states: 'allowed by allow/Aml',
  },
  {
    why: 'network rules are evaluated before application rules',
    source: processing,
    firewall: firewall({ 'app 100 Deny': ['app No *>* https:443'], 'net 200 Allow': [toAml] }),
    names: amlNames,
    states: 'allowed by net/Aml',
  },
  {
    why: 'application rules don’t matter after a network rule that denies',
    source: processing,
    firewall: firewall({ 'app 100 Allow': [hosts], 'net 200 Deny': ['net No TCP *>*:443'] }),
    names: amlNames,
    states: 'blocked by net/No',
  },
  {
    why: 'DNAT rules are evaluated before network rules, whatever the priorities of their collections',
    source: processing,
    firewall: firewall({
      'net 200 Allow': [toAml],
      'nat 300 Allow': ['nat In TCP *>AzureMachineLearning:443'],
    }),
    states: 'unknown unknown.firewallNat',
  },
  {
    why: 'a policy that can’t be read may contain any rule',
    source: decision,
    firewall: firewall({}, { policies: closed }),
    states: 'unknown unknown.permission',
  },
  {
    why: 'and so may the rule collection groups of a parent',
    source: decision,
    firewall: firewall(
      {},
      {
        policies: known([
          { ...policy('parent', {}), groups: closed },
          policy('own', { 'group 100': { 'allow 100 Allow': [toAml] } }),
        ]),
      },
    ),
    states: 'unknown unknown.permission',
  },
]);

table('application rules', [
  {
    why: 'the called host names are allowed',
    source: processing,
    firewall: firewall({ 'app 300 Allow': [hosts] }),
    names: amlNames,
    states: 'allowed by app/Hosts',
    assumes: ['assumed.firewallNames'],
  },
  {
    why: 'one of two host names isn’t',
    source: processing,
    firewall: firewall({ 'app 300 Allow': ['app Hosts *>*.azureml.ms https:443'] }),
    names: amlNames,
    states: 'partly-blocked by no rule of afw',
  },
  {
    why: 'a host under a wildcard name isn’t every host of it',
    source: decision,
    firewall: firewall({ 'app 300 Allow': ['app Hosts *>westeurope.api.azureml.ms https:443'] }),
    names: ['*.azureml.ms'],
    states: 'partly-blocked by no rule of afw',
  },
  {
    why: 'a wider wildcard contains a narrower one',
    source: 'firewall-faq, read 2026-11-26',
    firewall: firewall({ 'app 300 Allow': ['app Hosts *>*.ms https:443'] }),
    names: ['*.azureml.ms'],
    states: 'allowed by app/Hosts',
  },
  {
    why: 'but only before its last dot',
    source: 'firewall-faq, read 2026-11-26',
    firewall: firewall({ 'app 300 Allow': ['app Hosts *>*.ms https:443'] }),
    names: ['www.azureforms'],
    states: 'blocked by no rule of afw',
  },
  {
    why: 'a name without an asterisk is one host without subdomains',
    source: 'firewall-faq, read 2026-11-26',
    firewall: firewall({ 'app 300 Allow': ['app Hosts *>microsoftonline.com https:443'] }),
    names: ['login.microsoftonline.com'],
    states: 'blocked by no rule of afw',
  },
  {
    why: 'a name may end in the root’s dot, in any case and with surrounding spaces',
    source: 'RFC 1034 3.1; RFC 4343',
    firewall: firewall({
      'app 300 Allow': [withNames('app Entra *>x https:443', [' Login.MicrosoftOnline.com. '])],
    }),
    names: ['login.microsoftonline.com'],
    states: 'allowed by app/Entra',
  },
  {
    why: 'every host name, with surrounding spaces',
    source: decision,
    firewall: firewall({ 'app 300 Allow': [withNames('app Web *>x https:443', [' * '])] }),
    states: 'allowed by app/Web',
  },
  {
    why: 'a narrower host name that is denied first',
    source: processing,
    firewall: firewall({
      'deny 200 Deny': ['app No *>westeurope.api.azureml.ms https:443'],
      'app 300 Allow': [hosts],
    }),
    names: amlNames,
    states: 'partly-blocked by deny/No',
  },
  {
    why: 'every host name matches all, known or not',
    source: processing,
    firewall: firewall({ 'app 300 Allow': ['app Web *>* https:443'] }),
    states: 'allowed by app/Web',
  },
  {
    why: 'the called host names are unknown',
    source: decision,
    firewall: firewall({ 'app 300 Allow': [hosts] }),
    states: 'unknown unknown.firewallName',
  },
  {
    why: 'the called host names don’t matter if none is allowed on the port',
    source: processing,
    firewall: firewall({ 'app 300 Allow': ['app Hosts *>*.azureml.ms http:80'] }),
    states: 'blocked by no rule of afw',
  },
  {
    why: 'HTTP on port 80 isn’t HTTPS on port 443',
    source: processing,
    firewall: firewall({ 'app 300 Allow': ['app Entra *>login.microsoftonline.com https:443'] }),
    flow: 'out TCP 80,443 AzureActiveDirectory',
    names: ['login.microsoftonline.com'],
    states: 'partly-blocked by no rule of afw',
  },
  {
    why: 'both of them',
    source: processing,
    firewall: firewall({ 'app 300 Allow': ['app Entra *>login.microsoftonline.com https:443,http:80'] }),
    flow: 'out TCP 80,443 AzureActiveDirectory',
    names: ['login.microsoftonline.com'],
    states: 'allowed by app/Entra',
  },
  {
    why: 'UDP is decided by network rules alone',
    source: processing,
    firewall: firewall({ 'app 300 Allow': ['app Web *>* https:443,https:5831'] }),
    flow: 'out UDP 5831 AzureMachineLearning',
    states: 'blocked by no rule of afw',
  },
  {
    why: 'the application protocol on other ports is unknown',
    source: decision,
    firewall: firewall({ 'app 300 Allow': ['app Web *>* https:8787'] }),
    flow: 'out TCP 8787 AzureMachineLearning',
    states: 'unknown unknown.firewallProtocol',
  },
  {
    why: 'the hosts of an FQDN tag aren’t published',
    source: nameTags,
    firewall: firewall({ 'app 300 Allow': ['app Aks *>tag=AzureKubernetesService https:443'] }),
    names: amlNames,
    states: 'unknown unknown.firewallNameTag',
  },
  ...['WindowsUpdate', 'WindowsDiagnostics', 'MicrosoftActiveProtectionService'].map((tag) => ({
    why: `but ${tag} holds nothing of Azure ML`,
    source: nameTags,
    firewall: firewall({ 'app 300 Allow': [`app Win *>tag=${tag} https:443`] }),
    names: amlNames,
    states: 'blocked by no rule of afw',
  })),
  {
    why: 'the hosts of a web category aren’t published',
    source: decision,
    firewall: firewall({ 'app 300 Allow': ['app Cat *>category=ComputersAndTechnology https:443'] }),
    names: amlNames,
    states: 'unknown unknown.firewallCategory',
  },
  {
    why: 'a URL inside the traffic',
    source: decision,
    firewall: firewall({ 'app 300 Allow': ['app Url *>url=westeurope.api.azureml.ms/x https:443'] }),
    names: ['westeurope.api.azureml.ms'],
    states: 'unknown unknown.firewallUrl',
  },
  {
    why: 'a URL inside the traffic may start with its scheme',
    source: decision,
    firewall: firewall({ 'app 300 Allow': ['app Url *>url=HTTPS://westeurope.api.azureml.ms/x https:443'] }),
    names: ['westeurope.api.azureml.ms'],
    states: 'unknown unknown.firewallUrl',
  },
  {
    why: 'a URL of another host doesn’t affect this one',
    source: decision,
    firewall: firewall({ 'app 300 Allow': ['app Url *>url=pypi.org/simple https:443'] }),
    names: ['westeurope.api.azureml.ms'],
    states: 'blocked by no rule of afw',
  },
  {
    why: 'a URL inside the traffic if the called hosts are unknown',
    source: decision,
    firewall: firewall({ 'app 300 Allow': ['app Url *>url=pypi.org/simple https:443'] }),
    states: 'unknown unknown.firewallUrl',
  },
  {
    why: 'TLS isn’t inspected for denied traffic',
    source: processing,
    firewall: firewall({ 'app 300 Deny': [`${hosts} tls`], 'app 400 Allow': [hosts] }),
    names: amlNames,
    states: 'blocked by app/Hosts',
  },
  {
    why: 'TLS that is inspected on the path',
    source: decision,
    firewall: firewall({ 'app 300 Allow': [`${hosts} tls`] }),
    names: amlNames,
    states: 'unknown unknown.firewallTls',
  },
  {
    why: 'an empty list of host names counts as unknown names',
    source: decision,
    firewall: firewall({ 'app 300 Allow': [hosts] }),
    names: [],
    states: 'unknown unknown.firewallName',
  },
  {
    why: 'a part by address, the rest by host name',
    source: processing,
    firewall: firewall({
      'net 200 Allow': ['net Aml TCP *>AzureMachineLearning.WestEurope:443'],
      'app 300 Allow': [hosts],
    }),
    names: amlNames,
    states: 'allowed by app/Hosts',
  },
]);

table('names in network rules', [
  {
    why: 'exactly the called host name',
    source: inNetworkRules,
    firewall: firewall({ 'net 200 Allow': ['net Entra TCP *>name=login.microsoftonline.com:443'] }),
    flow: 'out TCP 443 AzureActiveDirectory',
    names: ['login.microsoftonline.com'],
    states: 'allowed by net/Entra',
  },
  {
    why: 'without the DNS proxy it has no addresses',
    source: inNetworkRules,
    firewall: firewall(
      { 'net 200 Allow': ['net Entra TCP *>name=login.microsoftonline.com:443'] },
      { dnsProxy: known(false) },
    ),
    flow: 'out TCP 443 AzureActiveDirectory',
    names: ['login.microsoftonline.com'],
    states: 'unknown unknown.firewallProxy',
  },
  {
    why: 'machines that use Azure DNS may get another address for it',
    source: inNetworkRules,
    firewall: firewall({ 'net 200 Allow': ['net Entra TCP *>name=login.microsoftonline.com:443'] }),
    network: { network: { dnsServers: known([]) } },
    flow: 'out TCP 443 AzureActiveDirectory',
    names: ['login.microsoftonline.com'],
    states: 'unknown unknown.firewallServers',
  },
  {
    why: 'and so may machines that also use a custom server',
    source: inNetworkRules,
    firewall: firewall({ 'net 200 Allow': ['net Entra TCP *>name=login.microsoftonline.com:443'] }),
    network: { network: { dnsServers: known([firewallAddress, '10.9.1.4']) } },
    flow: 'out TCP 443 AzureActiveDirectory',
    names: ['login.microsoftonline.com'],
    states: 'unknown unknown.firewallServers',
  },
  {
    why: 'a wildcard isn’t a host',
    source: inNetworkRules,
    firewall: firewall({ 'net 200 Allow': ['net Tundra TCP *>name=*.azureml.ms:443'] }),
    names: ['westeurope.api.azureml.ms'],
    states: 'blocked by no rule of afw',
    assumes: ['assumed.firewallWildcard'],
  },
  {
    why: 'exactly the called host name, in addition to a rule by address',
    source: inNetworkRules,
    firewall: firewall({
      'net 200 Allow': [toAml, 'net Entra TCP *>name=login.microsoftonline.com:443'],
    }),
    flow: 'out TCP 443 AzureActiveDirectory',
    names: ['login.microsoftonline.com'],
    states: 'allowed by net/Entra',
  },
  {
    why: 'a host name of another Azure service has no address of this one',
    source: 'virtual-network/service-tags-overview, 2023-01-26',
    firewall: firewall({ 'net 200 Allow': ['net Blobs TCP *>name=stteam.blob.core.windows.net:443'] }),
    flow: 'out TCP 443 AzureContainerRegistry.WestEurope',
    names: ['crteam.azurecr.io'],
    states: 'blocked by no rule of afw',
  },
  {
    why: 'the host name of an account may have the address of another account',
    source: 'virtual-network/service-tags-overview, 2023-01-26',
    firewall: firewall({ 'net 200 Allow': ['net Blobs TCP *>name=stteam.blob.core.windows.net:443'] }),
    flow: 'out TCP 443 Storage.WestEurope',
    names: ['*.blob.core.windows.net'],
    states: 'unknown unknown.firewallName',
  },
  {
    why: 'a host name outside of service domains may have any address',
    source: inNetworkRules,
    firewall: firewall({ 'net 200 Allow': ['net Own TCP *>name=git.example.com:443'] }),
    flow: 'out TCP 443 AzureContainerRegistry.WestEurope',
    names: ['crteam.azurecr.io'],
    states: 'unknown unknown.firewallName',
  },
  {
    why: 'another host name may have the same address',
    source: inNetworkRules,
    firewall: firewall({ 'net 200 Allow': ['net Git TCP *>name=github.com:443'] }),
    names: amlNames,
    states: 'unknown unknown.firewallName',
  },
  {
    why: 'another port than the one that the host name is allowed on',
    source: processing,
    firewall: firewall({ 'net 200 Allow': ['net Ntp UDP *>name=ntp.ubuntu.com:123'] }),
    names: amlNames,
    states: 'blocked by no rule of afw',
  },
]);

table('DNAT', [
  {
    why: 'matched traffic goes elsewhere',
    source: processing,
    firewall: firewall({
      'nat 100 Allow': ['nat In TCP *>AzureMachineLearning:443'],
      'net 200 Allow': [toAml],
    }),
    states: 'unknown unknown.firewallNat',
  },
  {
    why: 'DNAT of the firewall’s own address doesn’t affect other addresses',
    source: processing,
    firewall: firewall({ 'nat 100 Allow': ['nat In TCP *>198.51.100.7:443'], 'net 200 Allow': [toAml] }),
    states: 'allowed by net/Aml',
  },
]);

table('the way to the firewall and from it', [
  {
    why: 'a service endpoint bypasses it, also for the registry',
    source: 'virtual network service endpoints, 2019-11-08',
    firewall: firewall({ 'net 200 Allow': ['net None TCP *>192.0.2.1:443'] }),
    network: { subnet: { serviceEndpoints: known(['Microsoft.ContainerRegistry']) } },
    flow: 'out TCP 443 AzureContainerRegistry',
    states: 'allowed by default',
    assumes: ['assumed.serviceEndpoint'],
  },
  {
    why: 'the subnet’s NSG is evaluated before it',
    source: decision,
    firewall: firewall({ 'net 200 Allow': [toAml] }),
    network: { rules: ['Deny Outbound 4096 * *>*:*'] },
    states: 'blocked by 4096',
  },
  {
    why: 'allowed by default in the NSG is allowed by default',
    source: decision,
    firewall: firewall({ 'net 200 Allow': [toAml] }),
    network: { rules: [] },
    states: 'allowed by default by 65000',
  },
  {
    why: 'a custom rule in the NSG leaves the decision to the firewall',
    source: decision,
    firewall: firewall({ 'net 200 Allow': [toAml] }),
    network: { rules: ['Allow Outbound 100 Tcp *>AzureMachineLearning:443'] },
    states: 'allowed by net/Aml',
  },
  {
    why: 'traffic that a route sends around it isn’t affected',
    source: 'virtual-networks-udr-overview, 2023-05-27',
    firewall: firewall({}),
    network: { routes: [`0.0.0.0/0 -> ${firewallAddress}`, 'AzureMachineLearning -> Internet'] },
    states: 'allowed by default',
  },
  {
    why: 'another address is another appliance',
    source: decision,
    firewall: firewall({ 'net 200 Allow': [toAml] }, { addresses: known(['10.9.0.5']) }),
    states: 'forwarded to appliance by route 0.0.0.0/0',
  },
  {
    why: 'a peer that isn’t connected doesn’t lead to it',
    source: 'virtual-network-peering-overview, read 2026-11-26',
    firewall: firewall({ 'net 200 Allow': [toAml] }),
    network: {
      network: {
        peerings: known([
          peering(['10.9.0.0/16'], {
            remoteId: firewall({}).networkId,
            state: known('Initiated'),
          }),
        ]),
      },
    },
    states: 'unknown unknown.peeringState',
  },
  ...[
    { why: 'a peer that may be connected', state: closed },
    {
      why: 'a peer that may allow forwarded traffic',
      allowForwardedTraffic: closed,
    },
  ].map(({ why, ...unread }) => ({
    why,
    source: 'virtual-network-peering-overview, read 2026-11-26',
    firewall: firewall({ 'net 200 Allow': [toAml] }),
    network: {
      network: {
        peerings: known([peering(['10.9.0.0/16'], { remoteId: firewall({}).networkId, ...unread })]),
      },
    },
    states: `unknown ${closed.known ? '' : closed.because.key}`,
  })),
  {
    why: 'a peer that doesn’t allow forwarded traffic is the reason, with its name',
    source: 'virtual-network-manage-peering, 2018-02-09',
    firewall: firewall({ 'net 200 Allow': [toAml] }),
    network: {
      network: {
        peerings: known([
          peering(['10.9.0.0/16'], {
            remoteId: firewall({}).networkId,
            allowForwardedTraffic: known(false),
          }),
        ]),
      },
    },
    states: 'unknown unknown.peeringForwarding',
  },
  {
    why: 'without a public address it still forwards to private addresses',
    source: tunnel,
    firewall: firewall(
      { 'net 200 Allow': ['net Dc TCP *>172.16.0.0/12:443'] },
      { hasPublicAddress: known(false) },
    ),
    flow: 'out TCP 443 172.20.0.0/16',
    states: 'allowed by net/Dc',
  },
  {
    why: 'without a public address it forwards to an unknown next hop',
    source: tunnel,
    firewall: firewall({ 'net 200 Allow': [toAml] }, { hasPublicAddress: known(false) }),
    states: 'unknown unknown.firewallTunnel',
  },
  {
    why: 'a default route of its own subnet to a gateway forces its traffic on-premises',
    source: tunnel,
    firewall: firewall({ 'net 200 Allow': [toAml] }),
    network: ownRoutes(['0.0.0.0/0 -> VirtualNetworkGateway']),
    states: 'forwarded to on-premises by route 0.0.0.0/0',
  },
  {
    why: 'a default route to another appliance, also without a public address',
    source: tunnel,
    firewall: firewall({ 'net 200 Allow': [toAml] }, { hasPublicAddress: known(false) }),
    network: ownRoutes(['0.0.0.0/0 -> 10.9.5.4']),
    states: 'forwarded to appliance by route 0.0.0.0/0',
  },
  {
    why: 'a default route without a next hop drops it',
    source: tunnel,
    firewall: firewall({ 'net 200 Allow': [toAml] }),
    network: ownRoutes(['0.0.0.0/0 -> None']),
    states: 'blocked by route 0.0.0.0/0',
  },
  {
    why: 'a default route to the internet changes nothing',
    source: tunnel,
    firewall: firewall({ 'net 200 Allow': [toAml] }),
    network: ownRoutes(['0.0.0.0/0 -> Internet']),
    states: 'allowed by net/Aml',
  },
  {
    why: 'split tunneling leaves traffic of a more specific route direct to the internet',
    source: tunnel,
    firewall: firewall({ 'net 200 Allow': [toAml] }),
    network: ownRoutes(['0.0.0.0/0 -> VirtualNetworkGateway', 'AzureMachineLearning -> Internet']),
    states: 'allowed by net/Aml',
  },
  {
    why: 'traffic that its rules drop isn’t forwarded',
    source: processing,
    firewall: firewall({}),
    network: ownRoutes(['0.0.0.0/0 -> VirtualNetworkGateway']),
    states: 'blocked by no rule of afw',
  },
  {
    why: 'a part without a next hop is dropped',
    source: tunnel,
    firewall: firewall({ 'net 200 Allow': [toAml] }),
    network: ownRoutes(['4.171.27.64/29 -> None']),
    states: 'partly-blocked by route 4.171.27.64/29',
  },
  {
    why: 'routes that a gateway may add to a custom route table don’t count',
    source: decision,
    firewall: firewall({ 'net 200 Allow': [toAml] }),
    network: ownRoutes(['10.0.0.0/8 -> VirtualNetworkGateway'], { hasGateway: known(true) }),
    states: 'allowed by net/Aml',
  },
  {
    why: 'an unread route destination of it may match anything',
    source: decision,
    firewall: firewall({ 'net 200 Allow': [toAml] }),
    network: ownRoutes([
      '10.0.0.0/8 -> Internet',
      { ...parseRoute('20.0.0.0/8 -> None'), destination: closed },
    ]),
    states: 'unknown unknown.permission',
  },
  {
    why: 'its own route table can’t be read',
    source: decision,
    firewall: firewall({ 'net 200 Allow': [toAml] }),
    network: ownRoutes('unread'),
    states: 'unknown unknown.notRead',
  },
  {
    why: 'but not traffic that it drops',
    source: processing,
    firewall: firewall({}, { hasPublicAddress: known(false) }),
    states: 'blocked by no rule of afw',
  },
  {
    why: 'possible threats are assumed not to be threats',
    source: processing,
    firewall: firewall({ 'net 200 Allow': [toAml] }, { dropsThreats: known(true) }),
    states: 'allowed by net/Aml',
    assumes: ['assumed.firewallThreats'],
  },
]);

describe('the trace of a result', () => {
  it('names the route, then the rule, and marks the deciding step', () => {
    const { trace } = reachOf(behind(firewall({ 'net 200 Allow': [toAml] })), aml);
    expect(trace.map(({ text, decides }) => [text.key, decides])).toEqual([
      ['trace.noGroup.subnet', false],
      ['trace.route.appliance', false],
      ['trace.firewall.allows', true],
    ]);
  });

  it('names the hosts that no rule allows, and splits the flow by them', () => {
    const one = firewall({ 'app 300 Allow': ['app Hosts *>*.azureml.ms https:443'] });
    const { trace, blocked, allowed } = reachOf(behind(one), aml, { names: amlNames });
    const last = trace.find(({ decides }) => decides);
    expect(last?.text).toMatchObject({ key: 'trace.firewall.noName', values: { names: ['*.azureml.net'] } });
    expect([blocked.map(({ names }) => names), allowed.map(({ names }) => names)]).toEqual([
      [['*.azureml.net']],
      [['*.azureml.ms']],
    ]);
  });

  it('names no hosts if a rule by address decides, and reports it once for all of them', () => {
    const { allowed, assumptions } = reachOf(behind(firewall({ 'net 200 Allow': [toAml] })), aml, {
      names: amlNames,
    });
    expect(allowed).toEqual([{ protocol: 'TCP', ports: '443', ranges: expect.any(Number) as number }]);
    expect(assumptions.map(({ key }) => key)).not.toContain('assumed.firewallNames');
  });

  it('names the denied host as it is spelled in lists of hosts', () => {
    const denied = withNames('app No *>x https:443', [' WestEurope.api.azureml.ms ']);
    const one = firewall({ 'deny 200 Deny': [denied], 'app 300 Allow': [hosts] });
    const { blocked } = reachOf(behind(one), aml, { names: amlNames });
    expect(blocked.map(({ names }) => names)).toEqual([['westeurope.api.azureml.ms']]);
  });
});

const intentPage = 'virtual-wan/how-to-routing-policies, 2025-08-01';
const internetPage = 'virtual-wan/about-internet-routing, 2025-03-26';
const hubNetwork =
  '/subscriptions/ms/resourceGroups/RG_hub/providers/x/virtualNetworks/HV_hub-weu_3f2a1b4c-1';

const toFirewall: HubRoute = { prefix: '0.0.0.0/0', nextHopAddress: firewallAddress };
const privateToFirewall: readonly HubRoute[] = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].map(
  (prefix) => ({
    prefix,
    nextHopAddress: firewallAddress,
  }),
);

interface HubRow {
  readonly why: string;
  readonly source: string;
  /** Undefined if the hub can't be read. */
  readonly routes: readonly HubRoute[] | undefined;
  readonly rules?: Parameters<typeof firewall>[0];
  readonly network?: SomeNetwork;
  readonly flow?: string;
  readonly states: string;
  readonly assumes?: readonly string[];
}

const unreadHub = reason('unknown.virtualHubElsewhere', { name: 'hub-weu' });

/** Returns a spoke of a Virtual WAN hub with a firewall at `firewallAddress`, without a custom route. */
function connected({ routes, rules = {}, network = {} }: HubRow): SomeNetwork {
  return {
    ...network,
    network: {
      peerings: known([peering(['10.9.0.0/16'], { remoteId: hubNetwork, useRemoteGateways: known(true) })]),
      hub: {
        id: routes ? 'hub' : null,
        name: 'hub-weu',
        firewallId: null,
        routes: routes ? known(routes) : unknown(unreadHub),
      },
      ...network.network,
    },
    model: { firewalls: [firewall(rules, { networkId: hubNetwork })] },
  };
}

const effective = (prefixes: readonly string[]): SomeNetwork => ({
  subnet: {
    effectiveRoutes: {
      learned: prefixes.map((prefix) => ({ prefix, nextHopAddress: firewallAddress })),
      dropped: [],
    },
  },
});

const hubRows: readonly HubRow[] = [
  {
    why: 'an internet policy sends outbound traffic to the hub’s firewall, whose rule allows it',
    source: intentPage,
    routes: [toFirewall],
    rules: { 'net 200 Allow': [toAml] },
    states: 'allowed by net/Aml',
    assumes: ['assumed.hubRoutes', 'assumed.firewallWay'],
  },
  {
    why: 'traffic that none of its rules matches is dropped',
    source: intentPage,
    routes: [toFirewall],
    states: 'blocked by no rule of afw',
  },
  {
    why: 'a route table that disables gateway routes also disables the hub’s, so nothing goes to the firewall',
    source: intentPage,
    routes: [toFirewall],
    network: { table: testRouteTable([], { disableBgpRoutePropagation: known(true) }) },
    states: 'allowed by default',
  },
  {
    why: 'a user route of the same length overrides it',
    source: 'virtual-networks-udr-overview, 2023-05-27',
    routes: [toFirewall],
    network: { routes: ['0.0.0.0/0 -> None'] },
    states: 'blocked by route 0.0.0.0/0',
  },
  {
    why: 'a service-tag route around the firewall is more specific',
    source: 'virtual-networks-udr-overview, 2023-05-27',
    routes: [toFirewall],
    network: { routes: ['AzureMachineLearning -> Internet'] },
    states: 'allowed by default',
  },
  {
    why: 'replies to calls from the internet are lost in the firewall',
    source: intentPage,
    routes: [toFirewall],
    network: { rules: ['Allow Inbound 100 * AzureMachineLearning>*:44224'] },
    flow: 'in TCP 44224 AzureMachineLearning',
    states: 'reply-lost by route 0.0.0.0/0',
  },
  {
    why: 'a private policy alone doesn’t affect the internet',
    source: intentPage,
    routes: privateToFirewall,
    rules: { 'net 200 Allow': [toAml] },
    states: 'unknown unknown.virtualHub',
  },
  {
    why: 'a private policy sends private addresses of other networks to the firewall',
    source: intentPage,
    routes: privateToFirewall,
    rules: { 'net 200 Allow': ['net Data TCP *>10.60.0.0/16:443'] },
    network: { rules: ['Allow Outbound 100 Tcp *>10.0.0.0/8:443'] },
    flow: 'out TCP 443 10.60.1.4',
    states: 'allowed by net/Data',
  },
  {
    why: 'addresses of the network itself stay in it, whatever the hub advertises',
    source: 'virtual-networks-udr-overview, 2023-05-27',
    routes: privateToFirewall,
    flow: 'out TCP 443 10.1.3.4',
    states: 'allowed by default',
  },
  {
    why: 'forced tunneling through the firewall leads to another default route',
    source: internetPage,
    routes: [...privateToFirewall, { prefix: '0.0.0.0/0', nextHopAddress: null }],
    rules: { 'net 200 Allow': [toAml] },
    states: 'forwarded to appliance by route 0.0.0.0/0',
  },
  {
    why: 'a connection without the default route has none: outbound traffic stays direct',
    source: intentPage,
    routes: [toFirewall],
    network: effective(['10.0.0.0/8']),
    states: 'allowed by default',
  },
  {
    why: 'effective routes show that it arrives, and then it isn’t assumed',
    source: intentPage,
    routes: [toFirewall],
    rules: { 'net 200 Allow': [toAml] },
    network: effective(['0.0.0.0/0']),
    states: 'allowed by net/Aml',
  },
  {
    why: 'a hub that can’t be read is unknown, with the reason',
    source: decision,
    routes: undefined,
    rules: { 'net 200 Allow': [toAml] },
    states: 'unknown unknown.virtualHubElsewhere',
  },
];

describe('routing intent of a virtual hub', () => {
  it.each(hubRows)('$why ($source)', (row) => {
    const answer = reachOf(connected(row), row.flow ?? aml);
    expect(outcomeSummary(answer)).toBe(row.states);
    const keys = answer.assumptions.map(({ key }) => key);
    for (const key of row.assumes ?? []) expect(keys).toContain(key);
    expect(answer.trace.filter(({ decides }) => decides)).toHaveLength(1);
  });

  it('reports that the hub advertises the route', () => {
    const answer = reachOf(connected({ why: '', source: '', states: '', routes: [toFirewall] }), aml);
    expect(answer.trace.map(({ text }) => text.key)).toContain('trace.route.hub');
  });

  it('adds the hub’s routes to VirtualNetwork, like a gateway’s routes', () => {
    const row = {
      why: '',
      source: '',
      states: '',
      routes: [toFirewall],
      rules: { 'net 200 Allow': [toAml] },
    };
    const rules = ['Allow Outbound 100 * *>VirtualNetwork:*', 'Deny Outbound 4096 * *>*:*'];
    const answer = reachOf(connected({ ...row, network: { rules } }), aml);
    expect(outcomeSummary(answer)).toBe('allowed by net/Aml');
  });
});
