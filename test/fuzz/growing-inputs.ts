import type { BadInput } from './bad-input';

/** A template whose size is a number. `short` ones stay small while their declarations grow. */
type Growing = (size: number) => BadInput;

const times = (size: number, write: (at: number) => string): string =>
  Array.from({ length: size }, (_, at) => write(at)).join('\n');

const bicep = (text: string): BadInput => [['main.bicep', `${text}\n`]];

const json = (body: object): BadInput => [
  [
    'main.json',
    JSON.stringify({
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
      contentVersion: '1.0.0.0',
      ...body,
    }),
  ],
];

const rule = (name: string, priority: string, more = ''): string =>
  `{ name: ${name}, properties: { priority: ${priority}, direction: 'Outbound', access: 'Allow', protocol: 'Tcp', sourceAddressPrefix: '*', sourcePortRange: '*', destinationAddressPrefix: 'AzureMachineLearning', destinationPortRange: '443'${more} } }`;

const groupOf = (rules: string): string =>
  `resource g 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {\n  name: 'g'\n  properties: { securityRules: ${rules} }\n}\n`;

const group = groupOf(`[ ${rule("'a'", '100')} ]`);

const subnet = (name: string, at: string, more = ''): string =>
  `{ name: ${name}, properties: { addressPrefix: cidrSubnet('10.0.0.0/8', 24, ${at}), networkSecurityGroup: { id: g.id }${more} } }`;

const networkOf = (subnets: string, more = ''): string =>
  `resource v 'Microsoft.Network/virtualNetworks@2024-05-01' = {\n  name: 'v'\n  properties: { addressSpace: { addressPrefixes: [ '10.0.0.0/8' ] }, subnets: ${subnets}${more} }\n}\n`;

const loop = (size: number, body: string): string => `[for i in range(0, ${size}): ${body}]`;

const oneSubnet = networkOf(`[ ${subnet("'s'", '0')} ]`);

const workspace =
  "resource w 'Microsoft.MachineLearningServices/workspaces@2024-10-01' = {\n  name: 'w'\n  location: 'westeurope'\n  identity: { type: 'SystemAssigned' }\n}\n";

