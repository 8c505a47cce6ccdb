import type {
  Firewall,
  FirewallApplicationRule,
  FirewallRule,
  FirewallSide,
} from '../../src/core/network/firewall';

/** One packet, and the host that its sender calls. */
export interface NaiveCall {
  readonly protocol: 'TCP' | 'UDP';
  readonly from: string;
  readonly to: string;
  readonly port: number;
  readonly host: string;
}

/** The rule that matches a packet and its action. Without a rule, the firewall drops it. */
export type NaiveFirewallEnd = { readonly passes: boolean; readonly by: string | null };

type Tags = Readonly<Record<string, readonly string[]>>;

/**
 * Returns an Azure Firewall for one packet at a time, written from the documentation and sharing nothing with `src`: kind by
 * kind, policy by policy, priority by priority, the first matching rule. Unknown values aren't simulated.
 */
export function naiveFirewall(firewall: Firewall, call: NaiveCall, tags: Tags): NaiveFirewallEnd {
  const rules = value(firewall.policies).flatMap((policy) =>
    sorted(value(policy.groups)).flatMap((group) =>
      sorted(value(group.collections)).flatMap((collection) =>
        value(collection.rules).map((rule) => ({ rule, allows: value(collection.access) === 'Allow' })),
      ),
    ),
  );
  for (const kind of ['network', 'application'] as const) {
    const found = rules.find(({ rule }) => rule.is === kind && takes(rule, call, { firewall, tags }));
    if (found) return { passes: found.allows, by: found.rule.name };
  }
  return { passes: false, by: null };
}

interface World {
  readonly firewall: Firewall;
  readonly tags: Tags;
}

function takes(rule: FirewallRule, call: NaiveCall, world: World): boolean {
  if (!onSide(rule.sources, call.from, world)) return false;
  if (rule.is === 'application') return mentions(rule, call);
  const protocols = value(rule.protocols);
  return (
    (protocols.includes('Any') || protocols.includes(call.protocol)) &&
    value(rule.ports).some((text) => inPorts(text, call.port)) &&
    onSide(rule.destinations, call.to, world)
  );
}

function onSide(side: FirewallSide, address: string, { firewall, tags }: World): boolean {
  const grouped = side.ipGroups.flatMap((id) =>
    firewall.ipGroups.filter((one) => one.id === id).flatMap((one) => value(one.addresses)),
  );
  return [...value(side.addresses), ...grouped].some(
    (text) =>
      text === '*' ||
      (tags[text.toLowerCase()] ?? [text]).some((prefix) => bits(address).startsWith(headOf(prefix))),
  );
}

function mentions(rule: FirewallApplicationRule, { protocol, port, host }: NaiveCall): boolean {
  const isWeb = value(rule.protocols).some((one) => one.port === port);
  return protocol === 'TCP' && isWeb && value(rule.names).some((name) => fits(name, host));
}

function fits(name: string, host: string): boolean {
  return name.startsWith('*') ? host.endsWith(name.slice(1)) : host === name;
}

function inPorts(text: string, port: number): boolean {
  if (text === '*') return true;
  const [from = '', to = from] = text.split('-');
  return Number(from) <= port && port <= Number(to);
}

function sorted<T extends { readonly priority: { known: boolean } }>(items: readonly T[]): T[] {
  const priority = (item: T): number => value(item.priority as { known: true; value: number });
  return [...items].sort((a, b) => priority(a) - priority(b));
}

/** Returns the bits that every address of a prefix starts with. */
function headOf(prefix: string): string {
  const [base = '', length = '32'] = prefix.split('/');
  return bits(base).slice(0, Number(length));
}

function bits(address: string): string {
  return address
    .split('.')
    .map((octet) => Number(octet).toString(2).padStart(8, '0'))
    .join('');
}

function value<T>(known: { known: true; value: T } | { known: false }): T {
  if (!known.known) throw new Error('The naive firewall knows everything');
  return known.value;
}
