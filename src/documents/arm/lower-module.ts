import type { Expression, Member } from '../template/expression';
import type { ModuleDeclaration, ModuleSource } from '../template/template';
import { jsonMember, jsonMemberText, type JsonMember, type JsonNode, type JsonObjectNode } from './json-node';
import { lowerMember, lowerObject, lowerValue } from './lower-value';
import { keyPlaceOf, memberPlaceOf, armRange, type ArmLowering, type TemplateLowering } from './lowering';
import { resourceHead, type ResourceEntry } from './resource-entry';

/** Converts a `Microsoft.Resources/deployments` resource: a nested or linked template. */
export function lowerModule(lowering: TemplateLowering, entry: ResourceEntry): ModuleDeclaration {
  const { node } = entry;
  const properties = jsonMember(node, 'properties') ?? node;
  const template = jsonMember(properties, 'template');
  return {
    ...resourceHead(lowering, entry),
    source: sourceOf(lowering, properties, template),
    sourcePlace: armRange(lowering, template ?? jsonMember(properties, 'templateLink') ?? node),
    name: lowerMember(lowering, node, 'name'),
    scope: moduleScope(lowering, node),
    parameters: parametersOf(lowering, jsonMember(properties, 'parameters')),
    body: lowerObject(lowering, node, ['properties', 'copy', 'condition', 'resources']),
    dependsOn: lowerMember(lowering, node, 'dependsOn'),
    bodyPlace: armRange(lowering, node),
  };
}

function sourceOf(
  lowering: TemplateLowering,
  properties: JsonNode,
  template: JsonNode | undefined,
): ModuleSource {
  if (template?.is === 'object') {
    const scope = jsonMemberText(jsonMember(properties, 'expressionEvaluationOptions'), 'scope');
    return {
      is: 'inline',
      template: lowering.lowerTemplate(lowering, template),
      inner: scope?.toLowerCase() === 'inner',
    };
  }
  const link = jsonMember(properties, 'templateLink');
  if (link === undefined) return { is: 'broken' };
  const uri = lowerMember(lowering, link, 'uri');
  const relativePath = lowerMember(lowering, link, 'relativePath');
  const id = lowerMember(lowering, link, 'id');
  return uri === null && relativePath === null && id !== null
    ? { is: 'template-spec', id }
    : { is: 'linked', uri, relativePath };
}

/**
 * Returns `scope`, or the scope that `subscriptionId` and `resourceGroup` define, as Bicep would write it, or null if
 * there are none.
 */
export function moduleScope(lowering: ArmLowering, node: JsonObjectNode): Expression | null {
  const scope = lowerMember(lowering, node, 'scope');
  if (scope !== null) return scope;
  const subscription = lowerMember(lowering, node, 'subscriptionId');
  const group = lowerMember(lowering, node, 'resourceGroup');
  const given = [subscription, group].filter((one) => one !== null);
  if (given.length === 0) return null;
  const name = group === null ? 'subscription' : 'resourceGroup';
  return { is: 'call', name, of: null, arguments: given, place: armRange(lowering, node) };
}

function parametersOf(lowering: ArmLowering, node: JsonNode | undefined): Expression | null {
  if (node === undefined) return null;
  if (node.is !== 'object') return lowerValue(lowering, node);
  const members = node.members.map((member) => parameterOf(lowering, member));
  return { is: 'object', members, place: armRange(lowering, node) };
}

/** Converts `"name": {"value": …}`. A `reference` to a key vault is a secret that isn't available here. */
function parameterOf(lowering: ArmLowering, member: JsonMember): Member {
  const { key, value: node } = member;
  const place = armRange(lowering, jsonMember(node, 'value') ?? node);
  const value: Expression =
    jsonMember(node, 'reference') === undefined
      ? { is: 'property', of: lowerValue(lowering, node), name: 'value', safe: false, place }
      : { is: 'call', name: 'getSecret', of: null, arguments: [], place };
  return {
    is: 'member',
    key: { is: 'literal', value: key, place: keyPlaceOf(lowering, member) },
    value,
    place: memberPlaceOf(lowering, member),
  };
}
