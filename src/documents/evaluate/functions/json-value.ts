import { array, exactly, flag, nothing, object, text } from '../make-value';
import type { Value } from '../value';

/** What a JSON text holds; undefined where it is no JSON, or deeper than the stack bears. */
export function valueOfJson(json: string): Value | undefined {
  try {
    return valueOf(JSON.parse(json), 0);
  } catch {
    return undefined;
  }
}

const maxDepth = 300;

/** A parsed JSON value as a value of the evaluator. */
export function valueOf(parsed: unknown, depth: number): Value {
  if (depth > maxDepth) return nothing();
  if (typeof parsed === 'string') return text(parsed);
  if (typeof parsed === 'number') return exactly(parsed);
  if (typeof parsed === 'boolean') return flag(parsed);
  if (Array.isArray(parsed)) return array(parsed.map((one: unknown) => valueOf(one, depth + 1)));
  if (typeof parsed !== 'object' || parsed === null) return nothing();
  return object(new Map(Object.entries(parsed).map(([key, one]) => [key, valueOf(one, depth + 1)])));
}
