import { reason } from '../../../core/reason';
import { EvaluationError } from '../errors';
import type { Value } from '../value';
import {
  below,
  belowWhere,
  everyItem,
  everyMember,
  everythingBelow,
  items,
  itemsWhere,
  member,
  members,
  slice,
  type Condition,
  type JsonPathStep,
} from './json-path-steps';
import { valueOfJson } from './json-value';
import { isEqual } from '../equality';

/** The steps of a path as Json.NET reads it; ends where it is none, or is not evaluated here. */
export function parseJsonPath(path: string): readonly JsonPathStep[] {
  const parser = new JsonPathParser(path);
  return parser.whole();
}

/** The values that one side of a comparison names. */
type Side = (value: Value, root: Value) => readonly Value[];

class JsonPathParser {
  private at = 0;

  constructor(private readonly path: string) {}

  whole(): readonly JsonPathStep[] {
    this.take(/\s*/y);
    // A dollar alone, or before a step; elsewhere it belongs to a name.
    this.take(/\$(?=[.[]|$)/y);
    const steps = this.steps(/[^[(.\])\s]+/y);
    this.take(/\s*/y);
    return this.at === this.path.length ? steps : this.refuse();
  }

  /** Steps up to where a path ends; a name there is what `name` takes. */
  private steps(name: RegExp): readonly JsonPathStep[] {
    const found: JsonPathStep[] = [];
    for (;;) {
      const step = this.step(name, found.length === 0);
      if (!step) return found;
      found.push(step);
    }
  }

  private step(name: RegExp, isFirst: boolean): JsonPathStep | undefined {
    if (this.take(/\.\./y) !== undefined) return this.stepBelow(name);
    if (this.take(/\.?\[\s*/y) !== undefined) return this.bracket();
    const hasDot = this.take(/\./y) !== undefined;
    if (!hasDot && !isFirst) return undefined;
    const named = this.take(name);
    if (named === undefined) return hasDot ? this.refuse() : undefined;
    return named === '*' ? everyMember : member(named);
  }

  private stepBelow(name: RegExp): JsonPathStep {
    if (this.take(/\[\s*/y) !== undefined) return this.bracketBelow();
    const named = this.take(name) ?? this.refuse();
    return named === '*' ? everythingBelow : below([named]);
  }

  private bracket(): JsonPathStep {
    if (this.take(/\?\(/y) !== undefined) return itemsWhere(this.condition());
    const names = this.names();
    if (names) return names.length === 1 ? member(names[0] ?? '') : members(names);
    return this.indexes();
  }

  /** Places in a list are not looked for below: Json.NET takes `..[0]` for `[0]`. */
  private bracketBelow(): JsonPathStep {
    if (this.take(/\?\(/y) !== undefined) return belowWhere(this.condition());
    const names = this.names();
    return names ? below(names) : this.indexes();
  }

  private names(): readonly string[] | undefined {
    const start = this.at;
    const names: string[] = [];
    for (;;) {
      const name = this.take(/'(?:[^'\\]|\\.)*'/y);
      if (name === undefined) break;
      names.push(unquoted(name.slice(1, -1)));
      if (this.take(/\s*\]/y) !== undefined) return names;
      if (this.take(/\s*,\s*/y) === undefined) break;
    }
    this.at = start;
    return undefined;
  }

  private indexes(): JsonPathStep {
    if (this.take(/\*\s*\]/y) !== undefined) return everyItem;
    const bounds = this.take(/(?:-\d*|\d+)?\s*:\s*(?:(?:-\d*|\d+)\s*)?(?::\s*(?:(?:-\d*|\d+)\s*)?)?\]/y);
    if (bounds !== undefined) return this.slice(bounds);
    const list = this.take(/\d+(?:\s*,\s*\d+)*\s*\]/y) ?? this.refuse();
    return items((list.match(/\d+/g) ?? []).map(Number));
  }

  private slice(bounds: string): JsonPathStep {
    const [start, end, step] = bounds
      .slice(0, -1)
      .split(':')
      .map((bound) => bound.trim());
    const numbers = [start, end, step].map((one) =>
      one === undefined || one === '' ? undefined : Number(one),
    );
    return numbers.some((one) => Number.isNaN(one)) || numbers[2] === 0 ? this.refuse() : slice(numbers);
  }

