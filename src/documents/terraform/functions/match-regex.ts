import { EvaluationError, tooComplex } from '../../evaluate/errors';
import { isWordLetter, parseRegex, type RegexPosition, type RegexNode } from './regex-parser';

type Instruction =
  | { readonly is: 'letter'; readonly fits: (code: number) => boolean }
  | { readonly is: 'at'; readonly where: RegexPosition }
  | { readonly is: 'save'; readonly slot: number }
  /** Continues at both targets, the first before the second. */
  | { readonly is: 'split'; first: number; second: number }
  | { readonly is: 'jump'; to: number }
  | { readonly is: 'match' };

export interface CompiledRegex {
  readonly names: readonly (string | null)[];
  /** Its length determines the work for each character. */
  readonly program: readonly Instruction[];
}

export interface RegexMatch {
  readonly start: number;
  readonly text: string;
  readonly groups: readonly (string | null)[];
}

/** Maximum number of instructions of an expression. */
const mostInstructions = 5_000;

/**
 * Compiles an RE2 regular expression.
 * @throws `EvaluationError` if it isn't valid, or is too large
 */
export function compileRegex(pattern: string): CompiledRegex {
  const { root, names } = parseRegex(pattern);
  const program: Instruction[] = [];
  emit(program, { is: 'group', of: root, index: 0 });
  add(program, { is: 'match' });
  return { names, program };
}

function add<T extends Instruction>(program: Instruction[], instruction: T): T {
  if (program.length >= mostInstructions) throw new EvaluationError(tooComplex);
  program.push(instruction);
  return instruction;
}

function emit(program: Instruction[], node: RegexNode): void {
  switch (node.is) {
    case 'letter':
    case 'at':
      add(program, node);
      return;
    case 'sequence':
      for (const one of node.of) emit(program, one);
      return;
    case 'choice':
      emitChoice(program, node.of);
      return;
    case 'group':
      add(program, { is: 'save', slot: node.index * 2 });
      emit(program, node.of);
      add(program, { is: 'save', slot: node.index * 2 + 1 });
      return;
    case 'repeat':
      emitRepeat(program, node);
  }
}

function emitChoice(program: Instruction[], nodes: readonly RegexNode[]): void {
  const ends: { to: number }[] = [];
  for (const [index, node] of nodes.entries()) {
    if (index === nodes.length - 1) {
      emit(program, node);
      continue;
    }
    const split = add(program, { is: 'split', first: program.length + 1, second: 0 });
    emit(program, node);
    ends.push(add(program, { is: 'jump', to: 0 }));
    split.second = program.length;
  }
  for (const end of ends) end.to = program.length;
}

type Repeat = RegexNode & { readonly is: 'repeat' };

function emitRepeat(program: Instruction[], { of, least, most, isLazy }: Repeat): void {
  for (let count = 0; count < least; count += 1) emit(program, of);
  if (most === Infinity) {
    const start = program.length;
    const split = add(program, { is: 'split', first: 0, second: 0 });
    emit(program, of);
    add(program, { is: 'jump', to: start });
    aim(split, { inside: start + 1, behind: program.length, isLazy });
    return;
  }
  const splits: { readonly split: { first: number; second: number }; readonly inside: number }[] = [];
  for (let count = least; count < most; count += 1) {
    const split = add(program, { is: 'split', first: 0, second: 0 });
    splits.push({ split, inside: program.length });
    emit(program, of);
  }
  for (const { split, inside } of splits) aim(split, { inside, behind: program.length, isLazy });
}

interface Aim {
  readonly inside: number;
  readonly behind: number;
  readonly isLazy: boolean;
}

function aim(split: { first: number; second: number }, { inside, behind, isLazy }: Aim): void {
  split.first = isLazy ? behind : inside;
  split.second = isLazy ? inside : behind;
}

/** A position in the program, with the captures on the way there. */
interface Thread {
  readonly at: number;
  readonly saved: readonly number[];
}

/** The text to search, the number of matches, and a callback for each character that is examined. */
interface Search {
  readonly text: string;
  readonly most: number;
  readonly step: () => void;
}

