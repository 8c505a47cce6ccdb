import type { FlowResult } from '../check-result';
import type { Known } from '../known';
import type { Direction, SecurityGroup, SecurityRule } from '../network/model';
import { intersectCells, type PacketSet } from '../packets/packet-set';
import { compileRules, type CompiledRule, type GroupContext } from './compile-group';
import { keyOfFlow, type Flow } from './flow';
import { countedAnew, type Stage } from './trace';

/** Answers of one subnet. */
export interface FlowAnswerCache {
  /** What was answered before: here, or where no rule that changed since meets the flow. */
  find(question: string): FlowResult | undefined;
  keep(question: string, cell: PacketSet, answer: FlowResult): void;
  /** What was answered or found here, with the packets that were asked. */
  readonly all: ReadonlyMap<string, Held>;
}

interface Held {
  readonly cell: PacketSet;
  readonly answer: FlowResult;
}

/** Answers that were given before the rules of `changed`, in their older or newer form, took part. */
export interface Earlier {
  readonly answers: ReadonlyMap<string, Held>;
  changed(direction: Direction): readonly CompiledRule[];
  /** The groups as they are now. */
  stages(direction: Direction): readonly Stage[];
}

export function createAnswers(earlier: Earlier | undefined): FlowAnswerCache {
  const all = new Map<string, Held>();
  return {
    all,
    keep: (question, cell, answer) => void all.set(question, { cell, answer }),
    find(question) {
      const own = all.get(question);
      if (own) return own.answer;
      const before = earlier && stillHolds(earlier, question);
      if (before) all.set(question, before);
      return before?.answer;
    },
  };
}

/** An answer of the state before, with its rules counted as they stand now; undefined where a change may have a word. */
function stillHolds({ answers, changed, stages }: Earlier, question: string): Held | undefined {
  const before = answers.get(question);
  if (!before) return undefined;
  const direction: Direction = question.startsWith('Inbound') ? 'Inbound' : 'Outbound';
  const all = changed(direction);
  if (all.length === 0) return before;
  if (all.some((rule) => meets(rule, before.cell))) return undefined;
  const answer = countedAnew(before.answer, stages(direction));
  return answer && { cell: before.cell, answer };
}

/**
 * One text for each flow and what decides besides the subnet: outbound, a public IP matters only by the outbound access that
 * it gives, and a NAT gateway gives the same with and without it.
 */
export function questionOf(flow: Flow, access: { readonly nodes: string; readonly key: string }): string {
  return `${keyOfFlow(flow)} ${flow.direction === 'Outbound' ? access.key : access.nodes}`;
}

function meets(rule: CompiledRule, cell: PacketSet): boolean {
  return rule.parts().some((part) => intersectCells(part.cell, cell) !== undefined);
}

/** Rules of two states of one group that the other state has not. */
export interface ChangedRules {
  readonly before: readonly SecurityRule[];
  readonly after: readonly SecurityRule[];
}

/** Azure's own rules begin here; a group that writes them itself has no others. */
const firstDefault = 65000;

/** Where more rules changed, asking anew costs less than trying each of them on each answer. */
const mostChanged = 50;

/**
 * What changed between two states of a group, where that is no more than single rules: the others are the same, in the
 * same order. Undefined where it is more.
 */
export function changedRules(
  before: Known<SecurityGroup | null>,
  after: Known<SecurityGroup | null>,
): ChangedRules | undefined {
  const [was, is] = [valueOrReason(before), valueOrReason(after)];
  if (was === is) return { before: [], after: [] };
  if (!isGroup(was) || !isGroup(is) || was.id !== is.id || was.name !== is.name) return undefined;
  if (!was.rules.known || !is.rules.known) return undefined;
  return differenceOf(was.rules.value, is.rules.value);
}

function differenceOf(
  allBefore: readonly SecurityRule[],
  allAfter: readonly SecurityRule[],
): ChangedRules | undefined {
  const [was, is] = withoutEqualEnds(allBefore, allAfter);
  const [old, now] = [new Set(was), new Set(is)];
  const stayed = was.filter((rule) => now.has(rule));
  const changes = {
    before: was.filter((rule) => !now.has(rule)),
    after: is.filter((rule) => !old.has(rule)),
  };
  if (changes.before.length + changes.after.length > mostChanged) return undefined;
  if (is.filter((rule) => old.has(rule)).some((rule, index) => rule !== stayed[index])) return undefined;
  return [...changes.before, ...changes.after].every(isPlain) ? changes : undefined;
}

/** Both lists without the rules that are the same at their start and at their end. */
function withoutEqualEnds<T>(a: readonly T[], b: readonly T[]): readonly [readonly T[], readonly T[]] {
  const shortest = Math.min(a.length, b.length);
  let start = 0;
  while (start < shortest && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shortest - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}

/** One of its own place, which is none of Azure's own. */
function isPlain({ priority, direction }: SecurityRule): boolean {
  return direction.known && priority.known && priority.value < firstDefault;
}

/** A group, or the very reason why there is none to be seen. */
export function valueOrReason<T>(part: Known<T>): T | object {
  return part.known ? part.value : part.because;
}

function isGroup(value: SecurityGroup | object | null): value is SecurityGroup {
  return value !== null && 'rules' in value;
}

/** Both forms of every rule that changed, ready to be tried. */
export function compileChanged(
  { before, after }: ChangedRules,
  group: SecurityGroup,
  context: GroupContext,
): readonly CompiledRule[] {
  return [...compileRules(group, before, context), ...compileRules(group, after, context)];
}
