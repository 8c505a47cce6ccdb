import { jsonEditor } from '../documents/edits/file-editor';
import type { TextEdit } from '../documents/edits/text-edit';
import { itemsOf, jsonMember, membersOf, type JsonNode } from '../documents/arm/json-node';
import { readJson } from '../documents/arm/read-json';
import type { SourceRange } from '../documents/source/source-range';

/**
 * Suppressions in `metadata."aml-secure-compute".ignore` of a resource or template, because plain JSON doesn't have
 * comments.
 */
const member = 'aml-secure-compute';

/** IDs that are suppressed between two offsets of a file. */
export interface IgnoredPart {
  readonly start: number;
  readonly end: number;
  readonly ids: readonly string[];
}

/** Returns the suppressions of resources and templates in a JSON text, each with its whole range. */
export function ignoredParts(text: string): readonly IgnoredPart[] {
  if (!text.includes(member)) return [];
  const { root } = readJson(text);
  return ownersIn(root).flatMap((owner) => {
    const ids = itemsOf(ignoreOf(owner)).flatMap((one) => (one.is === 'text' ? [one.value] : []));
    return ids.length > 0 ? [{ start: owner.start, end: owner.end, ids }] : [];
  });
}

/**
 * Returns edits that add `ids` to the suppressions of the innermost resource at a place, or of the template if there is
 * none.
 */
export function ignoreEdits(
  text: string,
  { file, start }: SourceRange,
  ids: readonly string[],
): readonly TextEdit[] {
  const owner = ownersIn(readJson(text).root).findLast((one) => one.start <= start && start < one.end);
  if (!owner) return [];
  const at = (node: JsonNode): SourceRange => ({ file, start: node.start, end: node.end });
  const metadata = jsonMember(owner, 'metadata');
  const ours = jsonMember(metadata, member);
  const ignore = ignoreOf(owner);
  if (ignore?.is === 'array') return jsonEditor.insertItems(text, at(ignore), ids);
  if (ours) return jsonEditor.setMember(text, at(ours), { name: 'ignore', value: ids });
  if (metadata) return jsonEditor.setMember(text, at(metadata), { name: member, value: { ignore: ids } });
  return jsonEditor.setMember(text, at(owner), {
    name: 'metadata',
    value: { [member]: { ignore: ids } },
  });
}

function ignoreOf(owner: JsonNode): JsonNode | undefined {
  return jsonMember(jsonMember(jsonMember(owner, 'metadata'), member), 'ignore');
}

/** Returns resources and templates, an outer one before its inner ones. */
function ownersIn(node: JsonNode | undefined): readonly JsonNode[] {
  if (node === undefined) return [];
  const inside = [...itemsOf(node), ...membersOf(node).map(({ value }) => value)].flatMap(ownersIn);
  return isOwner(node) ? [node, ...inside] : inside;
}

function isOwner(node: JsonNode): boolean {
  return jsonMember(node, 'apiVersion') !== undefined || jsonMember(node, 'resources') !== undefined;
}
