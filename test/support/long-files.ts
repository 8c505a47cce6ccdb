/** A long file that declares networks for Azure ML, as users write them, and a user's edits of it. */
export interface LongFile {
  readonly name: string;
  readonly text: string;
  /** The text after the n-th keystroke: a digit of a port, which decides results. */
  after(n: number): string;
}

const rulesOfGroup = 22;
const tags = [
  'AzureMachineLearning',
  'AzureActiveDirectory',
  'Storage',
  'AzureResourceManager',
  'AzureMonitor',
];

/** Properties of one rule. The last rule of an NSG denies the rest. */
function ruleOf(index: number): Readonly<Record<string, string | number>> {
  const isLast = index === rulesOfGroup - 1;
  return {
    priority: isLast ? 4096 : 100 + index * 10,
    direction: isLast || index % 3 > 0 ? 'Outbound' : 'Inbound',
    access: isLast ? 'Deny' : 'Allow',
    protocol: isLast ? '*' : 'Tcp',
    sourceAddressPrefix: isLast ? '*' : 'VirtualNetwork',
    sourcePortRange: '*',
    destinationAddressPrefix: isLast ? '*' : (tags[index % tags.length] ?? ''),
    destinationPortRange: isLast ? '*' : String(443 + index),
  };
}

const rules = Array.from({ length: rulesOfGroup }, (_, index) => ruleOf(index));

function typedInto(text: string, mark: string): LongFile['after'] {
  const at = text.lastIndexOf(mark) + mark.length - 1;
  return (n) => `${text.slice(0, at)}${n % 10}${text.slice(at + 1)}`;
}

/** Builds a Bicep file of at least `lines` lines. */
export function longBicep(lines: number): LongFile {
  const ruleText = (rule: (typeof rules)[number], index: number): string =>
    [
      '      {',
      `        name: 'rule-${index}'`,
      '        properties: {',
      ...Object.entries(rule).map(
        ([key, value]) => `          ${key}: ${typeof value === 'number' ? value : `'${value}'`}`,
      ),
      '        }',
      '      }',
    ].join('\n');
  const groupText = (n: number): string => `
resource nsg${n} 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg-\${prefix}-${n}'
  location: location
  properties: {
    securityRules: [
${rules.map(ruleText).join('\n')}
    ]
  }
}

// aml-secure-compute: cluster no-public-ip
resource subnet${n} 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' = {
  parent: vnet
  name: 'snet-${n}'
  properties: {
    addressPrefix: cidrSubnet('10.40.0.0/16', 24, ${n % 250})
    networkSecurityGroup: { id: nsg${n}.id }
    defaultOutboundAccess: true
  }
}
`;
  const head = `param location string = resourceGroup().location
param prefix string = 'ml'

resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet-\${prefix}'
  location: location
  properties: {
    addressSpace: { addressPrefixes: ['10.40.0.0/16'] }
  }
}
`;
  const text = head + groupsUpTo(lines - linesIn(head), groupText);
  return { name: 'main.bicep', text, after: typedInto(text, "destinationPortRange: '46") };
}

/** Builds an ARM template of at least `lines` lines. */
export function longTemplate(lines: number): LongFile {
  const resources = (n: number): string => {
    const group = {
      type: 'Microsoft.Network/networkSecurityGroups',
      apiVersion: '2024-05-01',
      name: `[format('nsg-{0}-${n}', parameters('prefix'))]`,
      location: "[parameters('location')]",
      properties: {
        securityRules: rules.map((properties, index) => ({ name: `rule-${index}`, properties })),
      },
    };
    const network = {
      type: 'Microsoft.Network/virtualNetworks',
      apiVersion: '2024-05-01',
      name: `[format('vnet-{0}-${n}', parameters('prefix'))]`,
      location: "[parameters('location')]",
      properties: {
        addressSpace: { addressPrefixes: ['10.40.0.0/16'] },
        subnets: [
          {
            name: 'snet-training',
            properties: {
              addressPrefix: '10.40.4.0/24',
              networkSecurityGroup: {
                id: `[resourceId('Microsoft.Network/networkSecurityGroups', format('nsg-{0}-${n}', parameters('prefix')))]`,
              },
            },
          },
        ],
      },
    };
    return [group, network].map((one) => JSON.stringify(one, null, 2)).join(',\n');
  };
  const head = `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "parameters": {
    "prefix": { "type": "string", "defaultValue": "ml" },
    "location": { "type": "string", "defaultValue": "[resourceGroup().location]" }
  },
  "resources": [
`;
  const each = groupsUpTo(lines - linesIn(head), (n) => `${n === 0 ? '' : ',\n'}${resources(n)}`);
  const text = `${head}${each}\n  ]\n}\n`;
  return { name: 'main.json', text, after: typedInto(text, '"destinationPortRange": "46') };
}

function groupsUpTo(lines: number, group: (n: number) => string): string {
  const groups: string[] = [];
  const each = linesIn(group(0));
  for (let n = 0; n * each < lines; n += 1) groups.push(group(n));
  return groups.join('');
}

function linesIn(text: string): number {
  return text.split('\n').length - 1;
}
