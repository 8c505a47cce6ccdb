import { kindOfType, traitsOf, type ComputeKindTraits } from '../../../core/compute-kinds';
import { nameOf, segmentOf } from '../../../core/network/find';
import type { Plan } from '../../compute-plan';
import { isConnection } from '../build-template';
import { networkSymbol } from '../compute-resource';
import { networkPeeringSymbol, newNetworkParameter, peeringResourceType } from '../peering-resources';
import { subscriptionKey } from '../scopes';
import {
  isList,
  type DeploymentTemplate,
  type ExistingResource,
  type ResourceGroupScope,
  type TemplateResource,
  type TemplateValue,
} from '../template';
import { hclCharacters, hclCode, hclObject, type WrittenBlock, type HclValue } from './hcl-text';

/** A resource of the template or of one of its modules, with its scope. */
export interface PlacedResource<T = TemplateResource> {
  readonly one: T;
  readonly scope: ResourceGroupScope | null;
}

/** All resources in the files. Terraform has one configuration, while a deployment has modules. */
export interface TerraformScope {
  readonly resources: readonly PlacedResource[];
  readonly existing: readonly PlacedResource<ExistingResource>[];
  /** Symbol of a module → symbols of its resources. */
  readonly modules: ReadonlyMap<string, readonly string[]>;
  /** Symbol of a resource → its address. */
  readonly addresses: ReadonlyMap<string, string>;
}

/** Returns the template with its modules in one list. */
export function terraformScope(template: DeploymentTemplate): TerraformScope {
  const parts = [
    { scope: null, template },
    ...template.modules.map(({ scope, template: inner }) => ({ scope, template: inner })),
  ];
  const modules = new Map(
    template.modules.map(({ symbol, template: inner }) => [symbol, inner.resources.map((one) => one.symbol)]),
  );
  const resources = parts.flatMap(({ scope, template: part }) =>
    part.resources.map((one) => ({ one: withoutModules(one, modules), scope })),
  );
  const createsNetwork = resources.some(({ one }) => one.type === networkType);
  const existing = parts
    .flatMap(({ scope, template: part }) => part.existing.map((one) => ({ one, scope: one.scope ?? scope })))
    // A network that the files create isn't a data source.
    .filter(({ one }) => !createsNetwork || ![one.symbol, one.parent].includes(networkSymbol));
  return {
    resources,
    existing: existing.filter(
      ({ one }, at) => existing.findIndex((other) => other.one.symbol === one.symbol) === at,
    ),
    modules,
    addresses: addressesOf(resources.map(({ one }) => one)),
  };
}

/**
 * Removes modules from the dependencies of peerings and links. In one configuration, they refer to the new network, and
 * the second peering waits for the first one.
 */
function withoutModules(one: TemplateResource, modules: TerraformScope['modules']): TemplateResource {
  if (!isConnection(one)) return one;
  const waits = one.dependsOn.filter((symbol) => !modules.has(symbol));
  const isSecond = one.type === peeringResourceType && one.symbol !== networkPeeringSymbol;
  const first = isSecond ? [networkPeeringSymbol] : [];
  return { ...one, dependsOn: [...new Set([...waits, ...first])] };
}

export const networkType = 'Microsoft.Network/virtualNetworks';

/** Terraform types by Azure type. azurerm doesn't support the other types. */
const resourceTypes: Readonly<Record<string, string>> = {
  'Microsoft.Network/networkSecurityGroups': 'azurerm_network_security_group',
  'Microsoft.Network/networkSecurityGroups/securityRules': 'azurerm_network_security_rule',
  'Microsoft.Network/routeTables': 'azurerm_route_table',
  'Microsoft.Network/routeTables/routes': 'azurerm_route',
  'Microsoft.Network/natGateways': 'azurerm_nat_gateway',
  'Microsoft.Network/publicIPAddresses': 'azurerm_public_ip',
  [networkType]: 'azurerm_virtual_network',
  [`${networkType}/subnets`]: 'azapi_update_resource',
  [peeringResourceType]: 'azurerm_virtual_network_peering',
  'Microsoft.Network/privateEndpoints': 'azurerm_private_endpoint',
  'Microsoft.Network/privateDnsZones': 'azurerm_private_dns_zone',
  'Microsoft.Network/privateDnsZones/virtualNetworkLinks': 'azurerm_private_dns_zone_virtual_network_link',
};

