import type { Project } from './transformations/project';

/*
 * Networks in which something that a fix of the subnet `snet-train` edits is also part of something else: another
 * subnet, an NSG, a route table, a firewall, or another resource.
 */

/** Returns a rule as an object of Bicep. */
function ruleText(name: string, priority: number, [access, protocol, to, port]: readonly string[]): string {
  return `{
    name: '${name}'
    properties: {
      priority: ${priority}
      direction: 'Outbound'
      access: '${access}'
      protocol: '${protocol}'
      sourceAddressPrefix: '*'
      sourcePortRange: '*'
      destinationAddressPrefix: ${to}
      destinationPortRange: '${port}'
    }
  }`;
}

interface Written {
  /** The tag of the first rule, an expression. */
  readonly tag?: string;
}

/** Rules with a misspelled tag, a tag of another region, missing ports, and a rule that denies all others. */
function rules({ tag = "'AzureMachineLearnin'" }: Written = {}): string {
  return `[
  // Azure ML itself.
  ${ruleText('AML', 120, ['Allow', 'Tcp', tag, '443'])}
  ${ruleText('Storage', 130, ['Allow', 'Tcp', "'Storage.NorthEurope'", '443'])}
  ${ruleText('Deny-Internet', 4096, ['Deny', '*', "'Internet'", '*'])} // nothing else
]`;
}

const routes = `[
  { name: 'default', properties: { addressPrefix: '0.0.0.0/0', nextHopType: 'VirtualAppliance', nextHopIpAddress: '10.40.7.4' } }
]`;

interface Ids {
  readonly nsg?: string;
  readonly table?: string;
}

function subnetText(name: string, prefix: string, { nsg, table }: Ids): string {
  return `{
        name: '${name}'
        properties: {
          addressPrefix: '${prefix}'${nsg === undefined ? '' : `\n          networkSecurityGroup: { id: ${nsg} }`}${
            table === undefined ? '' : `\n          routeTable: { id: ${table} }`
          }
        }
      }`;
}

const comment = '// aml-secure-compute: cluster public-ip';

function network(training: Ids, web: Ids): string {
  return `resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet'
  location: 'westeurope'
  properties: {
    addressSpace: { addressPrefixes: ['10.40.0.0/21'] }
    subnets: [
      ${comment}
      ${subnetText('snet-train', '10.40.4.0/26', training)}
      ${subnetText('snet-web', '10.40.5.0/26', web)}
    ]
  }
}`;
}

const nsg = (
  symbol: string,
  name: string,
  list: string,
): string => `resource ${symbol} 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: ${name}
  location: 'westeurope'
  properties: { securityRules: ${list} }
}`;

const table = (
  symbol: string,
  name: string,
  list: string,
): string => `resource ${symbol} 'Microsoft.Network/routeTables@2024-05-01' = {
  name: ${name}
  location: 'westeurope'
  properties: { routes: ${list} }
}`;

const two = ({ of, part }: { readonly of: string; readonly part: 'nsg' | 'table' }): string =>
  network(
    { [part]: `${of}Train.${of === 'made' ? 'outputs.id' : 'id'}` },
    { [part]: `${of}Web.${of === 'made' ? 'outputs.id' : 'id'}` },
  );

function single(...parts: readonly string[]): Project {
  return { roots: ['main.bicep'], files: { 'main.bicep': `${parts.join('\n\n')}\n` } };
}

const calls = (params = ''): readonly string[] =>
  ['Train', 'Web'].map(
    (one) =>
      `module made${one} 'part.bicep' = {\n  name: 'made${one}'\n  params: {\n    name: '${one.toLowerCase()}'${params}\n  }\n}`,
  );

function moduleTwice(
  part: 'nsg' | 'table',
  text: string,
  [params, ...before]: readonly string[] = [],
): Project {
  const main = single(...before, ...calls(params), two({ of: 'made', part }));
  return {
    ...main,
    files: { ...main.files, 'part.bicep': `param name string\n\n${text}\n\noutput id string = part.id\n` },
  };
}

const rulesParam = 'param rules array';

