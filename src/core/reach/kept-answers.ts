import type { FlowAnswer } from '../judgement';
import type { Known } from '../known';
import type { Direction, SecurityGroup, SecurityRule } from '../network/model';
import { intersectCells, type Cell } from '../packets/cell';
import { compileRules, type CompiledRule, type GroupContext } from './compile-group';
import type { Flow } from './flow';

/** Answers of one subnet. */
export interface KeptAnswers {
  /** What was answered before: here, or where no rule that changed since meets the flow. */
  find(question: string): FlowAnswer | undefined;
  keep(question: string, cell: Cell, answer: FlowAnswer): void;
  /** Found here, with the packets that were asked. */
  held(question: string): Held | undefined;
}

interface Held {
  readonly cell: Cell;
  readonly answer: FlowAnswer;
}

/** Answers that were given before the rules of `changed`, in their older or newer form, took part. */
export interface Earlier {
  readonly answers: KeptAnswers;
  changed(direction: Direction): readonly CompiledRule[];
}

export function createAnswers(earlier: Earlier | undefined): KeptAnswers {
  const all = new Map<string, Held>();
  return {
    held: (question) => all.get(question),
    keep: (question, cell, answer) => void all.set(question, { cell, answer }),
    find(question) {
      const own = all.get(question);
      if (own) return own.answer;
      const before = earlier?.answers.held(question);
      if (!before || !earlier) return undefined;
      const direction: Direction = question.startsWith('Inbound') ? 'Inbound' : 'Outbound';
      if (earlier.changed(direction).some((rule) => meets(rule, before.cell))) return undefined;
      all.set(question, before);
      return before.answer;
    },
  };
}

/** One text for each flow and public-IP mode. */
export function questionOf(flow: Flow, publicIp: Known<boolean>): string {
  const { direction, protocol, ports, remotes, locals = [], names = [], except = [] } = flow;
  const sides = [ports, remotes, locals, names, except].map((texts) => texts.join());
  return [direction, protocol, ...sides, JSON.stringify(publicIp)].join(' ');
}

function meets(rule: CompiledRule, cell: Cell): boolean {
  return rule.parts().some((part) => intersectCells(part.cell, cell) !== undefined);
}

/** Rules of two states of one group that the other state has not. */
export interface ChangedRules {
  readonly before: readonly SecurityRule[];
  readonly after: readonly SecurityRule[];
}

/** Azure's own rules begin here; a group that writes them itself has no others. */
const firstDefault = 65000;

/**
 * What changed between two states of a group, where that is no more than what single rules say: their number, order,
 * priorities and directions are the same. Undefined where it is more.
 */
export function changedRules(
  before: Known<SecurityGroup | null>,
  after: Known<SecurityGroup | null>,
): ChangedRules | undefined {
  const [was, is] = [valueOf(before), valueOf(after)];
  if (was === is) return { before: [], after: [] };
  if (!isGroup(was) || !isGroup(is) || was.id !== is.id || was.name !== is.name) return undefined;
  if (!was.rules.known || !is.rules.known) return undefined;
  return changedPlaces(was.rules.value, is.rules.value);
}

function changedPlaces(was: readonly SecurityRule[], is: readonly SecurityRule[]): ChangedRules | undefined {
  if (was.length !== is.length) return undefined;
  const before: SecurityRule[] = [];
  const after: SecurityRule[] = [];
  for (const [index, old] of was.entries()) {
    const now = is[index];
    if (old === now) continue;
    if (!now || !hasSamePlace(old, now)) return undefined;
    before.push(old);
    after.push(now);
  }
  return { before, after };
}

function hasSamePlace(a: SecurityRule, b: SecurityRule): boolean {
  if (!a.priority.known || !b.priority.known || !a.direction.known || !b.direction.known) return false;
  return (
    a.priority.value === b.priority.value &&
    a.priority.value < firstDefault &&
    a.direction.value === b.direction.value &&
    a.index === b.index
  );
}

/** A group, or the very reason why there is none to be seen. */
export function valueOf<T>(part: Known<T>): T | object {
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
