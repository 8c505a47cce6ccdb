import { siblingName, type NewSibling } from '../../edits/sibling';
import { withEdits, type TextEdit } from '../../edits/text-edit';
import type { SourceRange } from '../../source/source-range';
import { parseBicep, type SyntaxTree } from '../parser/parse';
import type { ResourceSyntax } from '../syntax/syntax';
import { findResource } from './find-node';
import { bicepMember } from './members';
import { renderBicep } from './render';
import { indentAt, spansLines, styleOf } from './style';

/**
 * Returns an edit that declares resources directly after the resource at a place: copies with another symbol, name, and
 * properties. Empty if that resource has a condition or a loop, because the copies would have it too.
 */
export function insertBicepSiblings(
  text: string,
  sibling: SourceRange,
  added: readonly NewSibling[],
): readonly TextEdit[] {
  const tree = parseBicep(text, sibling.file);
  const found = findResource(tree.root, sibling);
  const [first] = added;
  if (
    !found ||
    !first ||
    copyOf(tree, found.resource, { added: first, isNested: found.isNested }) === undefined
  ) {
    return [];
  }
  const { lineEnd } = styleOf(tree);
  const between = found.isNested ? lineEnd : lineEnd + lineEnd;
  const indent = indentAt(text, found.resource.keyword.start);
  const copies = added.map(
    (one) =>
      between + indent + (copyOf(tree, found.resource, { added: one, isNested: found.isNested }) ?? ''),
  );
  const { end } = found.resource;
  return [{ file: sibling.file, start: end, end, text: copies.join('') }];
}

function copyOf(
  tree: SyntaxTree,
  { keyword, name, body, end }: ResourceSyntax,
  { added, isNested }: { readonly added: NewSibling; readonly isNested: boolean },
): string | undefined {
  if (body?.is !== 'object' || !name) return undefined;
  const its = bicepMember(body, 'name')?.value;
  const properties = bicepMember(body, 'properties')?.value;
  if (!its || !properties) return undefined;
  const { text, file } = tree;
  const hasParent = isNested || bicepMember(body, 'parent') !== undefined;
  const layout = {
    ...styleOf(tree),
    isInline: !spansLines(body),
    indent: indentAt(text, properties.start),
  };
  const from = keyword.start;
  const put = (at: { readonly start: number; readonly end: number }, put: string): TextEdit => ({
    file,
    start: at.start - from,
    end: at.end - from,
    text: put,
  });
  return withEdits(text.slice(from, end), [
    put(name, added.symbol),
    put(its, siblingName(text.slice(its.start, its.end), added.name, hasParent)),
    put(properties, renderBicep(added.properties, layout)),
  ]);
}
