import { reason } from '../../../core/reason';
import type { FunctionCallInput } from '../evaluator';
import { unknownValue } from '../make-value';
import { callSymbol } from '../symbols';
import type { Value } from '../value';
import { strict, type FunctionTable } from './function-table';

/**
 * Returns an unknown date. Templates compute dates from the deployment time, for names and tags, and no network depends
 * on them.
 */
function computedDate(given: readonly Value[], { name }: FunctionCallInput): Value {
  return unknownValue(reason('unknown.date'), callSymbol(name, given));
}

/** Functions of time. The current time isn't known, because a file is read at another time than it is deployed. */
export const dateFunctions: FunctionTable = {
  datetimeadd: strict([2, 3], computedDate),
  datetimefromepoch: strict([1], computedDate),
  datetimetoepoch: strict([1], computedDate),
  utcnow: strict([0, 1], (given, { name }) => unknownValue(reason('unknown.time'), callSymbol(name, given))),
  // Each call returns a different value, so two calls must not count as equal.
  newguid: strict([0], () => unknownValue(reason('unknown.random'))),
};
