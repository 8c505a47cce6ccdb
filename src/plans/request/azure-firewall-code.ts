import { nameOf } from '../../core/network/find';
import type { NetworkRequest, OwnerRequest } from '../../core/network-request';
import { bicepString, bicepValue } from '../code/bicep-text';
import { commentLines } from '../code/comment-lines';
import type { TemplateValue } from '../code/template';
import type { PlanSay } from '../say';
import { firewallRulesOf, type RequestedApplicationRule, type RequestedNetworkRule } from './firewall-rules';

/** API version of firewall policies in generated code (Microsoft.Network 2024-05-01). */
const apiVersion = '2024-05-01';

/**
 * Returns a rule collection group for a firewall policy in Bicep, with only what is requested of this firewall. Its
 * name and priority are parameters, so that the owner can choose unused ones.
 * @returns undefined if no flow can be a rule
 */
export function azureFirewallCode(
  { subnet, addressPrefixes }: Pick<NetworkRequest, 'subnet' | 'addressPrefixes'>,
  { flows, owner }: OwnerRequest,
  say: PlanSay,
): string | undefined {
  const { network, application } = firewallRulesOf(flows);
  const named = network.flatMap(withoutNetworkTag);
  if (named.length + application.length === 0) return undefined;
  const sources = [...addressPrefixes];
  const collections = [
    ...collection(
      'azure-ml-network',
      200,
      named.map((rule) => networkRule(rule, sources)),
    ),
    ...collection(
      'azure-ml-application',
      300,
      application.map((rule) => applicationRule(rule, sources)),
    ),
  ];
  const policy = owner.policyId === null ? '' : nameOf(owner.policyId);
  return [
    ...commentLines([say('request.firewall.file', { subnet })], '//'),
    '',
    described(say('request.firewall.policy')),
    policy === ''
      ? 'param firewallPolicyName string'
      : `param firewallPolicyName string = ${bicepString(policy)}`,
    '',
    described(say('request.firewall.groupName')),
    `param ruleCollectionGroupName string = ${bicepString(`azure-ml-${nameText(subnet)}`)}`,
    '',
    described(say('request.firewall.priority')),
    '@minValue(100)',
    '@maxValue(65000)',
    'param ruleCollectionGroupPriority int = 1000',
    '',
    `resource firewallPolicy 'Microsoft.Network/firewallPolicies@${apiVersion}' existing = {`,
    '  name: firewallPolicyName',
    '}',
    '',
    `resource ruleCollectionGroup 'Microsoft.Network/firewallPolicies/ruleCollectionGroups@${apiVersion}' = {`,
    '  parent: firewallPolicy',
    '  name: ruleCollectionGroupName',
    '  properties: {',
    '    priority: ruleCollectionGroupPriority',
    `    ruleCollections: ${withHostsOfClouds(bicepValue(collections, 4))}`,
    '  }',
    '}',
    '',
  ].join('\n');
}

/**
 * Suppresses a linter warning. A firewall rule contains the literal host name, so the advice to use `environment()`
 * doesn't apply (linter-rule-no-hardcoded-environment-urls, 2025-02-12).
 */
function withHostsOfClouds(code: string): string {
  return code
    .split('\n')
    .flatMap((line) =>
      isHostOfCloud(line) ? [`${indentOf(line)}#disable-next-line no-hardcoded-env-urls`, line] : [line],
    )
    .join('\n');
}

const hostsOfClouds = [
  'core.windows.net',
  'vault.azure.net',
  'login.microsoftonline.com',
  'management.azure.com',
];

/** Checks whether a line is a string with a cloud's host name. */
function isHostOfCloud(line: string): boolean {
  const text = line.trim();
  return text.startsWith("'") && text.endsWith("'") && hostsOfClouds.some((host) => text.includes(host));
}

function indentOf(line: string): string {
  return ' '.repeat(line.length - line.trimStart().length);
}

function described(description: string): string {
  return `@description(${bicepString(description)})`;
}

/**
 * Removes the tag `VirtualNetwork`. Azure Firewall doesn't support it, and a default route doesn't send its traffic to
 * a firewall.
 */
function withoutNetworkTag(rule: RequestedNetworkRule): readonly RequestedNetworkRule[] {
  const destinations = rule.destinations.filter((one) => one !== 'VirtualNetwork');
  return destinations.length === 0 ? [] : [{ ...rule, destinations }];
}

function object(fields: Readonly<Record<string, TemplateValue>>): TemplateValue {
  return { is: 'object', fields };
}

function collection(
  name: string,
  priority: number,
  rules: readonly TemplateValue[],
): readonly TemplateValue[] {
  if (rules.length === 0) return [];
  return [
    object({
      ruleCollectionType: 'FirewallPolicyFilterRuleCollection',
      name,
      priority,
      action: object({ type: 'Allow' }),
      rules: [...rules],
    }),
  ];
}

function networkRule(
  { flow, protocol, ports, destinations }: RequestedNetworkRule,
  sources: readonly string[],
): TemplateValue {
  return object({
    ruleType: 'NetworkRule',
    name: flow.requirement,
    ipProtocols: [protocol],
    sourceAddresses: [...sources],
    destinationAddresses: [...destinations],
    destinationPorts: [...ports],
  });
}

function applicationRule(
  { flow, protocols, fqdns }: RequestedApplicationRule,
  sources: readonly string[],
): TemplateValue {
  return object({
    ruleType: 'ApplicationRule',
    name: flow.requirement,
    protocols: protocols.map(({ type, port }) => object({ protocolType: type, port })),
    sourceAddresses: [...sources],
    targetFqdns: [...fqdns],
  });
}

/**
 * Replaces characters that names of rule collection groups can't contain. They consist of at most 60 letters, digits,
 * `_`, `.`, and `-`.
 */
function nameText(text: string): string {
  return text.replace(/[^\w.-]/g, '-').slice(0, 60);
}
