import type { Expression } from '../template/expression';
import type { ModuleDeclaration, ResourceDeclaration } from '../template/template';
import {
  itemsOf,
  jsonMember,
  membersOf,
  jsonMemberText,
  type JsonNode,
  type JsonObjectNode,
} from './json-node';
import { lowerModule, moduleScope } from './lower-module';
import { lowerMember, lowerObject } from './lower-value';
import { armRange, type ArmLowering, type TemplateLowering } from './lowering';
import { resourceHead, type ResourceEntry } from './resource-entry';

export interface LoweredResources {
  readonly resources: readonly ResourceDeclaration[];
  readonly modules: readonly ModuleDeclaration[];
}

/** Converts the resources of a template, and the deployments among them. */
export function lowerResources(lowering: TemplateLowering, root: JsonNode): LoweredResources {
  const entries = entriesOf(jsonMember(root, 'resources'), null);
  const isModule = ({ node }: ResourceEntry) =>
    jsonMemberText(node, 'type')?.toLowerCase() === 'microsoft.resources/deployments';
  return {
    resources: entries.filter((one) => !isModule(one)).map((one) => lowerResource(lowering, one)),
    modules: entries.filter(isModule).map((one) => lowerModule(lowering, one)),
  };
}

function entriesOf(node: JsonNode | undefined, parentType: string | null): readonly ResourceEntry[] {
  const listed = itemsOf(node).map((one) => ({ symbol: null, node: one }));
  const named = membersOf(node).map((member) => ({ symbol: member, node: member.value }));
  return [...listed, ...named].flatMap((entry) =>
    entry.node.is === 'object' ? [{ symbol: entry.symbol, node: entry.node, parentType }] : [],
  );
}

/** Members that describe the resource, but aren't part of the body that is sent to Azure. */
const notBody = [
  'type',
  'apiversion',
  'copy',
  'condition',
  'resources',
  'existing',
  'comments',
  'import',
  'extension',
];

function lowerResource(lowering: ArmLowering, entry: ResourceEntry): ResourceDeclaration {
  const { node } = entry;
  const isExisting = isMarkedExisting(node);
  const type = fullTypeOf(jsonMemberText(node, 'type') ?? '', entry.parentType);
  return {
    ...resourceHead(lowering, entry),
    type,
    apiVersion: lowerMember(lowering, node, 'apiVersion'),
    typePlace: armRange(lowering, jsonMember(node, 'type') ?? node),
    isExisting,
    body: isExisting ? existingBody(lowering, node) : lowerObject(lowering, node, notBody),
    children: entriesOf(jsonMember(node, 'resources'), type).map((one) => lowerResource(lowering, one)),
  };
}

/**
 * Converts the body of an existing resource. It may be in another resource group or subscription, which becomes its
 * `scope`, as Bicep would write it.
 */
function existingBody(lowering: ArmLowering, node: JsonObjectNode): Expression {
  const scope = moduleScope(lowering, node);
  const left = ['scope', 'resourcegroup', 'subscriptionid'];
  const body = lowerObject(lowering, node, [...notBody, ...left]);
  if (body.is !== 'object' || scope === null) return body;
  const { place } = scope;
  const key = { is: 'literal', value: 'scope', place } as const;
  return { ...body, members: [...body.members, { is: 'member', key, value: scope, place }] };
}

function isMarkedExisting(node: JsonObjectNode): boolean {
  const found = jsonMember(node, 'existing');
  return found?.is === 'flag' && found.value;
}

/** Returns the full type. A nested child writes only its own part of the type. */
function fullTypeOf(type: string, parentType: string | null): string {
  if (parentType === null) return type;
  const isFullType = type.toLowerCase().startsWith(`${parentType.toLowerCase()}/`);
  return isFullType ? type : `${parentType}/${type}`;
}