/** Data source types by Azure type. */
export const dataTypes: Readonly<Record<string, string>> = {
  'Microsoft.MachineLearningServices/workspaces': 'azurerm_machine_learning_workspace',
  [`${networkType}/subnets`]: 'azurerm_subnet',
  'Microsoft.Network/networkSecurityGroups': 'azurerm_network_security_group',
  'Microsoft.Network/routeTables': 'azurerm_route_table',
};

function addressesOf(resources: readonly TemplateResource[]): ReadonlyMap<string, string> {
  const used = new Set<string>();
  const found = new Map<string, string>();
  for (const one of resources) {
    const type = terraformType(one);
    const base = `${type}.${resourceName(one.symbol)}`;
    let address = base;
    for (let n = 2; used.has(address); n += 1) address = `${base}_${n}`;
    used.add(address);
    found.set(one.symbol, address);
  }
  return found;
}

/**
 * Returns the Terraform type of a resource. azurerm supports clusters of Azure ML; azapi creates unsupported resources.
 */
export function terraformType(one: TemplateResource): string {
  if (isCluster(one)) return 'azurerm_machine_learning_compute_cluster';
  return resourceTypes[one.type] ?? 'azapi_resource';
}

export function isCluster(one: TemplateResource): boolean {
  return computeTraits(one).scales === true;
}

/** Returns the traits of a compute resource; empty for other types. */
export function computeTraits({ properties }: TemplateResource): Partial<ComputeKindTraits> {
  const type = templateField(properties, 'computeType');
  return typeof type === 'string' ? traitsOf(kindOfType(type)) : {};
}

/** Returns `allow_batch_443` for a rule whose symbol is `newRuleAllowBatch443`. */
function resourceName(symbol: string): string {
  const name = snakeCase(symbol.replace(/^new(?:Rule|Route|Zone)/, ''));
  return /^[a-z]/.test(name) ? name : snakeCase(symbol);
}

/** Converts `virtualNetworkName` to `virtual_network_name`. */
export function snakeCase(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();
}

/** Returns a field of an object; undefined if there is none. */
export function templateField(value: TemplateValue, ...path: readonly string[]): TemplateValue | undefined {
  let found: TemplateValue | undefined = value;
  for (const name of path) {
    found =
      typeof found === 'object' && !isList(found) && found.is === 'object' ? found.fields[name] : undefined;
  }
  return found;
}

/** Converts a template value to Terraform's language. */
export function hclValue(value: TemplateValue, scope: TerraformScope): HclValue {
  if (typeof value !== 'object') return value;
  if (isList(value)) return value.map((one) => hclValue(one, scope));
  switch (value.is) {
    case 'parameter':
      return value.name === newNetworkParameter ? idOf(networkSymbol, scope) : variable(value.name);
    case 'format':
      return hclCode(`"${insideOf(value)}"`);
    case 'keyed':
      return {
        is: 'object',
        key: `(var.${snakeCase(value.key.name)})`,
        fields: { key: hclValue(value.value, scope) },
      };
    case 'id':
      return idOf(value.symbol, scope);
    case 'object':
      return {
        ...hclObject(
          Object.fromEntries(Object.entries(value.fields).map(([name, one]) => [name, hclValue(one, scope)])),
        ),
        ...(value.ignored === undefined ? {} : { ignored: value.ignored }),
      };
  }
}

