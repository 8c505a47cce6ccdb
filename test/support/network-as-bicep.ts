import type { Known } from '../../src/core/known';
import type { NetworkModel, Route, SecurityRule } from '../../src/core/network/model';
import type { Random } from './random-network';

/** Writes a random network in Bicep, as a user may have written it, with a workspace and a cluster in its subnet. */
export function networkAsBicep(
  { virtualNetworks, securityGroups, routeTables }: NetworkModel,
  random: Random,
): string {
  const [network] = virtualNetworks;
  const [subnet] = network?.subnets ?? [];
  const [group] = securityGroups;
  const [table] = routeTables;
  const inLoop = random.below(2) === 0;
  const properties = [
    `addressPrefixes: ${listOf(subnet?.addressPrefixes)}`,
    ...(group ? ['networkSecurityGroup: { id: nsg.id }'] : []),
    ...(table ? ['routeTable: { id: routes.id }'] : []),
    `defaultOutboundAccess: ${random.pick(['true', 'false'])}`,
  ];
  return [
    "param region string = 'westeurope'",
    "param prefix string = 'ml'",
    ...(group ? [securityGroup(valueOf(group.rules, []), inLoop)] : []),
    ...(table ? [routeTable(valueOf(table.routes, []))] : []),
    resource('vnet', 'Microsoft.Network/virtualNetworks@2024-05-01', [
      "name: 'vnet-${prefix}'",
      'location: region',
      `properties: {\naddressSpace: { addressPrefixes: ${listOf(network?.addressPrefixes)} }\nsubnets: [\n{\nname: 'training'\nproperties: {\n${properties.join('\n')}\n}\n}\n]\n}`,
    ]),
    workspace,
    cluster(random.pick(['true', 'false'])),
  ].join('\n\n');
}

function resource(symbol: string, type: string, members: readonly string[]): string {
  return `resource ${symbol} '${type}' = {\n${members.join('\n')}\n}`;
}

function securityGroup(rules: readonly SecurityRule[], inLoop: boolean): string {
  const type = 'Microsoft.Network/networkSecurityGroups@2024-05-01';
  const items = rules.map(
    (one) => `{\nname: '${one.name}'\nproperties: {\n${ruleMembers(one).join('\n')}\n}\n}`,
  );
  const members = (list: string): readonly string[] => [
    "name: 'nsg-${prefix}'",
    'location: region',
    `properties: {\nsecurityRules: ${list}\n}`,
  ];
  if (!inLoop) return resource('nsg', type, members(`[\n${items.join('\n')}\n]`));
  const list = '[for rule in rules: {\nname: rule.name\nproperties: rule.properties\n}]';
  return `var rules = [\n${items.join('\n')}\n]\n\n${resource('nsg', type, members(list))}`;
}

function ruleMembers(one: SecurityRule): readonly string[] {
  return [
    `priority: ${valueOf(one.priority, 100)}`,
    `direction: '${valueOf(one.direction, 'Outbound')}'`,
    `access: '${valueOf(one.access, 'Deny')}'`,
    `protocol: '${valueOf(one.protocol, '*')}'`,
    side('sourceAddressPrefix', valueOf(one.sources, []), 'es'),
    side('sourcePortRange', valueOf(one.sourcePorts, []), 's'),
    side('destinationAddressPrefix', valueOf(one.destinations, []), 'es'),
    side('destinationPortRange', valueOf(one.destinationPorts, []), 's'),
  ];
}

/**
 * Returns one value in the singular property, several in the plural one. A rule for application security groups has no prefix.
 */
function side(property: string, values: readonly string[], plural: string): string {
  const [only = '*'] = values;
  return values.length > 1 ? `${property}${plural}: ${written(values)}` : `${property}: '${only}'`;
}

function routeTable(routes: readonly Route[]): string {
  const items = routes.map((one, index) => {
    const address = valueOf(one.nextHopAddress, null);
    const members = [
      `addressPrefix: '${valueOf(one.destination, '')}'`,
      `nextHopType: '${valueOf(one.nextHop, 'None')}'`,
      ...(address === null ? [] : [`nextHopIpAddress: '${address}'`]),
    ];
    return `{\nname: 'route-${index}'\nproperties: {\n${members.join('\n')}\n}\n}`;
  });
  return resource('routes', 'Microsoft.Network/routeTables@2024-05-01', [
    "name: 'rt-${prefix}'",
    'location: region',
    `properties: {\nroutes: [\n${items.join('\n')}\n]\n}`,
  ]);
}

const workspace = resource('workspace', 'Microsoft.MachineLearningServices/workspaces@2024-04-01', [
  "name: 'mlw-${prefix}'",
  'location: region',
  "identity: { type: 'SystemAssigned' }",
  'properties: {}',
]);

function cluster(publicIp: string): string {
  return resource('cluster', 'Microsoft.MachineLearningServices/workspaces/computes@2024-04-01', [
    'parent: workspace',
    "name: 'cpu'",
    'location: region',
    `properties: {\ncomputeType: 'AmlCompute'\nproperties: {\nvmSize: 'Standard_DS3_v2'\nenableNodePublicIp: ${publicIp}\nscaleSettings: { maxNodeCount: 4 }\nsubnet: { id: '\${vnet.id}/subnets/training' }\n}\n}`,
  ]);
}

function valueOf<T>(one: Known<T>, otherwise: T): T {
  return one.known ? one.value : otherwise;
}

function listOf(one: Known<readonly string[]> | undefined): string {
  return written(one ? valueOf(one, []) : []);
}

function written(values: readonly string[]): string {
  return `[${values.map((one) => `'${one}'`).join(', ')}]`;
}
