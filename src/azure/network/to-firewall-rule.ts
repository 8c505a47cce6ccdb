import { known, unknown, type Known } from '../../core/known';
import type {
  FirewallApplicationRule,
  FirewallRule,
  FirewallSide,
  WebProtocol,
} from '../../core/network/firewall';
import { firewallProtocols, type FirewallProtocol } from '../../core/network/enums';
import { reason } from '../../core/reason';
import { jsonAt, flagAt, listAt, numberAt, textAt, textsAt, type Json } from '../json';
import { nameIn } from './members';

/** Converts a rule of a firewall or of its policy. Both have the same member names, except for the protocols. */
export function toFirewallRule(body: Json, is: FirewallRule['is']): FirewallRule {
  if (is === 'application') return toApplicationRule(body);
  const shared = {
    name: nameIn(body),
    protocols: protocolsOf(body),
    sources: side(body, 'source'),
    destinations: side(body, 'destination'),
    ports: known(textsAt(body, 'destinationPorts')),
  };
  return is === 'nat'
    ? { is, ...shared }
    : { is, ...shared, names: known(textsAt(body, 'destinationFqdns')) };
}

function toApplicationRule(body: Json): FirewallApplicationRule {
  return {
    is: 'application',
    name: nameIn(body),
    sources: side(body, 'source'),
    destinations: known(textsAt(body, 'destinationAddresses')),
    protocols: webProtocolsOf(body),
    names: known(textsAt(body, 'targetFqdns')),
    nameTags: textsAt(body, 'fqdnTags'),
    webCategories: textsAt(body, 'webCategories'),
    urls: textsAt(body, 'targetUrls'),
    opensTls: flagAt(body, 'terminateTLS') === true,
  };
}

function side(body: Json, end: 'source' | 'destination'): FirewallSide {
  return { addresses: known(textsAt(body, `${end}Addresses`)), ipGroups: textsAt(body, `${end}IpGroups`) };
}

/** Returns `ipProtocols` of a policy's rule, or `protocols` of a classic firewall's rule. */
function protocolsOf(body: Json): Known<readonly FirewallProtocol[]> {
  const texts = [...textsAt(body, 'ipProtocols'), ...textsAt(body, 'protocols')];
  const read = texts.map((text) => firewallProtocols.find((one) => one.toLowerCase() === text.toLowerCase()));
  const found = read.filter((one) => one !== undefined);
  return texts.length > 0 && found.length === texts.length ? known(found) : notRead(body);
}

const webProtocols: readonly WebProtocol['kind'][] = ['Http', 'Https', 'Mssql'];
const usualPorts: Readonly<Record<WebProtocol['kind'], number>> = { Http: 80, Https: 443, Mssql: 1433 };

/**
 * Returns the protocols of an application rule. A rule with FQDN tags can omit its protocols and then uses HTTPS
 * (fqdn-tags, 2020-06-30).
 */
function webProtocolsOf(body: Json): Known<readonly WebProtocol[]> {
  const all = listAt(body, 'protocols');
  if (all.length === 0 && jsonAt(body, 'fqdnTags') !== undefined) {
    return known([{ kind: 'Https', port: 443 }]);
  }
  const read: WebProtocol[] = [];
  for (const one of all) {
    const text = textAt(one, 'protocolType')?.toLowerCase();
    const kind = webProtocols.find((each) => each.toLowerCase() === text);
    if (!kind) return notRead(body);
    read.push({ kind, port: numberAt(one, 'port') ?? usualPorts[kind] });
  }
  return read.length > 0 ? known(read) : notRead(body);
}

function notRead(body: Json): Known<never> {
  return unknown(reason('unknown.notRead', { name: nameIn(body) }));
}