/** Inputs that need quadratic time unless each part is processed once. */
export const growingInputs: Readonly<Record<string, Growing>> = {
  'subnets of one group from a loop': (size) => bicep(group + networkOf(loop(size, subnet("'s${i}'", 'i')))),
  'subnets of one group, each written': (size) =>
    bicep(group + networkOf(`[\n${times(size, (at) => subnet(`'s${at}'`, String(at)))}\n]`)),
  'subnets each with a group': (size) =>
    bicep(
      `resource g 'Microsoft.Network/networkSecurityGroups@2024-05-01' = ${loop(size, `{ name: 'g\${i}', properties: { securityRules: [ ${rule("'a'", '100')} ] } }`)}\n${networkOf(
        loop(size, subnet("'s${i}'", 'i').replace('g.id', 'g[i].id')),
      )}`,
    ),
  'subnets behind one whose group has too many rules': (size) =>
    bicep(
      `${group}resource big 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {\n  name: 'big'\n  properties: { securityRules: ${loop(1800, rule("'r${i}'", '100 + i'))} }\n}\n${networkOf(
        loop(size, subnet("'s${i}'", 'i').replace('g.id', 'i == 0 ? big.id : g.id')),
      )}`,
    ),
  'networks of one subnet': (size) =>
    bicep(
      `${group}resource v 'Microsoft.Network/virtualNetworks@2024-05-01' = ${loop(size, `{ name: 'v\${i}', properties: { addressSpace: { addressPrefixes: [ '10.0.0.0/8' ] }, subnets: [ ${subnet("'s'", 'i')} ] } }`)}\n`,
    ),
  'networks of many subnets': (size) =>
    bicep(
      `${group}resource v 'Microsoft.Network/virtualNetworks@2024-05-01' = ${loop(Math.ceil(size / 20), `{ name: 'v\${i}', properties: { addressSpace: { addressPrefixes: [ '10.0.0.0/8' ] }, subnets: [for j in range(0, 20): ${subnet("'s${j}'", 'j')}] } }`)}\n`,
    ),
  'modules in a loop, each with subnets': (size) => [
    [
      'main.bicep',
      `module m 'm.bicep' = [for i in range(0, ${Math.ceil(size / 10)}): { name: 'm\${i}', params: { n: i } }]\n`,
    ],
    [
      'm.bicep',
      `param n int\n${group.replace("'g'", "'g${n}'")}${networkOf(loop(10, subnet("'s${i}'", 'i'))).replace("'v'", "'v${n}'")}`,
    ],
  ],
  'modules in modules in loops': (size) => [
    [
      'main.bicep',
      `module m 'a.bicep' = [for i in range(0, ${Math.ceil(Math.sqrt(size))}): { name: 'm\${i}', params: { n: i } }]\n`,
    ],
    [
      'a.bicep',
      `param n int\nmodule m 'b.bicep' = [for i in range(0, ${Math.ceil(Math.sqrt(size))}): { name: 'm\${n}-\${i}', params: { n: n * 1000 + i } }]\n`,
    ],
    ['b.bicep', `param n int\n${group.replace("'g'", "'g${n}'")}${oneSubnet.replace("'v'", "'v${n}'")}`],
  ],
  'copies of an ARM template': (size) =>
    json({
      resources: [
        {
          type: 'Microsoft.Network/networkSecurityGroups',
          apiVersion: '2024-05-01',
          name: 'g',
          properties: {
            securityRules: [
              {
                name: 'a',
                properties: {
                  priority: 100,
                  direction: 'Outbound',
                  access: 'Allow',
                  protocol: 'Tcp',
                  sourceAddressPrefix: '*',
                  sourcePortRange: '*',
                  destinationAddressPrefix: 'AzureMachineLearning',
                  destinationPortRange: '443',
                },
              },
            ],
          },
        },
        {
          type: 'Microsoft.Network/virtualNetworks',
          apiVersion: '2024-05-01',
          name: 'v',
          properties: {
            addressSpace: { addressPrefixes: ['10.0.0.0/8'] },
            copy: [
              {
                name: 'subnets',
                count: size,
                input: {
                  name: "[concat('s', copyIndex('subnets'))]",
                  properties: {
                    addressPrefix: "[cidrSubnet('10.0.0.0/8', 24, copyIndex('subnets'))]",
                    networkSecurityGroup: {
                      id: "[resourceId('Microsoft.Network/networkSecurityGroups', 'g')]",
                    },
                  },
                },
              },
            ],
          },
        },
      ],
    }),
  'rules of one group from a loop': (size) =>
    bicep(groupOf(loop(size, rule("'r${i}'", '100 + i'))) + oneSubnet),
  'rules of one group that differ': (size) =>
    bicep(
      groupOf(
        loop(
          size,
          rule("'r${i}'", '100 + i').replace(
            "'AzureMachineLearning'",
            "i == 0 ? 'AzureMachineLearning' : cidrSubnet('100.0.0.0/8', 28, i * 2)",
          ),
        ),
      ) + oneSubnet,
    ),
  'denying rules that differ': (size) =>
    bicep(
      groupOf(
        loop(
          size,
          rule("'r${i}'", '100 + i')
            .replace("'Allow'", "i == 0 ? 'Allow' : 'Deny'")
            .replace(
              "'AzureMachineLearning'",
              "i == 0 ? 'AzureMachineLearning' : cidrSubnet('13.0.0.0/8', 28, i * 2)",
            ),
        ),
      ) + oneSubnet,
    ),
  'routes of one table': (size) =>
    bicep(
      `${group}resource t 'Microsoft.Network/routeTables@2024-05-01' = {\n  name: 't'\n  properties: { routes: ${loop(size, "{ name: 'r${i}', properties: { addressPrefix: cidrSubnet('13.0.0.0/8', 28, i), nextHopType: 'VirtualAppliance', nextHopIpAddress: '10.0.0.4' } }")} }\n}\n${networkOf(`[ ${subnet("'s'", '0', ', routeTable: { id: t.id }')} ]`)}`,
    ),
  'peerings of one network': (size) =>
    bicep(
      `${group}${networkOf(
        `[ ${subnet("'s'", '0')} ]`,
        `, virtualNetworkPeerings: ${loop(size, "{ name: 'p${i}', properties: { remoteVirtualNetwork: { id: '/subscriptions/0/resourceGroups/r/providers/Microsoft.Network/virtualNetworks/o${i}' }, remoteAddressSpace: { addressPrefixes: [ cidrSubnet('20.0.0.0/8', 24, i) ] }, peeringState: 'Connected', allowVirtualNetworkAccess: true } }")}`,
      )}`,
    ),
  'networks that peer with each other': (size) =>
    bicep(
      `${group}${oneSubnet}resource o 'Microsoft.Network/virtualNetworks@2024-05-01' = ${loop(size, "{ name: 'o${i}', properties: { addressSpace: { addressPrefixes: [ cidrSubnet('20.0.0.0/8', 24, i) ] } } }")}\nresource p 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = ${loop(size, "{ parent: v, name: 'p${i}', properties: { remoteVirtualNetwork: { id: o[i].id }, allowVirtualNetworkAccess: true } }")}\n`,
    ),
  'private endpoints': (size) =>
    bicep(
      `${group}${oneSubnet}${workspace}resource e 'Microsoft.Network/privateEndpoints@2024-05-01' = ${loop(size, "{ name: 'e${i}', location: 'westeurope', properties: { subnet: { id: v.properties.subnets[0].id }, privateLinkServiceConnections: [ { name: 'c', properties: { privateLinkServiceId: w.id, groupIds: [ 'amlworkspace' ] } } ] } }")}\n`,
    ),
  'DNS zones and links': (size) =>
    bicep(
      `${group}${oneSubnet}${workspace}resource z 'Microsoft.Network/privateDnsZones@2024-06-01' = ${loop(size, "{ name: i == 0 ? 'privatelink.api.azureml.ms' : 'z${i}.example.com', location: 'global' }")}\nresource l 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = ${loop(size, "{ parent: z[i], name: 'l${i}', location: 'global', properties: { virtualNetwork: { id: v.id }, registrationEnabled: false } }")}\n`,
    ),
  'clusters in one subnet': (size) =>
    bicep(
      `${group}${oneSubnet}${workspace}resource c 'Microsoft.MachineLearningServices/workspaces/computes@2024-10-01' = ${loop(size, "{ parent: w, name: 'c${i}', location: 'westeurope', properties: { computeType: 'AmlCompute', properties: { vmSize: 'STANDARD_DS3_V2', subnet: { id: v.properties.subnets[0].id }, scaleSettings: { maxNodeCount: 1, minNodeCount: 0 } } } }")}\n`,
    ),
  'clusters outside of the network': (size) =>
    bicep(
      `${group}${oneSubnet}${workspace}resource c 'Microsoft.MachineLearningServices/workspaces/computes@2024-10-01' = ${loop(size, "{ parent: w, name: 'c${i}', location: 'westeurope', properties: { computeType: 'AmlCompute', properties: { vmSize: 'STANDARD_DS3_V2', scaleSettings: { maxNodeCount: 1, minNodeCount: 0 } } } }")}\n`,
    ),
  'clusters each in a subnet': (size) =>
    bicep(
      `${group}${networkOf(loop(size, subnet("'s${i}'", 'i')))}${workspace}resource c 'Microsoft.MachineLearningServices/workspaces/computes@2024-10-01' = ${loop(size, "{ parent: w, name: 'c${i}', location: 'westeurope', properties: { computeType: 'AmlCompute', properties: { vmSize: 'STANDARD_DS3_V2', subnet: { id: resourceId('Microsoft.Network/virtualNetworks/subnets', 'v', 's${i}') }, scaleSettings: { maxNodeCount: 1, minNodeCount: 0 } } } }")}\n`,
    ),
  workspaces: (size) =>
    bicep(
      `${group}${oneSubnet}resource w 'Microsoft.MachineLearningServices/workspaces@2024-10-01' = ${loop(size, "{ name: 'w${i}', location: 'westeurope', identity: { type: 'SystemAssigned' } }")}\n`,
    ),
  'roles with misprinted actions': (size) =>
    bicep(
      `${group}${oneSubnet}resource r 'Microsoft.Authorization/roleDefinitions@2022-04-01' = ${loop(size, "{ name: guid('r${i}'), properties: { roleName: 'r${i}', type: 'CustomRole', permissions: [ { actions: [ 'Microsoft.Network/virtualNetworks/subnet/join/action' ] } ], assignableScopes: [ resourceGroup().id ] } }")}\n`,
    ),
  'resources of one type': (size) =>
    bicep(
      `${group}${oneSubnet}\n${times(size, (at) => `resource x${at} 'Microsoft.Network/publicIPAddresses@2024-05-01' = { name: 'x${at}' }`)}\n`,
    ),
  'comments that ignore': (size) =>
    bicep(`${group}${times(size, () => '// aml-secure-compute: ignore-next-line unread-id')}\n${oneSubnet}`),
  'comments that ignore, behind lines of code': (size) =>
    bicep(
      `${group}${oneSubnet}${times(size, (at) => `var v${at} = ${at} // aml-secure-compute: ignore-next-line unread-id`)}\n`,
    ),
  'comments that name subnets': (size) =>
    bicep(
      `${group}${networkOf(`[\n${times(size, (at) => `// aml-secure-compute: cluster\n${subnet(`'s${at}'`, String(at))}`)}\n]`)}`,
    ),
  'comments before one subnet': (size) =>
    bicep(`${group}${times(size, () => '// aml-secure-compute: cluster')}\n${oneSubnet}`),
  'problems and comments that ignore': (size) =>
    bicep(
      `${group}${networkOf(`[\n${times(size, (at) => `// aml-secure-compute: ignore-next-line unread-id\n${subnet(`'s${at}'`, String(at))}`)}\n]`)}`,
    ),
  'members of JSON that ignore': (size) =>
    json({
      resources: Array.from({ length: size }, (_, at) => ({
        type: 'Microsoft.Network/networkSecurityGroups',
        apiVersion: '2024-05-01',
        name: `g${at}`,
        metadata: { 'aml-secure-compute': { ignore: ['unread-id'] } },
        properties: { securityRules: [] },
      })),
    }),
  'small files': (size) =>
    Array.from({ length: size }, (_, at) => [`f${at}.bicep`, group + oneSubnet] as const),
  'parameters files': (size) => [
    ['main.bicep', `param n string\n${group}${oneSubnet.replace("'v'", 'n')}`],
    ...Array.from(
      { length: size },
      (_, at) => [`p${at}.bicepparam`, `using 'main.bicep'\nparam n = 'v${at}'\n`] as const,
    ),
  ],
  'variables that name the one before': (size) =>
    bicep(
      `${group}${oneSubnet}var a0 = 'x'\n${times(size, (at) => `var a${at + 1} = '\${a${at}}x'`)}\noutput o string = a${size}\n`,
    ),
  'lists that double': (size) =>
    bicep(
      `var a0 = [ '*' ]\n${times(Math.min(size, 60), (at) => `var a${at + 1} = concat(a${at}, a${at})`)}\n${groupOf(`[ ${rule("'a'", '100').replace("destinationAddressPrefix: 'AzureMachineLearning'", `destinationAddressPrefixes: a${Math.min(size, 60)}`)} ]`)}${oneSubnet}`,
    ),
  'unions that double': (size) =>
    bicep(
      `var a0 = { x: 1 }\n${times(Math.min(size, 60), (at) => `var a${at + 1} = union(a${at}, { y${at}: a${at} })`)}\n${group.replace("name: 'g'", `name: 'g'\n  tags: { v: string(a${Math.min(size, 60)}) }`)}${oneSubnet}`,
    ),
  'functions that call the one before twice': (size) =>
    bicep(
      `func f0(x int) int => x\n${times(Math.min(size, 60), (at) => `func f${at + 1}(x int) int => f${at}(x) + f${at}(x + 1)`)}\n${group.replace("name: 'g'", `name: 'g'\n  tags: { v: string(f${Math.min(size, 60)}(1)) }`)}${oneSubnet}`,
    ),
  'types that name the one before twice': (size) =>
    bicep(
      `type t0 = { x: string }\n${times(Math.min(size, 60), (at) => `type t${at + 1} = { a: t${at}, b: t${at} }`)}\nparam p t${Math.min(size, 60)}\n${group}${oneSubnet}`,
    ),
  'conditions inside each other': (size) =>
    bicep(
      `${group}${oneSubnet}var c = ${'true ? ('.repeat(Math.min(size, 800))}1${') : 0'.repeat(Math.min(size, 800))}\noutput o int = c\n`,
    ),
  'addresses of one rule': (size) =>
    bicep(
      groupOf(
        `[ ${rule("'a'", '100')}, ${rule("'b'", '101').replace("destinationAddressPrefix: 'AzureMachineLearning'", `destinationAddressPrefixes: ${loop(size, "cidrSubnet('13.0.0.0/8', 28, i * 2)")}`)} ]`,
      ) + oneSubnet,
    ),
  'prefixes of one subnet': (size) =>
    bicep(
      group +
        networkOf(
          `[ { name: 's', properties: { addressPrefixes: ${loop(size, "cidrSubnet('10.0.0.0/8', 28, i * 2)")}, networkSecurityGroup: { id: g.id } } } ]`,
        ),
    ),
  'a long name': (size) => bicep(`${groupOf(`[ ${rule(`'${'n'.repeat(size)}'`, '100')} ]`)}${oneSubnet}`),
};