  /** What stands between `?(` and `)]`: Json.NET takes all behind a `&&` or `||` for its other side. */
  private condition(): Condition {
    const sides: { holds: Condition; joint: string | undefined }[] = [];
    do sides.push({ holds: this.comparison(), joint: this.take(/\s*(?:&&|\|\|)/y)?.trim() });
    while (sides.at(-1)?.joint !== undefined);
    if (this.take(/\s*\)\s*\]/y) === undefined) this.refuse();
    return (value, root) => {
      for (const { holds, joint } of sides) {
        const does = holds(value, root);
        if (joint === undefined || does === (joint === '||')) return does;
      }
      return false;
    };
  }

  private comparison(): Condition {
    const left = this.side();
    const operator = this.take(/\s*(?:===?|!==?|<>|<=?|>=?)/y)?.trim();
    if (operator === undefined) return (value, root) => left(value, root).length > 0;
    const right = this.side();
    return (value, root) => {
      const others = right(value, root);
      return left(value, root).some((one) =>
        others.some((other) => compareJsonPath(operator, one, other) ?? this.refuse()),
      );
    };
  }

  private side(): Side {
    const start = this.take(/\s*[@$]/y)?.trim();
    if (start === undefined) return this.literal();
    const steps = this.steps(/[^[(.\])\s=<!>|&]+/y);
    return (value, root) =>
      steps.reduce<readonly Value[]>((values, step) => step(values, root), [start === '$' ? root : value]);
  }

  private literal(): Side {
    const written = this.take(
      /\s*(?:'(?:[^'\\]|\\.)*'|(?:true|false|null|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)(?=[\s)]))/iy,
    );
    const value = written === undefined ? undefined : valueOfJson(inJson(written.trim()));
    return value ? () => [value] : this.refuse();
  }

  private take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.path)?.[0];
    this.at += found?.length ?? 0;
    return found;
  }

  private refuse(): never {
    throw new EvaluationError(reason('unknown.jsonPath', { path: this.path }));
  }
}

/** A text between single quotes, as between double ones; all else is written alike. */
function inJson(literal: string): string {
  return literal.startsWith("'") ? JSON.stringify(unquoted(literal.slice(1, -1))) : literal.toLowerCase();
}

function unquoted(inside: string): string {
  return inside.replace(/\\(.)/g, '$1');
}

/**
 * What Json.NET says of two values in a condition: lists and objects are only ever not equal. Undefined where it would
 * turn one kind into another, and where a value is not known.
 */
function compareJsonPath(operator: string, left: Value, right: Value): boolean | undefined {
  if (left.is === 'unknown' || right.is === 'unknown') return undefined;
  if (isCompound(left) || isCompound(right)) return operator === '!=' || operator === '<>';
  if (/^==/.test(operator)) return isEqual(left, right);
  if (/^!|^<>/.test(operator)) return !isEqual(left, right);
  return inOrder(operator, orderOf(left, right));
}

function isCompound({ is }: Value): boolean {
  return is === 'array' || is === 'object';
}

function inOrder(operator: string, order: number | undefined): boolean | undefined {
  if (order === undefined) return undefined;
  if (operator.endsWith('=') && order === 0) return true;
  return operator.startsWith('<') ? order < 0 : order > 0;
}

/** Nothing comes before all else; texts by their code units. */
function orderOf(left: Value, right: Value): number | undefined {
  if (left.is === 'null' || right.is === 'null') {
    return Number(left.is !== 'null') - Number(right.is !== 'null');
  }
  if (left.is === 'text' && right.is === 'text') return sign(left.value, right.value);
  if (left.is === 'number' && right.is === 'number') return sign(left.value, right.value);
  if (left.is === 'flag' && right.is === 'flag') return sign(left.value, right.value);
  return undefined;
}

function sign<T extends string | number | boolean>(left: T, right: T): number {
  return Number(left > right) - Number(left < right);
}
