import { known, unknown, type Known } from '../../../core/known';
import type {
  FirewallApplicationRule,
  FirewallRule,
  FirewallSide,
  WebProtocol,
} from '../../../core/network/firewall';
import { firewallProtocols, type FirewallProtocol } from '../../../core/network/enums';
import { reason } from '../../../core/reason';
import type { Value } from '../../evaluate/value';
import {
  allKnown,
  destinationsPart,
  flagPart,
  idsPart,
  itemsPart,
  namePart,
  numberPart,
  textsPart,
  enumPart,
} from '../parts';
import { firewallMember } from './member-of';

/** Converts a rule of a firewall or a firewall policy. A missing list is empty, as in Azure. */
export function toDeclaredFirewallRule(rule: Value, is: FirewallRule['is']): FirewallRule {
  if (is === 'application') return toApplicationRule(rule);
  const shared = {
    name: nameOfRule(rule),
    protocols: protocolsOf(rule),
    sources: side(rule, 'source'),
    destinations: side(rule, 'destination'),
    ports: textsPart(firewallMember(rule, 'destinationPorts')),
  };
  return is === 'nat'
    ? { is, ...shared }
    : { is, ...shared, names: textsPart(firewallMember(rule, 'destinationFqdns')) };
}

function toApplicationRule(rule: Value): FirewallApplicationRule {
  const limits = limitsOf(rule);
  const names = textsPart(firewallMember(rule, 'targetFqdns'));
  const opensTls = flagPart(firewallMember(rule, 'terminateTLS'), known(false));
  return {
    is: 'application',
    name: nameOfRule(rule),
    sources: side(rule, 'source'),
    destinations: textsPart(firewallMember(rule, 'destinationAddresses')),
    protocols: webProtocolsOf(rule),
    // A list that isn't known can contain any host.
    names: limits.known ? names : limits,
    ...(limits.known ? limits.value : { nameTags: [], webCategories: [], urls: [] }),
    opensTls: opensTls.known && opensTls.value,
  };
}

type Limits = Pick<FirewallApplicationRule, 'nameTags' | 'webCategories' | 'urls'>;

function limitsOf(rule: Value): Known<Limits> {
  const lists = allKnown(
    ['fqdnTags', 'webCategories', 'targetUrls'].map((list) => textsPart(firewallMember(rule, list))),
  );
  if (!lists.known) return lists;
  const [nameTags = [], webCategories = [], urls = []] = lists.value;
  return known({ nameTags, webCategories, urls });
}

function nameOfRule(rule: Value): string {
  return namePart(firewallMember(rule, 'name'));
}

function side(rule: Value, end: 'source' | 'destination'): FirewallSide {
  const addresses = destinationsPart(firewallMember(rule, `${end}Addresses`));
  const groups = idsPart(firewallMember(rule, `${end}IpGroups`));
  return groups.known ? { addresses, ipGroups: groups.value } : { addresses: groups, ipGroups: [] };
}

/** Reads `ipProtocols` of a policy's rule, or `protocols` of a classic firewall rule. */
function protocolsOf(rule: Value): Known<readonly FirewallProtocol[]> {
  const items = itemsPart(firewallMember(rule, 'ipProtocols') ?? firewallMember(rule, 'protocols'));
  if (!items.known) return items;
  if (items.value.length === 0) return missingProperty(rule, 'ipProtocols');
  return allKnown(
    items.value.map((one) => enumPart(firewallProtocols, one, missingProperty(rule, 'ipProtocols'))),
  );
}

const webProtocols: readonly WebProtocol['kind'][] = ['Http', 'Https', 'Mssql'];
const usualPorts: Readonly<Record<WebProtocol['kind'], number>> = { Http: 80, Https: 443, Mssql: 1433 };

/** Reads the protocols. A rule with FQDN tags can omit them, and then uses HTTPS (fqdn-tags, 2020-06-30). */
function webProtocolsOf(rule: Value): Known<readonly WebProtocol[]> {
  const items = itemsPart(firewallMember(rule, 'protocols'));
  if (!items.known) return items;
  if (items.value.length > 0) return allKnown(items.value.map((one) => webProtocolOf(one, rule)));
  return firewallMember(rule, 'fqdnTags') === undefined
    ? missingProperty(rule, 'protocols')
    : known([{ kind: 'Https', port: 443 }]);
}

function webProtocolOf(one: Value, rule: Value): Known<WebProtocol> {
  const kind = enumPart(
    webProtocols,
    firewallMember(one, 'protocolType'),
    missingProperty(rule, 'protocolType'),
  );
  if (!kind.known) return kind;
  const port = numberPart(firewallMember(one, 'port'), known(usualPorts[kind.value]));
  return port.known ? known({ kind: kind.value, port: port.value }) : port;
}

function missingProperty(rule: Value, property: string): Known<never> {
  return unknown(reason('document.missingProperty', { name: nameOfRule(rule), property }));
}
