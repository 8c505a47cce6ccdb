import type { NewRoute, NewRule } from '../../../core/resource-change';
import type { Reason } from '../../../core/reason';
import type { AddedEntry } from '../insert-entries';
import type { Value } from '../../../documents/evaluate/value';
import { partOf, type Part } from '../../../documents/model/parts';

/** The two forms of list entries in azurerm: in their parent, or as separate resources. */
export interface EntryForm {
  readonly parent: string;
  /** The block or argument of the parent. */
  readonly block: string;
  readonly resource: string;
  /** The argument of the resource that refers to the parent. */
  readonly parentName: string;
  /** All arguments of the block. */
  readonly members: readonly string[];
}

export const entryForms: Readonly<Record<AddedEntry['type'], EntryForm>> = {
  rule: {
    parent: 'azurerm_network_security_group',
    block: 'security_rule',
    resource: 'azurerm_network_security_rule',
    parentName: 'network_security_group_name',
    members: [
      'name',
      'description',
      'priority',
      'direction',
      'access',
      'protocol',
      'source_port_range',
      'source_port_ranges',
      'destination_port_range',
      'destination_port_ranges',
      'source_address_prefix',
      'source_address_prefixes',
      'destination_address_prefix',
      'destination_address_prefixes',
      'source_application_security_group_ids',
      'destination_application_security_group_ids',
    ],
  },
  route: {
    parent: 'azurerm_route_table',
    block: 'route',
    resource: 'azurerm_route',
    parentName: 'route_table_name',
    members: ['name', 'address_prefix', 'next_hop_type', 'next_hop_in_ip_address'],
  },
};

/** An argument, and the one for several values. */
export interface ArgumentPair {
  readonly one: string;
  readonly many: string | null;
}

export interface RequiredArgument extends ArgumentPair {
  readonly value: string | number | readonly string[];
  /** True if the argument doesn't have to be set. */
  readonly isOptional?: true;
}

/** Parts of rules and routes that a fix changes. */
export const changedArguments = {
  sources: pair('source_address_prefix', 'source_address_prefixes'),
  destinations: pair('destination_address_prefix', 'destination_address_prefixes'),
  destinationPorts: pair('destination_port_range', 'destination_port_ranges'),
  destination: pair('address_prefix', null),
} as const;

function pair(one: string, many: string | null): ArgumentPair {
  return { one, many };
}

/** Returns the arguments of a new rule or route, in the order of azurerm's documentation. */
export function requiredArguments(
  entry: AddedEntry,
  describe: (why: Reason) => string,
): readonly RequiredArgument[] {
  return entry.type === 'rule' ? ofRule(entry.after, describe) : ofRoute(entry.after);
}

function ofRule(rule: NewRule, describe: (why: Reason) => string): readonly RequiredArgument[] {
  return [
    { ...pair('name', null), value: rule.name },
    { ...pair('description', null), value: describe(rule.why), isOptional: true },
    { ...pair('priority', null), value: rule.priority },
    { ...pair('direction', null), value: rule.direction },
    { ...pair('access', null), value: rule.access },
    { ...pair('protocol', null), value: rule.protocol },
    { ...pair('source_port_range', 'source_port_ranges'), value: ['*'] },
    { ...changedArguments.destinationPorts, value: rule.destinationPorts },
    { ...changedArguments.sources, value: rule.sources },
    { ...changedArguments.destinations, value: rule.destinations },
  ];
}

function ofRoute(route: NewRoute): readonly RequiredArgument[] {
  return [
    { ...pair('name', null), value: route.name },
    { ...changedArguments.destination, value: route.destination },
    { ...pair('next_hop_type', null), value: route.nextHop },
    ...(route.nextHopAddress === null
      ? []
      : [{ ...pair('next_hop_in_ip_address', null), value: route.nextHopAddress }]),
  ];
}

/** Returns, for each pair, the argument with the simplest form of the value. */
export function plainArguments(
  required: readonly RequiredArgument[],
): readonly { readonly name: string; readonly value: string | number | readonly string[] }[] {
  return required.map(({ one, many, value }) => {
    if (typeof value !== 'object') return { name: one, value };
    const [only] = value;
    return value.length === 1 && only !== undefined
      ? { name: one, value: only }
      : { name: many ?? one, value };
  });
}

/** Returns the value of a rule's or route's argument in its ARM body. */
export function entryArgument(entry: Value, argument: string): Part {
  if (argument === 'name') return partOf(entry, 'name');
  return partOf(entry, 'properties', bodyMember(argument));
}

/** Returns the name of an argument in an ARM body. */
export function bodyMember(argument: string): string {
  return argument
    .replace('_in_ip_', '_ip_')
    .replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
