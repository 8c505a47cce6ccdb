import { reason } from '../core/reason';
import { itemsOf, membersOf, memberEntry, type JsonNode } from '../documents/arm/json-node';
import { isArmTemplate } from '../documents/arm/read-arm-template';
import { readJson } from '../documents/arm/read-json';
import type { CodeContext } from '../plans/code/code-context';
import { armToInsert } from '../plans/code/code-to-insert';
import type { Plan } from '../plans/compute-plan';
import type { PlanSay } from '../plans/say';
import type { Insertion, OpenText } from './open-text';

/** Inserts a plan as an item into the template's `resources` that contains the cursor. */
export function insertArm(
  plan: Plan,
  { text, offset, indent }: OpenText,
  { context, say }: { readonly context: CodeContext; readonly say: PlanSay },
): Insertion {
  if (!isArmTemplate(text)) return { is: 'refused', because: reason('insert.noTemplate') };
  const { root } = readJson(text);
  const list = memberEntry(root, 'resources')?.value;
  if (list === undefined || list.start >= offset || list.end <= offset) {
    return { is: 'refused', because: reason('insert.noResources') };
  }
  const json = armToInsert(plan, context, say);
  if (json === null) return { is: 'refused', because: reason('insert.secret') };
  const name = list.is === 'object' ? `${JSON.stringify(freeKey(list))}: ` : '';
  return itemAt(text, { list, offset, indent, item: name + JSON.stringify(json, null, indent) });
}

function freeKey(list: JsonNode): string {
  const usedKeys = new Set(membersOf(list).map(({ key }) => key.toLowerCase()));
  let key = 'compute';
  for (let n = 2; usedKeys.has(key); n += 1) key = `compute${String(n)}`;
  return key;
}

interface NewItem {
  readonly list: JsonNode;
  readonly offset: number;
  readonly indent: string;
  readonly item: string;
}

/** Inserts an item after the one at or before the cursor, otherwise as the first one. */
function itemAt(text: string, { list, offset, indent, item }: NewItem): Insertion {
  const spans =
    list.is === 'object'
      ? membersOf(list).map(({ keyStart, value }) => ({ start: keyStart, end: value.end }))
      : itemsOf(list).map(({ start, end }) => ({ start, end }));
  const before = spans.filter(({ start }) => start < offset).at(-1);
  const [first] = spans;
  const lineStart = text.lastIndexOf('\n', list.start) + 1;
  const outer = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? '';
  const lines = item.replaceAll('\n', `\n${outer}${indent}`);
  const newLine = `\n${outer}${indent}`;
  if (before) return { is: 'insertion', at: before.end, text: `,${newLine}${lines}` };
  const after = first ? ',' : /\n/.test(text.slice(list.start, list.end)) ? '' : `\n${outer}`;
  return { is: 'insertion', at: list.start + 1, text: `${newLine}${lines}${after}` };
}
