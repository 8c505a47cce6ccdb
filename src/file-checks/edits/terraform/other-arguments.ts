import { reason, type Reason } from '../../../core/reason';
import type { Value } from '../../../documents/evaluate/value';
import type { TerraformResource } from '../../../documents/terraform/terraform-resource';
import { azapiBody } from '../../../documents/terraform/providers/azapi-body';
import { azapiType } from '../../../documents/terraform/providers/azapi-shape';
import type { AnalysisResult } from '../../analyze-file';

/** Resources whose changes are all compared by their meaning for the network. */
const compared: ReadonlySet<string> = new Set([
  'azurerm_network_security_rule',
  'azurerm_route',
  'azurerm_subnet_network_security_group_association',
  'azurerm_subnet_route_table_association',
  'azurerm_subnet_nat_gateway_association',
  'azurerm_nat_gateway_public_ip_association',
]);

/** Arguments of resources that are compared in this way. */
const lists: ReadonlyMap<string, string> = new Map([
  ['azurerm_network_security_group', 'security_rule'],
  ['azurerm_route_table', 'route'],
]);

/** Resource types that a fix creates. */
const created: ReadonlySet<string> = new Set([
  ...compared,
  ...lists.keys(),
  'azurerm_nat_gateway',
  'azurerm_public_ip',
]);

/**
 * True if edits change an argument of a Terraform resource that the fix doesn't refer to, even if the argument doesn't
 * concern a network. Examples are a tag, the rules of a firewall, or a virtual machine that uses the same local value.
 * @param named IDs that the fix changes
 */
export function changesOtherArguments(
  { terraform: before }: Pick<AnalysisResult, 'terraform'>,
  { terraform: after }: Pick<AnalysisResult, 'terraform'>,
  named: readonly string[],
): boolean {
  if (!before || !after) return false;
  const addresses = new Set(named.flatMap((id) => before.addressOf(id) ?? []));
  const [was, is] = [textsOf(before.resources), textsOf(after.resources)];
  return [...new Set([...was.keys(), ...is.keys()])].some((address) => {
    const [own, its] = [was.get(address), is.get(address)];
    if (!own || !its) return !created.has((own ?? its)?.type ?? '');
    if (own.text === its.text || compared.has(its.type)) return false;
    return its.isWhole || !addresses.has(address);
  });
}

/**
 * Returns the reason why Terraform wouldn't apply edits: an argument that they change is in `ignore_changes` of its
 * resource.
 */
export function whyIgnored(
  { terraform: before }: Pick<AnalysisResult, 'terraform'>,
  { terraform: after }: Pick<AnalysisResult, 'terraform'>,
): Reason | undefined {
  const was = new Map(before?.resources.map((one) => [one.address, one]));
  for (const { address, values, ignoreChanges } of after?.resources ?? []) {
    const old = was.get(address);
    if (!old || ignoreChanges.length === 0) continue;
    const names = ignoreChanges === 'all' ? [...values.members.keys()] : ignoreChanges;
    const argument = names
      .map((one) => one.split(/[.[]/, 1)[0] ?? '')
      .find((one) => plainText(values.members.get(one)) !== plainText(old.values.members.get(one)));
    if (argument !== undefined) return reason('file.fix.ignoredChanges', { name: address, argument });
  }
  return undefined;
}

interface ArgumentText {
  readonly type: string;
  readonly text: string;
  /** True if a fix changes nothing else than the list that the text leaves out. */
  readonly isWhole: boolean;
}

const texts = new WeakMap<readonly TerraformResource[], ReadonlyMap<string, ArgumentText>>();

function textsOf(resources: readonly TerraformResource[]): ReadonlyMap<string, ArgumentText> {
  const found = texts.get(resources);
  if (found) return found;
  const textByAddress = new Map(
    resources.map((one) => {
      const { address, type, values, isDeployed } = one;
      const list = lists.get(type);
      const body = bodyWithoutLists(one);
      const members = [...values.members].filter(([name]) => name !== list && (name !== 'body' || !body));
      const text = plainText([isDeployed, members, ...(body ? [body] : [])]);
      return [address, { type, text, isWhole: list !== undefined || body !== undefined }];
    }),
  );
  texts.set(resources, textByAddress);
  return textByAddress;
}

/** Lists of azapi bodies that are compared by their meaning for the network, by the resource's ARM type. */
const bodyLists: ReadonlyMap<string, string> = new Map([
  ['microsoft.network/networksecuritygroups', 'securityRules'],
  ['microsoft.network/routetables', 'routes'],
  ['microsoft.network/virtualnetworks', 'subnets'],
]);

/** Returns the body of an NSG, route table, or network of azapi without the parts in its list. Undefined for other resources. */
function bodyWithoutLists(resource: TerraformResource): unknown {
  const type = resource.type === 'azapi_resource' ? azapiType(resource)?.[0] : undefined;
  const list = bodyLists.get(type?.toLowerCase() ?? '');
  if (list === undefined) return undefined;
  const { members, rest } = azapiBody(resource);
  const properties = members.get('properties');
  if (properties?.is !== 'object') return [[...members], rest];
  const others = [...properties.members].filter(([name]) => name !== list);
  return [[...members].filter(([name]) => name !== 'properties'), others, properties.rest, rest];
}

/** Serializes a value without its places. */
function plainText(value: unknown): string {
  return JSON.stringify(value, (key, one: Value | unknown) => {
    if (key === 'from' || key === 'place') return undefined;
    return one instanceof Map ? [...one] : one;
  });
}
