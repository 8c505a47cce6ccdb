import type { SubnetPart } from '../../core/resource-change';
import { valueOr } from '../../core/known';
import type { ResourceId } from '../../core/network/model';
import type { WrittenSubnet } from './fix-entries';
import { templateObject, templateParameter, type TemplateResource, type TemplateValue } from './template';
import { groupFor, networkCodeApiVersion, unused, type Writing } from './writing';

const type = 'Microsoft.Network/virtualNetworks';

/**
 * Writes the subnet with all its properties and the associated resources.
 * Azure replaces a subnet as a whole: properties that a template omits are removed. Therefore, the file repeats what
 * was read, and states that.
 */
export function writeSubnet(change: WrittenSubnet, writing: Writing): void {
  const { subnet } = change;
  const { around, symbols } = writing;
  const group = groupFor(subnet.id, 'virtualNetwork', writing);
  group.existing.push(virtualNetwork);
  group.resources.push({
    comment: [around.say('write.subnet', { date: around.context.writtenOn })],
    symbol: unused('changedSubnet', symbols),
    type: `${type}/subnets`,
    apiVersion: networkCodeApiVersion,
    parent: virtualNetwork.symbol,
    name: templateParameter('subnetName'),
    location: null,
    tags: null,
    identity: null,
    properties: templateObject(writtenSubnetProperties(change, writing)),
    // An NSG or route table is associated only after all of its rules and routes exist.
    dependsOn: lastChildren(group.resources),
  });
}

/** Returns the last child of each parent. Children of one parent depend on each other, so the last implies all. */
export function lastChildren(resources: readonly TemplateResource[]): readonly string[] {
  const last = new Map(
    resources.flatMap(({ parent, symbol }) => (parent === null ? [] : [[parent, symbol] as const])),
  );
  return [...last.values()];
}

/** The network in the deployment's own resource group, if its subnet can be written. */
const virtualNetwork = {
  symbol: 'changedNetwork',
  type,
  apiVersion: networkCodeApiVersion,
  name: templateParameter('virtualNetworkName'),
  parent: null,
  scope: null,
} as const;

type Fields = Readonly<Record<string, TemplateValue>>;

/** Returns all properties of the subnet, including associated resources. */
export function writtenSubnetProperties(change: WrittenSubnet, writing: Writing): Fields {
  const { subnet } = change;
  const prefixes = valueOr(subnet.addressPrefixes, []);
  const access = valueOr(subnet.defaultOutboundAccess, null);
  return {
    ...(prefixes.length === 1
      ? { addressPrefix: templateParameter('subnetAddressPrefix') }
      : { addressPrefixes: templateParameter('subnetAddressPrefixes') }),
    ...reference('networkSecurityGroup', 'securityGroup', { change, writing }),
    ...reference('routeTable', 'routeTable', { change, writing }),
    ...reference('natGateway', 'natGateway', { change, writing }),
    ...listed(
      'serviceEndpoints',
      change.settings.serviceEndpoints ?? valueOr(subnet.serviceEndpoints, []),
      (service) => templateObject({ service }),
    ),
    ...listed('serviceEndpointPolicies', valueOr(subnet.serviceEndpointPolicies, []), (id) =>
      templateObject({ id }),
    ),
    ...listed('delegations', change.settings.delegations ?? valueOr(subnet.delegations, []), delegation),
    ...(access === null ? {} : { defaultOutboundAccess: access }),
    privateEndpointNetworkPolicies:
      change.settings.privateEndpointNetworkPolicies ??
      valueOr(subnet.privateEndpointNetworkPolicies, 'Disabled'),
  };
}

function delegation(serviceName: string): TemplateValue {
  return templateObject({
    name: serviceName.replaceAll('/', '.'),
    properties: templateObject({ serviceName }),
  });
}

function listed(name: string, all: readonly string[], toValue: (one: string) => TemplateValue): Fields {
  return all.length === 0 ? {} : { [name]: all.map(toValue) };
}

interface SubnetInCode {
  readonly change: WrittenSubnet;
  readonly writing: Writing;
}

/**
 * Returns the reference to the resource that the fix associates, otherwise to the existing one; empty without either.
 */
function reference(property: string, part: SubnetPart, { change, writing }: SubnetInCode): Fields {
  const id = change.associated.get(part) ?? valueOr(change.subnet[part], null);
  return id === null ? {} : { [property]: templateObject({ id: idOf(id, part, writing) }) };
}

/** Returns an ID: by resource for a new one; for an existing one, as a parameter. */
function idOf(id: ResourceId, part: SubnetPart, { symbolOf, candidates }: Writing): TemplateValue {
  const symbol = symbolOf.get(id.toLowerCase());
  if (symbol !== undefined) return { is: 'id', symbol };
  const name = `subnet${part.charAt(0).toUpperCase()}${part.slice(1)}Id`;
  candidates.push({ name, value: id });
  return templateParameter(name);
}
