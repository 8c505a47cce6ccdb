import { known } from '../../core/known';
import { reason } from '../../core/reason';
import type { EvaluatedResource } from '../evaluate/evaluated-resource';
import {
  arrayValue,
  flagValue,
  nullValue,
  numberValue,
  objectValue,
  textValue,
  unknownValue,
} from '../evaluate/make-value';
import type { ObjectValue, Value } from '../evaluate/value';
import type { SyntaxFault } from '../template/template';
import { itemsOf, jsonMember, jsonMemberText, membersOf, type JsonMember, type JsonNode } from './json-node';
import { readJson } from './read-json';

/** Resources that a program printed, and the faults of text that isn't JSON. */
export interface ExportedResources {
  readonly resources: readonly EvaluatedResource[];
  readonly faults: readonly SyntaxFault[];
}

/**
 * Reads resources from printed JSON: from `az … show` and `list`, a Resource Graph query, `resolve` or `bicep
 * snapshot`, or what-if. For what-if, the state after the deployment counts.
 */
export function exportedResources(file: string, text: string): ExportedResources {
  const { root, faults } = readJson(text);
  const resources = listed(root).flatMap((node) => resourceOf(file, node));
  const missing = { key: 'documents.fault.noResource', start: 0, end: 0 };
  const all = resources.length + faults.length === 0 ? [missing] : faults;
  return {
    resources,
    faults: all.map(({ key, start, end }) => ({ key, values: {}, place: { file, start, end } })),
  };
}

/** Returns the items of a list, the items that a page or report lists, or the only resource. */
function listed(root: JsonNode): readonly JsonNode[] {
  if (root.is === 'array') return root.items;
  if (jsonMemberText(root, 'id') !== undefined) return [root];
  const changes = jsonMember(root, 'changes') ?? jsonMember(jsonMember(root, 'properties'), 'changes');
  if (changes) return itemsOf(changes).flatMap(afterChange);
  const names = ['resources', 'predictedResources', 'value', 'data'];
  return names.flatMap((name) => itemsOf(jsonMember(root, name)));
}

/** Returns the state of a resource after a deployment. Empty if the deployment deletes it. */
function afterChange(change: JsonNode): readonly JsonNode[] {
  const after = jsonMember(change, 'after');
  if (after?.is === 'object') return [after];
  const isDeleted = jsonMemberText(change, 'changeType')?.toLowerCase() === 'delete';
  const before = jsonMember(change, 'before');
  return before?.is === 'object' && !isDeleted ? [before] : [];
}

function resourceOf(file: string, node: JsonNode): readonly EvaluatedResource[] {
  const id = jsonMemberText(node, 'id');
  const type = id === undefined ? undefined : (jsonMemberText(node, 'type') ?? typeOf(id));
  if (id === undefined || type === undefined || type === '') return [];
  const place = { file, start: node.start, end: node.end };
  const name = jsonMember(node, 'name') ?? jsonMember(node, 'id');
  return [
    {
      id: textValue(id),
      type,
      apiVersion: nullValue(),
      name: textValue(namesOf(id)),
      body: bodyOf(file, node),
      isExisting: false,
      isDeployed: known(true),
      place,
      namePlace: name ? { file, start: name.start, end: name.end } : place,
      modules: [],
      path: [],
    },
  ];
}

/** Returns the type in an ID: `A.B/c/d` for `…/providers/A.B/c/x/d/y`. */
function typeOf(id: string): string {
  const [provider = '', ...rest] = afterProviders(id);
  return [provider, ...rest.filter((_, index) => index % 2 === 0)].join('/');
}

function namesOf(id: string): string {
  return afterProviders(id)
    .slice(1)
    .filter((_, index) => index % 2 === 1)
    .join('/');
}

function afterProviders(id: string): readonly string[] {
  const at = id.toLowerCase().lastIndexOf('/providers/');
  return at < 0 ? [] : id.slice(at + '/providers/'.length).split('/');
}

/** Members that are printed next to `properties`. All other members are properties, wherever they're printed. */
const nonPropertyMembers: ReadonlySet<string> = new Set([
  'apiversion',
  'etag',
  'extendedlocation',
  'id',
  'identity',
  'kind',
  'location',
  'managedby',
  'name',
  'plan',
  'properties',
  'resourcegroup',
  'sku',
  'systemdata',
  'tags',
  'type',
  'zones',
]);

/**
 * Converts a printed resource to a body. `az network … show` prints properties one level higher, in the resource and in
 * each of its children.
 */
function bodyOf(file: string, node: JsonNode): ObjectValue {
  const place = { file, start: node.start, end: node.end };
  const members = membersOf(node);
  const properties = jsonMember(node, 'properties');
  if (properties?.is === 'object') return valuesOf(file, members, place);
  const own = members.filter(({ key }) => nonPropertyMembers.has(key.toLowerCase()));
  const others = members.filter(({ key }) => !nonPropertyMembers.has(key.toLowerCase()));
  const body = valuesOf(file, own, place);
  if (others.length === 0) return body;
  return objectValue(new Map([...body.members, ['properties', valuesOf(file, others, place)]]), place);
}

function valuesOf(file: string, members: readonly JsonMember[], place: ObjectValue['from']): ObjectValue {
  return objectValue(new Map(members.map(({ key, value }) => [key, valueOf(file, value)])), place);
}

function valueOf(file: string, node: JsonNode): Value {
  const from = { file, start: node.start, end: node.end };
  switch (node.is) {
    case 'text':
      return textValue(node.value, from);
    case 'number':
      return numberValue(node.value, from);
    case 'flag':
      return flagValue(node.value, from);
    case 'null':
      return nullValue(from);
    case 'array':
      return arrayValue(
        node.items.map((item) => (isChild(item) ? bodyOf(file, item) : valueOf(file, item))),
        from,
      );
    case 'object':
      return isNotKnown(node)
        ? unknownValue(reason('unknown.notPrinted'), null, from)
        : valuesOf(file, node.members, from);
    case 'broken':
      return unknownValue(reason('unknown.notPrinted'), null, from);
  }
}

/** Returns whether a node is a child or a reference. These have a name or an ID. A service endpoint has neither. */
function isChild(node: JsonNode): boolean {
  return jsonMemberText(node, 'id') !== undefined || jsonMemberText(node, 'name') !== undefined;
}

/** Returns whether a node is `{"$unknown": "why"}`, as `resolve` prints it. */
function isNotKnown(node: JsonNode): boolean {
  return membersOf(node).some(({ key }) => key === '$unknown');
}
