import { getNodeValue, type Node } from 'jsonc-parser';
import { siblingName, type NewSibling } from '../edits/sibling';
import type { TextEdit, WrittenValue } from '../edits/text-edit';
import type { SourceRange } from '../source/source-range';
import { nodeEnd, siblingLayout, nodeAt, renderJson } from './json-edits';

/**
 * Returns an edit that declares resources directly after the resource at a place: copies with another name and
 * properties. Empty if that resource has a condition or a loop, because the copies would have it too.
 */
export function insertJsonSiblings(
  text: string,
  sibling: SourceRange,
  added: readonly NewSibling[],
): readonly TextEdit[] {
  const node = entryAt(text, sibling);
  const resource = node?.type === 'property' ? node.children?.[1] : node;
  if (!node || resource?.type !== 'object') return [];
  const body = getNodeValue(resource) as Body;
  if ('copy' in body || 'condition' in body || typeof body.name !== 'string') return [];
  const { style, between } = siblingLayout(text, node);
  const copies = added.map((one) => {
    const copy = copyOf(body, one);
    const key = node.type === 'property' ? `${JSON.stringify(one.symbol)}: ` : '';
    return `,${between}${key}${renderJson(copy, style)}`;
  });
  return [{ file: sibling.file, start: nodeEnd(node), end: nodeEnd(node), text: copies.join('') }];
}

interface Body {
  readonly [member: string]: WrittenValue;
  readonly type: WrittenValue;
  readonly name: WrittenValue;
}

/** Finds the resource, or the member of `resources` that gives it its symbolic name. */
function entryAt(text: string, place: SourceRange): Node | undefined {
  const node = nodeAt(text, place);
  return node?.parent?.type === 'property' && node.parent.offset === place.start ? node.parent : node;
}

function copyOf(body: Body, { name, properties }: NewSibling): WrittenValue {
  const isFullType = typeof body.type === 'string' && body.type.split('/').length > 2;
  return { ...body, name: nameLike(String(body.name), name, !isFullType), properties };
}

function nameLike(old: string, name: string, hasOneSegment: boolean): string {
  const expression = /^\[(?!\[)(.*)\]$/s.exec(old)?.[1];
  if (expression !== undefined && !hasOneSegment) return `[${siblingName(expression, name, false)}]`;
  return siblingName(`'${old}'`, name, hasOneSegment || !old.includes('/')).slice(1, -1);
}
