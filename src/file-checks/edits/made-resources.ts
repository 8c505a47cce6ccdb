import type { CreatedType, FixStep } from '../../core/fix';
import { nameOf, sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import type { Written } from '../../documents/edits/text-edit';
import { freeSymbol } from './symbols';

export type Create = Extract<FixStep, { do: 'create' }>;
export type Attach = Extract<FixStep, { do: 'attach' }>;

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
  creates: readonly Create[],
  attaches: readonly Attach[],
  { location, taken }: { readonly location: Written; readonly taken: ReadonlySet<string> },
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
        ...propertiesOf(
          step,
          addresses.map(({ id }) => symbols.get(id.toLowerCase()) ?? ''),
        ),
      },
    };
  });
}

function propertiesOf({ what }: Create, addresses: readonly string[]): Readonly<Record<string, Written>> {
  if (what === 'publicIpAddress') return { properties: { publicIPAllocationMethod: 'Static' } };
  if (what !== 'natGateway') return {};
  const ids = addresses.map((symbol) => ({ id: { $expression: `${symbol}.id` } }));
  return { properties: { publicIpAddresses: ids } };
}
