import type { JsonNode } from '../../arm/json-node';
import { readJson } from '../../arm/read-json';
import { arrayValue, exactly, flagValue, nullValue, objectValue, textValue } from '../make-value';
import type { Value } from '../value';

/**
 * Parses a JSON text, also with comments or trailing commas. Undefined if it isn't JSON, or is nested too deeply for
 * the stack.
 */
export function valueOfJson(json: string): Value | undefined {
  try {
    return toEvaluatedValue(JSON.parse(json), 0);
  } catch {
    const { root, faults } = readJson(json);
    return faults.length === 0 ? placed(root, null, 0) : undefined;
  }
}

/** Parses a JSON text like `valueOfJson`, with the place of each part in its file, so that a fix can edit it. */
export function placedValueOfJson(json: string, { file, start }: JsonPlace): Value | undefined {
  if (valueOfJson(json) === undefined) return undefined;
  const { root } = readJson(json);
  return placed(root, { file, start }, 0);
}

/** The place of a JSON text in a file, from an offset on. */
export interface JsonPlace {
  readonly file: string;
  readonly start: number;
}

function placed(node: JsonNode, at: JsonPlace | null, depth: number): Value {
  const from = at && { file: at.file, start: at.start + node.start, end: at.start + node.end };
  if (depth > maxDepth) return nullValue();
  switch (node.is) {
    case 'text':
      return textValue(node.value, from);
    case 'number':
      return exactly(node.value, from);
    case 'flag':
      return flagValue(node.value, from);
    case 'array':
      return arrayValue(
        node.items.map((one) => placed(one, at, depth + 1)),
        from,
      );
    case 'object':
      return objectValue(
        new Map(node.members.map(({ key, value }) => [key, placed(value, at, depth + 1)])),
        from,
      );
    default:
      return nullValue(from);
  }
}

const maxDepth = 300;

/** Converts a parsed JSON value to a value of the evaluator. */
export function toEvaluatedValue(parsed: unknown, depth: number): Value {
  if (depth > maxDepth) return nullValue();
  if (typeof parsed === 'string') return textValue(parsed);
  if (typeof parsed === 'number') return exactly(parsed);
  if (typeof parsed === 'boolean') return flagValue(parsed);
  if (Array.isArray(parsed)) {
    return arrayValue(parsed.map((one: unknown) => toEvaluatedValue(one, depth + 1)));
  }
  if (typeof parsed !== 'object' || parsed === null) return nullValue();
  return objectValue(
    new Map(Object.entries(parsed).map(([key, one]) => [key, toEvaluatedValue(one, depth + 1)])),
  );
}