function variable(name: string): HclValue {
  return hclCode(`var.${snakeCase(name)}`);
}

/** Returns text with variables, without the quotes. */
function insideOf(value: TemplateValue): string {
  if (typeof value === 'string') return hclCharacters(value);
  if (typeof value === 'object' && !isList(value)) {
    if (value.is === 'parameter') return `\${var.${snakeCase(value.name)}}`;
    if (value.is === 'format') return value.parts.map(insideOf).join('');
  }
  throw new Error('a text holds texts and variables');
}

/** Returns the ID of a new or existing resource. */
export function idOf(symbol: string, scope: TerraformScope): HclValue {
  const address = scope.addresses.get(symbol);
  if (address !== undefined) return hclCode(`${address}.id`);
  const found = scope.existing.find(({ one }) => one.symbol === symbol);
  if (!found) return subnetIn(scope);
  const data = dataTypes[found.one.type];
  return data === undefined ? hclCode(`"${idText(found)}"`) : hclCode(`data.${data}.${snakeCase(symbol)}.id`);
}

/** Returns the ID of the subnet in a new network, because subnets inside a network don't have addresses. */
function subnetIn({ resources, addresses }: TerraformScope): HclValue {
  const network = resources.find(({ one }) => one.type === networkType);
  if (!network) throw new Error('no resource and no network of that symbol');
  return hclCode(`"\${${addresses.get(network.one.symbol) ?? ''}.id}/subnets/\${var.subnet_name}"`);
}

/** Returns the ID of an existing resource that isn't a data source, as text. */
function idText({ one, scope }: PlacedResource<ExistingResource>): string {
  const [provider = '', ...kinds] = one.type.split('/');
  const place = `/subscriptions/${subscriptionText(scope)}/resourceGroups/${insideOf(scope?.group ?? ownGroup)}`;
  return `${place}/providers/${provider}/${kinds.join('/')}/${insideOf(one.name)}`;
}

function subscriptionText(scope: ResourceGroupScope | null): string {
  return insideOf(scope?.subscription ?? { is: 'parameter', name: 'subscriptionId' });
}

const ownGroup: TemplateValue = { is: 'parameter', name: 'resourceGroupName' };

/** Returns `resource_group_name` for `scope`. */
export function placeValues(scope: ResourceGroupScope | null): WrittenBlock['values'] {
  const group = scope?.group ?? ownGroup;
  return { resource_group_name: hclCode(insideOfGroup(group)) };
}

function insideOfGroup(group: TemplateValue): string {
  if (typeof group === 'object' && !isList(group) && group.is === 'parameter') {
    return `var.${snakeCase(group.name)}`;
  }
  return `"${insideOf(group)}"`;
}

/** Returns the provider for another subscription; empty for that of the workspace. */
export function providerOf(scope: ResourceGroupScope | null): WrittenBlock['values'] {
  const alias = aliasOf(scope);
  return alias === null ? {} : { provider: hclCode(`azurerm.${alias.name}`) };
}

/** Returns the provider alias for another subscription, and the variable with its ID. */
export function aliasOf(
  scope: ResourceGroupScope | null,
): { readonly name: string; readonly variable: string } | null {
  const subscription = scope?.subscription ?? null;
  if (subscription === null || typeof subscription !== 'object' || isList(subscription)) return null;
  if (subscription.is !== 'parameter') return null;
  const name = snakeCase(subscription.name);
  return { name: name.replace(/_subscription$/, ''), variable: name };
}

/** Returns the location of the workspace. A deployment knows it, but Terraform needs variables. */
export function workspacePlace({ workspaceId }: Pick<Plan, 'workspaceId'>): {
  readonly subscription: string;
  readonly group: string;
  readonly name: string;
} {
  return {
    subscription: subscriptionKey(workspaceId),
    group: segmentOf(workspaceId, 'resourceGroups') ?? '',
    name: nameOf(workspaceId),
  };
}
