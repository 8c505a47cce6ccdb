import type { CreatedType, FixStep } from '../../core/fix';
import { nameOf, sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import type { Written } from '../../documents/edits/text-edit';
import type { Insert } from './insert-entries';
import { freeSymbol } from './symbols';
import { writtenRoute, writtenRule, type EntryStyle } from './written-entries';

export type Create = Extract<FixStep, { do: 'create' }>;
export type Attach = Extract<FixStep, { do: 'attach' }>;

/** What a fix makes, what it attaches to what, and what goes into lists that it makes. */
export interface Making {
  readonly creates: readonly Create[];
  readonly attaches: readonly Attach[];
  readonly inserts: readonly Insert[];
}

/** A resource that a fix makes, as a declaration of a Bicep file. */
export interface MadeResource {
  readonly symbol: string;
  readonly type: string;
  readonly apiVersion: string;
  readonly body: Written;
}

const types: Readonly<Record<CreatedType, string>> = {
  securityGroup: 'Microsoft.Network/networkSecurityGroups',
  routeTable: 'Microsoft.Network/routeTables',
  natGateway: 'Microsoft.Network/natGateways',
  publicIpAddress: 'Microsoft.Network/publicIPAddresses',
};

/** Members of a subnet that name what is attached. */
export const attachedMember: Readonly<Record<Exclude<CreatedType, 'publicIpAddress'>, string>> = {
  securityGroup: 'networkSecurityGroup',
  routeTable: 'routeTable',
  natGateway: 'natGateway',
};

const apiVersion = '2024-05-01';

/** What is made, with a symbolic name that the file does not have; a gateway names the address that it is given. */
export function madeResources(
  { creates, attaches, inserts }: Making,
  { location, taken }: { readonly location: Written; readonly taken: ReadonlySet<string> },
  style: EntryStyle,
): readonly (MadeResource & { readonly id: ResourceId })[] {
  const symbols = new Map<string, string>();
  const used = new Set(taken);
  for (const { id } of creates) {
    const symbol = freeSymbol(nameOf(id), used);
    used.add(symbol);
    symbols.set(id.toLowerCase(), symbol);
  }
  return creates.map((step) => {
    const addresses = attaches.filter(({ what, to }) => what === 'publicIpAddress' && sameId(to, step.id));
    return {
      id: step.id,
      symbol: symbols.get(step.id.toLowerCase()) ?? '',
      type: types[step.what],
      apiVersion,
      body: {
        name: nameOf(step.id),
        location,
        ...(step.sku === undefined ? {} : { sku: { name: step.sku } }),
        ...propertiesOf(step, {
          addresses: addresses.map(({ id }) => symbols.get(id.toLowerCase()) ?? ''),
          entries: inserts.filter(({ into }) => sameId(into, step.id)).map((one) => entryOf(one, style)),
        }),
      },
    };
  });
}

interface Inside {
  readonly addresses: readonly string[];
  readonly entries: readonly Written[];
}

function propertiesOf({ what }: Create, { addresses, entries }: Inside): Readonly<Record<string, Written>> {
  switch (what) {
    case 'publicIpAddress':
      return { properties: { publicIPAllocationMethod: 'Static' } };
    case 'natGateway':
      return {
        properties: {
          publicIpAddresses: addresses.map((symbol) => ({ id: { $expression: `${symbol}.id` } })),
        },
      };
    case 'securityGroup':
      return entries.length > 0 ? { properties: { securityRules: entries } } : {};
    case 'routeTable':
      return entries.length > 0 ? { properties: { routes: entries } } : {};
  }
}

function entryOf(step: Insert, style: EntryStyle): Written {
  return step.what === 'rule' ? writtenRule(step.rule, style) : writtenRoute(step.route, style);
}
