import { reason } from '../../../core/reason';
import { evaluationError } from '../errors';
import { numberValue, textValue, unknownValue } from '../make-value';
import { callSymbol } from '../symbols';
import type { Value } from '../value';
import { numberArgument, optionalText, textArgument } from './arguments';
import { formattedDate, parseDate, utcOf, type ClockTime } from './date-format';
import { strict, type FunctionTable } from './function-table';

const day = 86_400_000;

/** Milliseconds of each part; a year has 365 days and a month 30, as Azure counts. */
const parts = [
  ['years', 365 * day],
  ['months', 30 * day],
  ['days', day],
  ['hours', 3_600_000],
  ['minutes', 60_000],
  ['seconds', 1_000],
] as const;

const written =
  /^(?<sign>-)?P(?=.)(?:(?<years>\d+)Y)?(?:(?<months>\d+)M)?(?:(?<days>\d+)D)?(?:T(?=.)(?:(?<hours>\d+)H)?(?:(?<minutes>\d+)M)?(?:(?<seconds>\d+(?:\.\d+)?)S)?)?$/;

/** Milliseconds of a duration such as `P1Y2M3DT4H` or `-PT1H`; undefined where it is none. */
function durationOf(duration: string): number | undefined {
  const found = written.exec(duration)?.groups;
  if (found === undefined) return undefined;
  const size = parts.reduce((sum, [name, each]) => sum + Number(found[name] ?? 0) * each, 0);
  return found['sign'] === undefined ? size : -size;
}

const usual = 'yyyy-MM-ddTHH:mm:ssZ';

function dateAt(given: readonly Value[]): ClockTime {
  const date = parseDate(textArgument(given, 0));
  if (date === undefined) {
    throw evaluationError('documents.evaluation.date', { date: textArgument(given, 0) });
  }
  return date;
}

function later(date: ClockTime, milliseconds: number): ClockTime {
  const whole = Math.floor(milliseconds);
  const ticks = date.ticks + Math.round((milliseconds - whole) * 10_000);
  return { ...date, shown: date.shown + whole + Math.floor(ticks / 10_000), ticks: ticks % 10_000 };
}

function added(given: readonly Value[]): Value {
  const date = dateAt(given);
  const duration = durationOf(textArgument(given, 1));
  if (duration === undefined) {
    throw evaluationError('documents.evaluation.duration', { duration: textArgument(given, 1) });
  }
  return textValue(formattedDate(later(date, duration), optionalText(given, 2) ?? usual));
}

/** Functions of time. What the clock says is not known: a file is read at another time than it is deployed. */
export const dateFunctions: FunctionTable = {
  datetimeadd: strict([2, 3], added),
  datetimefromepoch: strict([1], (given) =>
    textValue(formattedDate({ shown: numberArgument(given, 0) * 1_000, ticks: 0, offsetMinutes: 0 }, usual)),
  ),
  datetimetoepoch: strict([1], (given) => numberValue(Math.floor(utcOf(dateAt(given)) / 1_000))),
  utcnow: strict([0, 1], (given, { name }) => unknownValue(reason('unknown.time'), callSymbol(name, given))),
  // Each call is another one, so no two may be taken for the same.
  newguid: strict([0], () => unknownValue(reason('unknown.random'))),
};
