import { everyAddress, everyPort, intervalOf, isEmpty, type IntervalSet } from '../../addresses/interval-set';
import { intersect, unionAll } from '../../addresses/interval-algebra';
import { firstUnread, known, unknown } from '../../known';
import type { FirewallApplicationRule, WebProtocol } from '../../network/firewall';
import { everyProtocol, protocolSet } from '../../packets/protocols';
import { reason, type Reason } from '../../reason';
import { crossParts, memoized, type CompiledRule, type RulePart } from '../compile-group';
import type { PartialSet, UnknownLiteral } from '../partial-set';
import {
  addressesOf,
  firewallDecider,
  firewallRuleId,
  limitedTo,
  nearSide,
  type FirewallContext,
} from './compile-firewall';
import { coversName } from './names';
import type { PlacedRule } from './rules-in-order';

const tcp = protocolSet('TCP');

/** Default ports of protocols. */
const webPorts: Readonly<Record<WebProtocol['kind'], number>> = { Http: 80, Https: 443, Mssql: 1433 };

/**
 * Microsoft's host lists for Windows only (fqdn-tags, 2020-06-30): they don't include hosts of Azure ML. The content of
 * the other lists isn't published completely.
 */
const windowsTags = ['windowsupdate', 'windowsdiagnostics', 'microsoftactiveprotectionservice'];

/** Compiles an application rule for packets to hosts of `name`, which is undefined if the hosts aren't known. */
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

/**
 * Returns the rule's access. Whether nodes accept the firewall's own certificate in place of the service's isn't in the
 * model.
 */
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

/** A possible meaning of the rule for the name; certain without unknowns. */
interface RuleMeaning {
  readonly unknowns: readonly UnknownLiteral[];
  /** Possible addresses of the rule's hosts; every address if it isn't set. */
  readonly within?: IntervalSet;
}

function ways(
  { names, nameTags, webCategories, urls }: FirewallApplicationRule,
  name: string | undefined,
  { id, context }: Pick<Parts, 'id' | 'context'>,
): readonly RuleMeaning[] {
  if (!names.known) return [{ unknowns: assumed(`${id}:names`, names.because) }];
  if (names.value.some((one) => one.trim() === '*' || (name !== undefined && coversName(one, name)))) {
    return [{ unknowns: [] }];
  }
  // Names that are narrower than the queried name have their own parts.
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
      .filter((one) => name === undefined || coversName(urlHost(one), name))
      .map((one) => ({ unknowns: assumed(`url:${one}`, reason('unknown.firewallUrl', { url: one })) })),
  ];
}

/** Returns the host at the start of a URL. */
export function urlHost(url: string): string {
  return url.replace(/^[a-z]+:\/\//i, '').split('/')[0] ?? '';
}

function assumed(id: string, because: Reason): readonly UnknownLiteral[] {
  return [{ whyUnknown: { id: `firewall:${id.toLowerCase()}`, because }, value: true }];
}

interface Parts {
  readonly id: string;
  readonly named: RuleMeaning;
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

/**
 * Returns the ports of a rule. Rules for HTTP, HTTPS, and SQL match only these protocols. The protocol on a nonstandard
 * port isn't known.
 */
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

/** Returns the default rule at the end of every firewall, separate from its own rules. */
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
