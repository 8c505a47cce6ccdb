import { itemsOf, membersOf, type JsonNode } from '../documents/arm/json-node';
import { readJson } from '../documents/arm/read-json';
import { reason, type Reason } from '../core/reason';
import type { Plan } from '../plans/compute-plan';
import { decodePlan, longestPlanFile } from './read-plan-file';

/** A problem in a plan file, with its line (from 1). */
export interface PlacedPlanFault {
  readonly line: number;
  /** The member, such as `nodes.min`; empty for the whole file. */
  readonly path: string;
  readonly because: Reason;
}

interface Faults {
  readonly is: 'faults';
  readonly faults: readonly PlacedPlanFault[];
}

type ReadPlanText = { readonly is: 'plan'; readonly plan: Plan } | Faults;

/** Reads the text of a plan file. Never throws. */
export function readPlanText(text: string): ReadPlanText {
  const read = readPlanJson(text);
  if (read.is === 'faults') return read;
  const found = decodePlan(read.json);
  if (found.is === 'plan') return found;
  const faults = found.faults.map((one) => ({ ...one, line: lineOfPlanMember(text, one.path) }));
  return { is: 'faults', faults };
}

/** Reads a plan file as JSON, without checking that it's a plan. Never throws. */
export function readPlanJson(text: string): { readonly is: 'json'; readonly json: unknown } | Faults {
  if (text.length > longestPlanFile) return fault(1, reason('planFile.fault.long'));
  const { root, comments, faults } = readJson(text);
  const json = parsed(text);
  if (json === undefined) {
    const [first] = faults;
    const at = (first ?? comments[0])?.start ?? 0;
    return fault(lineAt(text, at), reason(first?.key ?? 'planFile.fault.strict'));
  }
  const twice = [...repeated(root, [])].map(({ path, at }) => ({
    line: lineAt(text, at),
    path,
    because: reason('planFile.fault.twice'),
  }));
  return twice.length > 0 ? { is: 'faults', faults: twice } : { is: 'json', json };
}

function fault(line: number, because: Reason): Faults {
  return { is: 'faults', faults: [{ line, path: '', because }] };
}

/** Parses JSON; undefined if the text isn't valid JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** Returns the line of a member of a plan file, from 1. For a missing member, returns the line of its parent. */
export function lineOfPlanMember(text: string, path: string): number {
  const { root } = readJson(text);
  let found = { at: path === '' ? 0 : root.start, node: root };
  for (const name of path.split('.')) {
    const next = memberOrItem(found.node, name);
    if (!next) break;
    found = next;
  }
  return lineAt(text, found.at);
}

function memberOrItem(
  node: JsonNode,
  name: string,
): { readonly at: number; readonly node: JsonNode } | undefined {
  const member = membersOf(node).findLast(({ key }) => key === name);
  if (member) return { at: member.keyStart, node: member.value };
  const item = itemsOf(node)[Number(name)];
  return item && { at: item.start, node: item };
}

/** Finds duplicate members: a person may read one value while the other one applies. */
function* repeated(node: JsonNode, path: readonly string[]): Iterable<{ path: string; at: number }> {
  const seen = new Set<string>();
  for (const { key, keyStart, value } of membersOf(node)) {
    const inside = [...path, key];
    if (seen.has(key)) yield { path: inside.join('.'), at: keyStart };
    seen.add(key);
    yield* repeated(value, inside);
  }
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/).length;
}
