import type { FlowResult } from '../check-result';
import { equalEnds } from '../equal-ends';
import type { Known } from '../known';
import type { Direction, SecurityGroup, SecurityRule } from '../network/model';
import { cellsOverlap, type PacketSet } from '../packets/packet-set';
import { compileRules, type CompiledRule, type GroupContext } from './compile-group';
import { keyOfFlow, type Flow } from './flow';
import { withRecountedSteps, type Stage } from './trace';

/** Cached results of a subnet. */
export interface FlowAnswerCache {
  /** Returns an earlier result: from here, or from the previous state if no changed rule matches the flow. */
  find(question: string): FlowResult | undefined;
  keep(question: string, cell: PacketSet, answer: FlowResult): void;
  /** All results that were computed or found here, with the packets of their flows. */
  readonly all: ReadonlyMap<string, CachedResult>;
}

interface CachedResult {
  readonly cell: PacketSet;
  readonly answer: FlowResult;
}

/** Results from before the rules in `changed`, in their older or newer form, took effect. */
export interface Earlier {
  readonly answers: ReadonlyMap<string, CachedResult>;
  changed(direction: Direction): readonly CompiledRule[];
  /** Returns the current NSGs. */
  stages(direction: Direction): readonly Stage[];
}

export function createAnswers(earlier: Earlier | undefined): FlowAnswerCache {
  const all = new Map<string, CachedResult>();
  return {
    all,
    keep: (question, cell, answer) => void all.set(question, { cell, answer }),
    find(question) {
      const own = all.get(question);
      if (own) return own.answer;
      const before = earlier && reusableResult(earlier, question);
      if (before) all.set(question, before);
      return before?.answer;
    },
  };
}

/** Returns a result of the previous state with current rule counts; undefined if a changed rule may affect it. */
function reusableResult({ answers, changed, stages }: Earlier, question: string): CachedResult | undefined {
  const before = answers.get(question);
  if (!before) return undefined;
  const direction: Direction = question.startsWith('Inbound') ? 'Inbound' : 'Outbound';
  const all = changed(direction);
  if (all.length === 0) return before;
  if (all.some((rule) => meets(rule, before.cell))) return undefined;
  const answer = withRecountedSteps(before.answer, stages(direction));
  return answer && { cell: before.cell, answer };
}

/**
 * Returns a key for each flow and what decides besides the subnet. For outbound flows, a public IP matters only through
 * the outbound access that it provides, and a NAT gateway provides the same with or without it.
 */
export function questionOf(flow: Flow, access: { readonly nodes: string; readonly key: string }): string {
  return `${keyOfFlow(flow)} ${flow.direction === 'Outbound' ? access.key : access.nodes}`;
}

function meets(rule: CompiledRule, cell: PacketSet): boolean {
  return rule.parts().some((part) => cellsOverlap(part.cell, cell));
}

/** Rules of two states of an NSG that are only in one of them. */
export interface ChangedRules {
  readonly before: readonly SecurityRule[];
  readonly after: readonly SecurityRule[];
}

/** Lowest priority of default rules. An NSG that lists them itself doesn't have others. */
const firstDefault = 65000;

/**
 * Maximum number of changed rules. With more, computing results again costs less than comparing each rule with each
 * result.
 */
const mostChanged = 50;

/**
 * Returns the differences between two states of an NSG if only individual rules changed and the others have the same
 * order. Undefined otherwise.
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
  const { start, end } = equalEnds(allBefore, allAfter);
  const was = allBefore.slice(start, allBefore.length - end);
  const is = allAfter.slice(start, allAfter.length - end);
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

/** True for a rule with a known direction and priority that isn't a default rule. */
function isPlain({ priority, direction }: SecurityRule): boolean {
  return direction.known && priority.known && priority.value < firstDefault;
}

/** Returns an NSG, or the reason object why it can't be read. */
export function valueOrReason<T>(part: Known<T>): T | object {
  return part.known ? part.value : part.because;
}

function isGroup(value: SecurityGroup | object | null): value is SecurityGroup {
  return value !== null && 'rules' in value;
}

/** Compiles both forms of every changed rule. */
export function compileChanged(
  { before, after }: ChangedRules,
  group: SecurityGroup,
  context: GroupContext,
): readonly CompiledRule[] {
  return [...compileRules(group, before, context), ...compileRules(group, after, context)];
}
