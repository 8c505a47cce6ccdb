import { reason } from '../../../core/reason';
import { failed } from '../errors';
import { number, text, unknown } from '../make-value';
import { callSymbol } from '../symbols';
import type { Value } from '../value';
import { numberAt, optionalText, textAt } from './arguments';
import { durationOf } from './date-duration';
import { formattedDate, parseDate, utcOf, type ClockTime } from './date-format';
import { strict, type FunctionTable } from './function-table';

const usual = 'yyyy-MM-ddTHH:mm:ssZ';

function dateAt(given: readonly Value[]): ClockTime {
  const date = parseDate(textAt(given, 0));
  if (date === undefined) throw failed('documents.evaluation.date', { date: textAt(given, 0) });
  return date;
}

function later(date: ClockTime, milliseconds: number): ClockTime {
  const whole = Math.floor(milliseconds);
  const ticks = date.ticks + Math.round((milliseconds - whole) * 10_000);
  return { ...date, shown: date.shown + whole + Math.floor(ticks / 10_000), ticks: ticks % 10_000 };
}

function added(given: readonly Value[]): Value {
  const date = dateAt(given);
  const duration = durationOf(textAt(given, 1));
  if (duration === undefined) throw failed('documents.evaluation.duration', { duration: textAt(given, 1) });
  return text(formattedDate(later(date, duration), optionalText(given, 2) ?? usual));
}

/** Functions of time. What the clock says is not known: a file is read at another time than it is deployed. */
export const dateFunctions: FunctionTable = {
  datetimeadd: strict([2, 3], added),
  datetimefromepoch: strict([1], (given) =>
    text(formattedDate({ shown: numberAt(given, 0) * 1_000, ticks: 0, offsetMinutes: 0 }, usual)),
  ),
  datetimetoepoch: strict([1], (given) => number(Math.floor(utcOf(dateAt(given)) / 1_000))),
  utcnow: strict([0, 1], (given, { name }) => unknown(reason('unknown.time'), callSymbol(name, given))),
  // Each call is another one, so no two may be taken for the same.
  newguid: strict([0], () => unknown(reason('unknown.random'))),
};
