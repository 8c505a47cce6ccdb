import { known, unknown } from '../../src/core/known';
import type {
  Firewall,
  FirewallPolicy,
  FirewallProtocol,
  FirewallRule,
  FirewallSide,
  RuleCollection,
  WebProtocol,
} from '../../src/core/network/firewall';
import type { Route, Subnet, VirtualNetwork } from '../../src/core/network/model';
import { reason } from '../../src/core/reason';
import { peering, testRouteTable, someNetwork, type SomeNetwork } from './networks';

const base = '/subscriptions/0000/resourceGroups/rg-hub/providers/Microsoft.Network';

/** Address of the firewall that `behind` adds to the hub. */
export const firewallAddress = '10.9.0.4';

/** `lists 200 Allow`: rules. `firewallRule` parses those that are texts. */
export type Collections = Readonly<Record<string, readonly (string | FirewallRule)[]>>;
/** `base 200`: collections. */
export type Groups = Readonly<Record<string, Collections>>;

const list = (text: string): readonly string[] => (text === '' ? [] : text.split(','));

/** `ip:NAME` is an IP group, anything else is an address or a tag. */
function side(text: string): FirewallSide {
  const parts = list(text);
  return {
    addresses: known(parts.filter((one) => !one.startsWith('ip:'))),
    ipGroups: parts.flatMap((one) => (one.startsWith('ip:') ? [`${base}/ipGroups/${one.slice(3)}`] : [])),
  };
}

/**
 * `net Name TCP,UDP 10.1.0.0/16>AzureMachineLearning:443`, with `name=github.com` among the destinations; `nat Name TCP
 * *>20.1.1.1:443`; `app Name *>*.azureml.ms,login.microsoftonline.com https:443`, where `tag=`, `category=`, and `url=`
 * add other lists, and a final `tls` enables TLS inspection.
 */
export function firewallRule(text: string): FirewallRule {
  const [kind = '', name = '', third = '', fourth = '', fifth] = text.split(' ');
  return kind === 'app'
    ? applicationRule(name, third, { protocols: fourth, opensTls: fifth === 'tls' })
    : packetRule(kind, name, { protocols: third, way: fourth });
}

function packetRule(
  kind: string,
  name: string,
  { protocols, way }: { readonly protocols: string; readonly way: string },
): FirewallRule {
  const [sides, ports] = splitLast(way);
  const [from = '', to = ''] = sides.split('>');
  const isName = (one: string): boolean => one.startsWith('name=');
  const shared = {
    name,
    protocols: known(list(protocols) as readonly FirewallProtocol[]),
    sources: side(from),
    destinations: side(
      list(to)
        .filter((one) => !isName(one))
        .join(),
    ),
    ports: known(list(ports)),
  };
  const names = list(to)
    .filter(isName)
    .map((one) => one.slice('name='.length));
  return kind === 'nat' ? { is: 'nat', ...shared } : { is: 'network', ...shared, names: known(names) };
}

function splitLast(text: string): [string, string] {
  const at = text.lastIndexOf(':');
  return [text.slice(0, at), text.slice(at + 1)];
}

function applicationRule(
  name: string,
  sides: string,
  { protocols, opensTls }: { readonly protocols: string; readonly opensTls: boolean },
): FirewallRule {
  const [from = '', to = ''] = sides.split('>');
  const of = (word: string): readonly string[] =>
    list(to).flatMap((one) => (one.startsWith(`${word}=`) ? [one.slice(word.length + 1)] : []));
  return {
    is: 'application',
    name,
    sources: side(from),
    destinations: known([]),
    protocols: known(
      list(protocols).map((one): WebProtocol => {
        const [kind = '', port = '0'] = one.split(':');
        return { kind: kind === 'http' ? 'Http' : kind === 'https' ? 'Https' : 'Mssql', port: Number(port) };
      }),
    ),
    names: known(list(to).filter((one) => !one.includes('='))),
    nameTags: of('tag'),
    webCategories: of('category'),
    urls: of('url'),
    opensTls,
  };
}

function collection(key: string, rules: Collections[string]): RuleCollection {
  const [name = '', priority = '0', access] = key.split(' ');
  return {
    name,
    priority: known(Number(priority)),
    access: known(access === 'Deny' ? 'Deny' : 'Allow'),
    rules: known(rules.map((one) => (typeof one === 'string' ? firewallRule(one) : one))),
  };
}

export function policy(name: string, groups: Groups): FirewallPolicy {
  const id = `${base}/firewallPolicies/${name}`;
  return {
    id,
    name,
    groups: known(
      Object.entries(groups).map(([key, collections]) => {
        const [group = '', priority = '0'] = key.split(' ');
        return {
          id: `${id}/ruleCollectionGroups/${group}`,
          name: group,
          priority: known(Number(priority)),
          collections: known(Object.entries(collections).map(([one, rules]) => collection(one, rules))),
        };
      }),
    ),
  };
}

/** Builds a firewall in the hub with one policy of one rule collection group, and the given properties. */
export function firewall(collections: Collections, more: Partial<Firewall> = {}): Firewall {
  return {
    id: `${base}/azureFirewalls/afw`,
    name: 'afw',
    networkId: `${base}/virtualNetworks/hub`,
    addresses: known([firewallAddress]),
    hasPublicAddress: known(true),
    policies: known([policy('own', { 'group 200': collections })]),
    ipGroups: [],
    dnsProxy: known(true),
    nameServers: known([]),
    dropsThreats: known(false),
    ...more,
  };
}

export function ipGroup(name: string, addresses: readonly string[] | 'unread'): Firewall['ipGroups'][number] {
  return {
    id: `${base}/ipGroups/${name}`,
    name,
    addresses:
      addresses === 'unread'
        ? unknown(reason('unknown.permission', { name, role: 'Reader', scope: 'rg-hub' }))
        : known(addresses),
  };
}

/** Returns a spoke that sends every packet to the firewall in the peered hub. */
export function behind(one: Firewall, more: SomeNetwork = {}): SomeNetwork {
  return {
    routes: [`0.0.0.0/0 -> ${firewallAddress}`],
    ...more,
    network: {
      peerings: known([peering(['10.9.0.0/16'], { remoteId: one.networkId })]),
      dnsServers: known([firewallAddress]),
      ...more.network,
    },
    model: { firewalls: [one], ...more.model },
  };
}

/** Returns the hub with a route table for the firewall's own subnet. */
export function ownRoutes(
  routes: readonly (string | Route)[] | 'unread',
  ofHub: Partial<VirtualNetwork> = {},
): SomeNetwork {
  const spoke = behind(firewall({}));
  const { virtualNetworks, routeTables } = someNetwork(spoke);
  const [network] = virtualNetworks;
  const [subnet] = network?.subnets ?? [];
  if (!network || !subnet) throw new Error('No network to make a hub of');
  const { networkId } = firewall({});
  const id = `${networkId}/subnets/AzureFirewallSubnet`;
  const table = testRouteTable(routes === 'unread' ? [] : routes, { id: `${networkId}-rt`, name: 'rt-hub' });
  const own: Subnet = { ...subnet, id, virtualNetworkId: networkId, routeTable: known(table.id) };
  const hub: VirtualNetwork = {
    ...network,
    id: networkId,
    name: 'hub',
    peerings: known([]),
    subnets: [own],
    ...ofHub,
  };
  return {
    model: {
      virtualNetworks: [...virtualNetworks, hub],
      routeTables: routes === 'unread' ? routeTables : [...routeTables, table],
    },
  };
}