/** Projects by the shared part and the way of sharing. */
export const sharedParts: Readonly<Record<string, Project>> = {
  'an NSG of two subnets': single(
    nsg('nsg', "'nsg'", rules()),
    network({ nsg: 'nsg.id' }, { nsg: 'nsg.id' }),
  ),
  'a route table of two subnets': single(
    table('rt', "'rt'", routes),
    network({ table: 'rt.id' }, { table: 'rt.id' }),
  ),
  'rules of a variable': single(
    `var rules = ${rules()}`,
    nsg('nsgTrain', "'train'", 'rules'),
    nsg('nsgWeb', "'web'", 'rules'),
    two({ of: 'nsg', part: 'nsg' }),
  ),
  'rules of a variable, added to in one': single(
    `var rules = ${rules()}`,
    nsg('nsgTrain', "'train'", 'rules'),
    nsg(
      'nsgWeb',
      "'web'",
      `concat(rules, [${ruleText('Web', 300, ['Allow', 'Tcp', "'AzureFrontDoor.Frontend'", '443'])}])`,
    ),
    two({ of: 'nsg', part: 'nsg' }),
  ),
  'rules of a parameter': single(
    `param rules array = ${rules()}`,
    nsg('nsgTrain', "'train'", 'rules'),
    nsg('nsgWeb', "'web'", 'rules'),
    two({ of: 'nsg', part: 'nsg' }),
  ),
  'routes of a variable': single(
    `var routes = ${routes}`,
    table('rtTrain', "'train'", 'routes'),
    table('rtWeb', "'web'", 'routes'),
    two({ of: 'rt', part: 'table' }),
  ),
  'NSGs of a loop': single(
    `resource groups 'Microsoft.Network/networkSecurityGroups@2024-05-01' = [for name in ['train', 'web']: {
  name: name
  location: 'westeurope'
  properties: { securityRules: ${rules()} }
}]`,
    network({ nsg: 'groups[0].id' }, { nsg: 'groups[1].id' }),
  ),
  'rules of a loop in NSGs of a loop': single(
    `var ports = ['443', '8787']`,
    `resource groups 'Microsoft.Network/networkSecurityGroups@2024-05-01' = [for name in ['train', 'web']: {
  name: name
  location: 'westeurope'
  properties: {
    securityRules: [for (port, at) in ports: ${ruleText('Out', 0, ['Deny', '*', "'Internet'", '*'])
      .replace("'Out'", "'Out-${port}'")
      .replace('priority: 0', 'priority: 4000 + at')}]
  }
}]`,
    network({ nsg: 'groups[0].id' }, { nsg: 'groups[1].id' }),
  ),
  'rules as resources of a loop over NSGs': single(
    nsg('nsgTrain', "'train'", '[]'),
    nsg('nsgWeb', "'web'", '[]'),
    `resource deny 'Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01' = [for name in ['train', 'web']: {
  name: '\${name}/Deny'
  properties: ${/properties: ([\s\S]*)\n {2}\}$/.exec(ruleText('Deny', 4000, ['Deny', '*', "'Internet'", '*']))?.[1] ?? ''}
  dependsOn: [nsgTrain, nsgWeb]
}]`,
    two({ of: 'nsg', part: 'nsg' }),
  ),
  'a module with an NSG': moduleTwice('nsg', nsg('part', 'name', rules())),
  'a module with a route table': moduleTwice('table', table('part', 'name', routes)),
  'a module with an NSG and a parameter for its rules': moduleTwice(
    'nsg',
    `${rulesParam}\n\n${nsg('part', 'name', 'rules')}`,
    ['\n    rules: rules', `var rules = ${rules()}`],
  ),
  'a module with an NSG and rules by default': moduleTwice(
    'nsg',
    `param rules array = ${rules()}\n\n${nsg('part', 'name', 'rules')}`,
  ),
  'a tag that is also a rule of another NSG': single(
    "var tag = 'AzureMachineLearnin'",
    nsg('nsgTrain', "'train'", rules({ tag: 'tag' })),
    nsg('nsgWeb', "'web'", `[${ruleText('Denied', 200, ['Deny', '*', 'tag', '*'])}]`),
    two({ of: 'nsg', part: 'nsg' }),
  ),
  'a tag that is also a tag of a resource': single(
    "param tag string = 'AzureMachineLearnin'",
    nsg('nsgTrain', "'train'", rules({ tag: 'tag' })),
    `resource log 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: 'log-\${toLower(tag)}'
  location: 'westeurope'
  tags: { for: tag }
}`,
    network({ nsg: 'nsgTrain.id' }, {}),
  ),
  'a tag that is also a tag of a storage account': single(
    "var tag = 'AzureMachineLearnin'",
    nsg('nsgTrain', "'train'", rules({ tag: 'tag' })),
    `resource store 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'shared'
  location: 'westeurope'
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  tags: { for: tag }
}`,
    network({ nsg: 'nsgTrain.id' }, {}),
  ),
  'subnets of a loop': single(
    nsg('nsg', "'nsg'", rules()),
    `resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet'
  location: 'westeurope'
  properties: {
    addressSpace: { addressPrefixes: ['10.40.0.0/21'] }
    subnets: [for (name, at) in ['snet-train', 'snet-web']: {
      name: name
      properties: {
        addressPrefix: '10.40.\${at}.0/26'
        networkSecurityGroup: { id: nsg.id }
        defaultOutboundAccess: false
        delegations: [{ name: 'aci', properties: { serviceName: 'Microsoft.ContainerInstance/containerGroups' } }]
      }
    }]
  }
}`,
    `resource ws 'Microsoft.MachineLearningServices/workspaces@2024-04-01' existing = { name: 'mlw' }`,
    `resource cluster 'Microsoft.MachineLearningServices/workspaces/computes@2024-04-01' = {
  parent: ws
  name: 'cpu'
  location: 'westeurope'
  properties: { computeType: 'AmlCompute', properties: { enableNodePublicIp: false, subnet: { id: vnet.properties.subnets[0].id } } }
}`,
  ),
  'rules in a JSON file': {
    roots: ['main.bicep'],
    files: {
      'main.bicep': `${[
        "var rules = loadJsonContent('rules.json')",
        nsg('nsgTrain', "'train'", 'rules'),
        nsg('nsgWeb', "'web'", 'rules'),
        two({ of: 'nsg', part: 'nsg' }),
      ].join('\n\n')}\n`,
      'rules.json': JSON.stringify(
        [
          {
            name: 'AML',
            properties: {
              priority: 120,
              direction: 'Outbound',
              access: 'Allow',
              protocol: 'Tcp',
              sourceAddressPrefix: '*',
              sourcePortRange: '*',
              destinationAddressPrefix: 'AzureMachineLearnin',
              destinationPortRange: '443',
            },
          },
          {
            name: 'Deny',
            properties: {
              priority: 4096,
              direction: 'Outbound',
              access: 'Deny',
              protocol: '*',
              sourceAddressPrefix: '*',
              sourcePortRange: '*',
              destinationAddressPrefix: 'Internet',
              destinationPortRange: '*',
            },
          },
        ],
        null,
        2,
      ),
    },
  },
};
