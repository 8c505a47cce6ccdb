import { everyAddress, everyPort, intervalOf, isEmpty, type IntervalSet } from '../../addresses/interval-set';
import { intersect, unionAll } from '../../addresses/interval-algebra';
import { known, unknown } from '../../known';
import type { FirewallApplicationRule, WebProtocol } from '../../network/firewall';
import { everyProtocol, protocolSet } from '../../packets/protocols';
import { reason, type Reason } from '../../reason';
import { crossParts, firstUnread, memoized, type CompiledRule, type RulePart } from '../compile-group';
import type { PartialSet, UnknownLiteral } from '../partial-set';
import {
  addressesOf,
  firewallDecider,
  firewallRuleId,
  limitedTo,
  nearSide,
  type FirewallContext,
} from './compile-firewall';
import { holdsName } from './names';
import type { PlacedRule } from './rules-in-order';

const tcp = protocolSet('TCP');

/** Ports on which what is spoken goes without saying. */
const webPorts: Readonly<Record<WebProtocol['kind'], number>> = { Http: 80, Https: 443, Mssql: 1433 };

/**
 * Lists of hosts that Microsoft keeps for Windows alone (fqdn-tags, 2020-06-30): no host of Azure ML is among them. What
 * others hold is not published as a whole.
 */
const windowsTags = ['windowsupdate', 'windowsdiagnostics', 'microsoftactiveprotectionservice'];

/** An application rule, ready to be tried on packets to hosts of `name`; undefined: which hosts is not known. */
export function compileApplicationRule(
  placed: PlacedRule & { readonly rule: FirewallApplicationRule },
  name: string | undefined,
  context: FirewallContext,
): CompiledRule {
  const { rule } = placed;
  const id = firewallRuleId(placed);
  const ports = rule.protocols.known ? portsOf(rule.protocols.value) : everyPort;
  return {
    decider: firewallDecider(placed, context.firewall),
    access: accessOf(placed),
    protocols: tcp,
    destinationPorts: ports,
    namesVirtualNetwork: false,
    namesMembers: false,
    parts: memoized(() =>
      ways(rule, name, { id, context }).flatMap((named) => packetParts(rule, { id, named, context })),
    ),
  };
}

/** A certificate of the firewall's own in place of the service's: whether nodes take it is not in the model. */
function accessOf({
  rule,
  access,
}: PlacedRule & { readonly rule: FirewallApplicationRule }): CompiledRule['access'] {
  const allows = access.known && access.value === 'Allow';
  return rule.opensTls && allows ? unknown(reason('unknown.firewallTls', { rule: rule.name })) : access;
}

function portsOf(protocols: readonly WebProtocol[]): IntervalSet {
  return unionAll(protocols.map(({ port }) => intervalOf(port, port)));
}

/** One way in which the rule may mean the name: certain where nothing is assumed. */
interface Way {
  readonly unknowns: readonly UnknownLiteral[];
  /** Addresses that hosts of the rule can have; every address where it isn't set. */
  readonly within?: IntervalSet;
}

function ways(
  { names, nameTags, webCategories, urls }: FirewallApplicationRule,
  name: string | undefined,
  { id, context }: Pick<Parts, 'id' | 'context'>,
): readonly Way[] {
  if (!names.known) return [{ unknowns: assumed(`${id}:names`, names.because) }];
  if (names.value.some((one) => one.trim() === '*' || (name !== undefined && holdsName(one, name)))) {
    return [{ unknowns: [] }];
  }
  // Of what is narrower than the name, parts of their own are asked.
  const byName = name === undefined ? names.value : [];
  return [
    ...byName.map((one) => ({
      unknowns: assumed(`name:${one}`, reason('unknown.firewallName', { name: one })),
      within: addressesOf(one, context),
    })),
    ...nameTags
      .filter((one) => !windowsTags.includes(one.toLowerCase()))
      .map((one) => ({
        unknowns: assumed(`nameTag:${one}`, reason('unknown.firewallNameTag', { tag: one })),
      })),
    ...webCategories.map((one) => ({
      unknowns: assumed(`category:${one}`, reason('unknown.firewallCategory', { category: one })),
    })),
    ...urls
      .filter((one) => name === undefined || holdsName(urlHost(one), name))
      .map((one) => ({ unknowns: assumed(`url:${one}`, reason('unknown.firewallUrl', { url: one })) })),
  ];
}

/** The host that an address inside the traffic begins with. */
export function urlHost(url: string): string {
  return url.replace(/^[a-z]+:\/\//i, '').split('/')[0] ?? '';
}

function assumed(id: string, because: Reason): readonly UnknownLiteral[] {
  return [{ whyUnknown: { id: `firewall:${id.toLowerCase()}`, because }, value: true }];
}

interface Parts {
  readonly id: string;
  readonly named: Way;
  readonly context: FirewallContext;
}

function packetParts(rule: FirewallApplicationRule, { id, named, context }: Parts): RulePart[] {
  const local = nearSide(rule.sources, id, context);
  if (isEmpty(local.certain) && local.possible.length === 0) return [];
  const remote = within(limitedTo(rule.destinations, id, context), named.within);
  return spoken(rule, id).flatMap(({ ports, unknowns }) =>
    crossParts(
      {
        id,
        protocols: tcp,
        destinationPorts: ports,
        sourcePorts: everyPort,
        unknowns: [...unknowns, ...named.unknowns],
      },
      { local, remote },
    ),
  );
}

function within({ certain, possible }: PartialSet, limits: IntervalSet | undefined): PartialSet {
  if (limits === undefined) return { certain, possible };
  return {
    certain: intersect(certain, limits),
    possible: possible.map((one) => ({ ...one, set: intersect(one.set, limits) })),
  };
}

interface Spoken {
  readonly ports: IntervalSet;
  readonly unknowns: readonly UnknownLiteral[];
}

/** Rules for HTTP, HTTPS and SQL take nothing else; what is spoken on other ports than theirs is not known. */
function spoken({ protocols }: FirewallApplicationRule, id: string): readonly Spoken[] {
  const unread = firstUnread(protocols);
  if (unread) return [{ ports: everyPort, unknowns: assumed(`${id}:protocols`, unread) }];
  const all = protocols.known ? protocols.value : [];
  const usual = all.filter(({ kind, port }) => webPorts[kind] === port);
  const others = all.filter((one) => !usual.includes(one));
  return [
    { ports: portsOf(usual), unknowns: [] },
    ...others.map(({ kind, port }) => ({
      ports: intervalOf(port, port),
      unknowns: assumed(
        `spoken:${kind}:${port}`,
        reason('unknown.firewallProtocol', { port, protocol: kind.toUpperCase() }),
      ),
    })),
  ];
}

/** Kept apart from what is written: the last word of every firewall. */
export function defaultRule(context: FirewallContext, access: 'Allow' | 'Deny'): CompiledRule {
  const { firewall, vocabulary } = context;
  return {
    decider: {
      kind: 'firewall-rule',
      name: '',
      collection: '',
      isDefault: true,
      firewallId: firewall.id,
      firewallName: firewall.name,
      writtenIn: firewall.id,
    },
    access: known(access),
    protocols: everyProtocol,
    destinationPorts: everyPort,
    namesVirtualNetwork: false,
    namesMembers: false,
    parts: memoized(() => [
      {
        cell: {
          protocols: everyProtocol,
          destinationPorts: everyPort,
          sourcePorts: everyPort,
          local: vocabulary.local,
          remote: everyAddress,
        },
        if: [],
      },
    ]),
  };
}
