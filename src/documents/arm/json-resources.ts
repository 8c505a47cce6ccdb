import type { Node } from 'jsonc-parser';
import type { ResourceToDeclare } from '../edits/new-resource';
import type { TextEdit, WrittenValue } from '../edits/text-edit';
import type { SourceRange } from '../source/source-range';
import { insertJsonItems, nodeAt, setJsonMember } from './json-edits';

/**
 * Returns edits that declare resources in the template that contains a place, and make the resource at that place
 * depend on them. Empty if the place isn't in a template.
 */
export function insertJsonResources(
  text: string,
  near: SourceRange,
  resources: readonly ResourceToDeclare[],
): readonly TextEdit[] {
  const home = homeOf(nodeAt(text, near));
  if (!home || resources.length === 0) return [];
  const { file } = near;
  const hasSymbols = home.list.type === 'object';
  const idOf = (symbol: string): string => {
    const target = resources.find((one) => one.symbol === symbol);
    return hasSymbols || !target ? symbol : `[${jsonIdOf(target)}]`;
  };
  const declared = resources.map(({ symbol, type, apiVersion, body, needs }) => ({
    symbol,
    value: {
      type,
      apiVersion,
      ...body,
      ...(needs.length === 0 ? {} : { dependsOn: needs.map(idOf) }),
    },
  }));
  const list = placeOf(file, home.list);
  const added = hasSymbols
    ? declared.flatMap(({ symbol: name, value }) => setJsonMember(text, list, { name, value }))
    : insertJsonItems(
        text,
        list,
        declared.map(({ value }) => value),
      );
  // The resource only has to depend on new resources that no other new resource needs. The others exist before them.
  const last = resources.filter(({ symbol }) => !resources.some(({ needs }) => needs.includes(symbol)));
  return [
    ...added,
    ...waitFor(
      text,
      placeOf(file, home.resource),
      last.map(({ symbol }) => idOf(symbol)),
    ),
  ];
}

/** Returns the ID of a resource of the template, as an expression. */
export function jsonIdOf({ type, body: { name } }: Pick<ResourceToDeclare, 'type' | 'body'>): string {
  return `resourceId('${type}', ${asExpression(name)})`;
}

/** Converts a name to an argument. A joined name becomes its parts. */
function asExpression(name: WrittenValue): string {
  if (typeof name === 'object' && name !== null && '$join' in name) {
    const [text, expression] = (name as { readonly $join: readonly [string, string] }).$join;
    return `concat('${text}', ${expression})`;
  }
  return `'${String(name)}'`;
}

/** Returns edits that make a resource depend on others. */
function waitFor(text: string, resource: SourceRange, ids: readonly string[]): readonly TextEdit[] {
  const node = nodeAt(text, resource);
  const list = memberOf(node, 'dependsOn');
  if (list?.type === 'array') return insertJsonItems(text, placeOf(resource.file, list), ids);
  return list || ids.length === 0 ? [] : setJsonMember(text, resource, { name: 'dependsOn', value: ids });
}

interface Home {
  /** The template's `resources`: a list, or an object by symbolic name. */
  readonly list: Node;
  /** The entry of the list that contains the place. */
  readonly resource: Node;
}

/**
 * Finds the innermost template that contains a node. Nested `resources` of a resource don't count as a template's list.
 */
function homeOf(node: Node | undefined): Home | undefined {
  if (!node) return undefined;
  const list = listOf(node);
  const member = list?.parent;
  const isHome = member?.children?.[0]?.value === 'resources' && isTemplate(member.parent);
  return list && isHome ? { list, resource: node } : homeOf(node.parent);
}

/** Returns the container of a value: its array, or the object of which it is a member's value. */
function listOf({ parent }: Node): Node | undefined {
  return parent?.type === 'property' ? parent.parent : parent;
}

function isTemplate(node: Node | undefined): boolean {
  return ['$schema', 'contentVersion'].some((name) => memberOf(node, name) !== undefined);
}

function memberOf(node: Node | undefined, name: string): Node | undefined {
  return node?.children?.find((one) => one.children?.[0]?.value === name)?.children?.[1];
}

function placeOf(file: string, { offset, length }: Node): SourceRange {
  return { file, start: offset, end: offset + length };
}
