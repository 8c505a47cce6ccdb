/* A network in Bicep: an NSG `nsg`, and the network `vnet` with the subnet `snet` that uses it. */

/** A security rule, as Bicep writes its properties. */
export interface BicepRule {
  readonly name: string;
  readonly priority: number;
  readonly direction?: 'Inbound' | 'Outbound';
  readonly access?: 'Allow' | 'Deny';
  readonly protocol?: string;
  readonly source?: string;
  readonly destination?: string;
  /** One port or range, or several: `443,8787`. */
  readonly port?: string;
}

/** `Deny Outbound 4096 * *>Internet:443,8787`, as `rule` of `networks.ts` parses it. */
export function parseWrittenRule(text: string): BicepRule {
  const read = /^(Allow|Deny) (Inbound|Outbound) (\d+) (\S+) (\S+)>(\S+):(\S+)$/.exec(text);
  if (!read) throw new Error(`Not a rule: ${text}`);
  const [, access, direction, priority, protocol = '*', source = '*', destination = '*', port = '*'] = read;
  return {
    name: `${access}-${direction}-${priority}`,
    priority: Number(priority),
    access: access as 'Allow' | 'Deny',
    direction: direction as 'Inbound' | 'Outbound',
    ...{ protocol, source, destination, port },
  };
}

/** Allows outbound TCP 443 to AzureMachineLearning, which makes the subnet one for Azure ML. */
export const amlRule: BicepRule = {
  name: 'aml',
  priority: 100,
  protocol: 'Tcp',
  destination: 'AzureMachineLearning',
  port: '443',
};

interface WrittenNetwork {
  readonly rules?: readonly BicepRule[];
  /** An expression. */
  readonly location?: string;
  /** An expression: the prefix of the subnet. */
  readonly prefix?: string;
  /** More properties of the subnet, such as `routeTable: { id: table.id }`. */
  readonly subnet?: readonly string[];
  /** More properties of the network, such as `dhcpOptions: { dnsServers: [] }`. */
  readonly properties?: readonly string[];
  /** Subnets before `snet`. */
  readonly subnetsBefore?: readonly string[];
}

function writtenRule(rule: BicepRule): string {
  return `
      {
        name: '${rule.name}'
        properties: {
          priority: ${String(rule.priority)}
          direction: '${rule.direction ?? 'Outbound'}'
          access: '${rule.access ?? 'Allow'}'
          protocol: '${rule.protocol ?? '*'}'
          sourceAddressPrefix: '${rule.source ?? '*'}'
          sourcePortRange: '*'
          destinationAddressPrefix: '${rule.destination ?? '*'}'
          ${portsOf(rule.port ?? '*')}
        }
      }`;
}

function portsOf(port: string): string {
  const ports = port.split(',').map((one) => `'${one}'`);
  return ports.length > 1
    ? `destinationPortRanges: [${ports.join(', ')}]`
    : `destinationPortRange: ${ports.join('')}`;
}

export function writtenNetwork({
  rules = [amlRule],
  location = "'westeurope'",
  prefix = "'10.0.2.0/24'",
  subnet = [],
  properties = [],
  subnetsBefore = [],
}: WrittenNetwork = {}): string {
  const group = `
resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg'
  location: ${location}
  properties: {
    securityRules: [${rules.map(writtenRule).join('')}
    ]
  }
}`;
  const own = [`addressPrefix: ${prefix}`, 'networkSecurityGroup: { id: nsg.id }', ...subnet];
  const subnets = [...subnetsBefore, `{ name: 'snet', properties: { ${own.join(', ')} } }`];
  const more = properties.map((one) => `    ${one}\n`).join('');
  return `${group}
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet'
  location: ${location}
  properties: {
    addressSpace: { addressPrefixes: ['10.0.0.0/16'] }
${more}    subnets: [
      ${subnets.join('\n      ')}
    ]
  }
}
`;
}