/** Returns the successive matches of an expression in a text. */
export function matchesOf(
  { program, names }: CompiledRegex,
  { text, most, step }: Search,
): readonly RegexMatch[] {
  const found: RegexMatch[] = [];
  let from = 0;
  let lastEnd = -1;
  while (found.length < most && from <= text.length) {
    const saved = firstMatch(program, { text, step }, from);
    if (saved === undefined) break;
    const [start = from, end = from] = saved;
    if (end > start || start !== lastEnd) found.push(matched(text, saved, names.length));
    lastEnd = end;
    from = end > start ? end : end + lengthAt(text, end);
  }
  return found;
}

function lengthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function matched(text: string, saved: readonly number[], count: number): RegexMatch {
  const part = (index: number): string | null => {
    const [start, end] = [saved[index * 2], saved[index * 2 + 1]];
    return start === undefined || end === undefined ? null : text.slice(start, end);
  };
  const groups = Array.from({ length: count }, (_, index) => part(index + 1));
  return { start: saved[0] ?? 0, text: part(0) ?? '', groups };
}

/** Returns the captures of the first match from `from` on. All threads are followed at once, in order of priority. */
function firstMatch(
  program: readonly Instruction[],
  { text, step }: Pick<Search, 'text' | 'step'>,
  from: number,
): readonly number[] | undefined {
  let threads: readonly Thread[] = [];
  let best: readonly number[] | undefined;
  for (let place = from; place <= text.length; place += lengthAt(text, place)) {
    step();
    const here: Thread[] = [];
    const visit = {
      program,
      text,
      place,
      seen: new Set<number>(),
      add: (one: Thread) => void here.push(one),
    };
    for (const thread of threads) follow(visit, thread);
    if (best === undefined) follow(visit, { at: 0, saved: [] });
    const end = here.findIndex(({ at }) => program[at]?.is === 'match');
    if (end >= 0) best = here[end]?.saved;
    threads = steppedOver(program, end < 0 ? here : here.slice(0, end), text.codePointAt(place));
    if (threads.length === 0 && best !== undefined) return best;
  }
  return best;
}

/** Returns the threads that match the character, advanced past it. */
function steppedOver(
  program: readonly Instruction[],
  threads: readonly Thread[],
  code: number | undefined,
): readonly Thread[] {
  if (code === undefined) return [];
  return threads.flatMap(({ at, saved }) => {
    const instruction = program[at];
    return instruction?.is === 'letter' && instruction.fits(code) ? [{ at: at + 1, saved }] : [];
  });
}

interface Visit {
  readonly program: readonly Instruction[];
  readonly text: string;
  readonly place: number;
  readonly seen: Set<number>;
  readonly add: (thread: Thread) => void;
}

/** Follows a thread to all instructions that need a character, the first choice before the second. */
function follow({ program, text, place, seen, add: put }: Visit, start: Thread): void {
  const open: Thread[] = [start];
  for (let thread = open.pop(); thread; thread = open.pop()) {
    if (seen.has(thread.at)) continue;
    seen.add(thread.at);
    const instruction = program[thread.at];
    if (instruction === undefined) continue;
    if (instruction.is === 'letter' || instruction.is === 'match') put(thread);
    else open.push(...stepsFrom(instruction, thread, { text, place }));
  }
}

/** The last step is followed first. */
function stepsFrom(
  instruction: Exclude<Instruction, { readonly is: 'letter' | 'match' }>,
  { at, saved }: Thread,
  { text, place }: { readonly text: string; readonly place: number },
): readonly Thread[] {
  switch (instruction.is) {
    case 'jump':
      return [{ at: instruction.to, saved }];
    case 'split':
      return [
        { at: instruction.second, saved },
        { at: instruction.first, saved },
      ];
    case 'save': {
      const next = [...saved];
      next[instruction.slot] = place;
      return [{ at: at + 1, saved: next }];
    }
    case 'at':
      return isAt(instruction.where, text, place) ? [{ at: at + 1, saved }] : [];
  }
}

function isAt(where: RegexPosition, text: string, place: number): boolean {
  switch (where) {
    case 'start':
      return place === 0;
    case 'end':
      return place === text.length;
    case 'line-start':
      return place === 0 || text[place - 1] === '\n';
    case 'line-end':
      return place === text.length || text[place] === '\n';
    case 'border':
      return isBorder(text, place);
    case 'no-border':
      return !isBorder(text, place);
  }
}

function isBorder(text: string, place: number): boolean {
  return isWordLetter(text.charCodeAt(place - 1)) !== isWordLetter(text.charCodeAt(place));
}
