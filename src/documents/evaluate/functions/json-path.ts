import { reason } from '../../../core/reason';
import { EvaluationError, evaluationError } from '../errors';
import type { Value } from '../value';

/**
 * Selects the value at `$.a.b[0]` or `a['b']`, with case-sensitive names like the compiler. Wildcards, slices, and
 * filters aren't evaluated: templates hardly use them.
 * @throws `EvaluationError` if there is nothing at the path, or if the path contains more than names and numbers
 */
export function selectedBy(path: string, root: Value): Value {
  return stepsOf(path).reduce((value, step) => {
    const found = at(value, step);
    if (found === undefined) throw evaluationError('documents.evaluation.noMember', { name: path });
    return found;
  }, root);
}

function at(value: Value, step: string | number): Value | undefined {
  if (typeof step === 'string') return value.is === 'object' ? value.members.get(step) : undefined;
  return value.is === 'array' ? value.items[step] : undefined;
}

// A dollar sign alone or before a step. Elsewhere it's part of a name.
const start = /^\$(?=[.[]|$)/;
const inBrackets = /\.?\[\s*(?:(?<index>\d+)|'(?<quoted>[^'\\]*)')\s*\]/y;
const named = /(?<dot>\.?)(?<name>[^[(.\])\s]+)/y;

function stepsOf(path: string): readonly (string | number)[] {
  const text = path.trim();
  const steps: (string | number)[] = [];
  let position = start.exec(text)?.[0].length ?? 0;
  while (position < text.length) {
    inBrackets.lastIndex = position;
    named.lastIndex = position;
    const bracket = inBrackets.exec(text)?.groups;
    const step = bracket ? (bracket['quoted'] ?? Number(bracket['index'])) : nameAt(text, steps.length === 0);
    if (step === undefined) throw new EvaluationError(reason('unknown.jsonPath', { path }));
    steps.push(step);
    position = bracket ? inBrackets.lastIndex : named.lastIndex;
  }
  return steps;
}

/** Matches `.name`. Only the first name can be without its dot. */
function nameAt(text: string, isFirst: boolean): string | undefined {
  const { dot, name } = named.exec(text)?.groups ?? {};
  return (dot === '' && !isFirst) || name === '*' ? undefined : name;
}
