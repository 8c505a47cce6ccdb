import { withoutEnd } from '../../../core/cut-text';
/** A date as somebody's clock shows it, and how far that clock is ahead of UTC. */
export interface ClockTime {
  /** Milliseconds since 1970 as if the clock showed UTC. */
  readonly shown: number;
  readonly offsetMinutes: number;
  /** Ten-thousandths of a millisecond beyond `shown`, .NET's ticks. */
  readonly ticks: number;
}

const patterns = [
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?:[T ](?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2})(?<fraction>\.\d{1,7})?)?)?\s*(?:Z|(?<sign>[+-])(?<zoneHour>\d{2}):?(?<zoneMinute>\d{2}))?$/i,
  /^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4})(?: (?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2})(?<fraction>\.\d{1,7})?)?)?\s*(?:Z|(?<sign>[+-])(?<zoneHour>\d{2}):?(?<zoneMinute>\d{2}))?$/i,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})T(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})Z$/,
];

/** A date as ISO 8601 writes it, as `utcNow()` does, or month first; undefined where it is none. */
export function parseDate(date: string): ClockTime | undefined {
  const parts = patterns.map((pattern) => pattern.exec(date)?.groups).find((one) => one !== undefined);
  if (parts === undefined) return undefined;
  const part = (name: string): number => Number(parts[name] ?? 0);
  const day = Date.UTC(part('year'), part('month') - 1, part('day'));
  if (new Date(day).getUTCDate() !== part('day') || part('month') > 12) return undefined;
  const clock = ((part('hour') * 60 + part('minute')) * 60 + part('second')) * 1_000;
  const fraction = (parts['fraction'] ?? '').slice(1).padEnd(7, '0');
  const away = part('zoneHour') * 60 + part('zoneMinute');
  return {
    shown: day + clock + Number(fraction.slice(0, 3)),
    ticks: Number(fraction.slice(3)),
    offsetMinutes: parts['sign'] === '-' ? -away : away,
  };
}

/** Formats of one letter. */
const standard: Readonly<Record<string, string>> = {
  d: 'MM/dd/yyyy',
  D: 'dddd, dd MMMM yyyy',
  f: 'dddd, dd MMMM yyyy HH:mm',
  F: 'dddd, dd MMMM yyyy HH:mm:ss',
  g: 'MM/dd/yyyy HH:mm',
  G: 'MM/dd/yyyy HH:mm:ss',
  m: 'MMMM dd',
  M: 'MMMM dd',
  o: 'yyyy-MM-ddTHH:mm:ss.fffffffzzz',
  O: 'yyyy-MM-ddTHH:mm:ss.fffffffzzz',
  s: 'yyyy-MM-ddTHH:mm:ss',
  t: 'HH:mm',
  T: 'HH:mm:ss',
  y: 'yyyy MMMM',
  Y: 'yyyy MMMM',
};
/** Those that show UTC whatever the clock. */
const standardInUtc: Readonly<Record<string, string>> = {
  r: "ddd, dd MMM yyyy HH:mm:ss 'GMT'",
  R: "ddd, dd MMM yyyy HH:mm:ss 'GMT'",
  u: 'yyyy-MM-dd HH:mm:ssZ',
};

const months = 'January,February,March,April,May,June,July,August,September,October,November,December'.split(
  ',',
);
const days = 'Sunday,Monday,Tuesday,Wednesday,Thursday,Friday,Saturday'.split(',');

const specifiers = /'([^']*)'|"([^"]*)"|\\(.)|y+|M+|d+|H+|h+|m+|s+|f+|F+|t+|z+|K/g;

/** A date by a format string of .NET in the invariant culture. */
export function formattedDate(clock: ClockTime, format: string): string {
  const inUtc = standardInUtc[format];
  const shown = inUtc === undefined ? clock : { ...clock, shown: utcOf(clock), offsetMinutes: 0 };
  const pattern = inUtc ?? standard[format] ?? format.replace(/^%/, '');
  return pattern.replace(specifiers, (...found: readonly (string | undefined)[]) => {
    const [whole = '', ...literals] = found;
    return literals.slice(0, 3).find((one) => one !== undefined) ?? partOf(shown, whole);
  });
}

/** Milliseconds since 1970. */
export function utcOf({ shown, offsetMinutes }: ClockTime): number {
  return shown - offsetMinutes * 60_000;
}

function padded(value: number, letters: string): string {
  return String(value).padStart(letters.length, '0');
}

type Write = (date: Date, letters: string, clock: ClockTime) => string;

const writers: Readonly<Record<string, Write>> = {
  y: (date, letters) =>
    padded(letters.length < 3 ? date.getUTCFullYear() % 100 : date.getUTCFullYear(), letters),
  M: (date, letters) => named(months[date.getUTCMonth()], date.getUTCMonth() + 1, letters),
  d: (date, letters) => named(days[date.getUTCDay()], date.getUTCDate(), letters),
  H: (date, letters) => padded(date.getUTCHours(), letters),
  h: (date, letters) => padded(date.getUTCHours() % 12 || 12, letters),
  m: (date, letters) => padded(date.getUTCMinutes(), letters),
  s: (date, letters) => padded(date.getUTCSeconds(), letters),
  f: (_, letters, clock) => fractionOf(clock).slice(0, letters.length),
  F: (_, letters, clock) => withoutEnd(fractionOf(clock).slice(0, letters.length), '0'),
  t: (date, letters) => (date.getUTCHours() < 12 ? 'AM' : 'PM').slice(0, letters.length),
  z: (_, letters, { offsetMinutes }) => offsetText(offsetMinutes, letters.length),
  K: (_, __, { offsetMinutes }) => offsetText(offsetMinutes, 3),
};

function fractionOf({ shown, ticks }: ClockTime): string {
  return String(new Date(shown).getUTCMilliseconds()).padStart(3, '0') + String(ticks).padStart(4, '0');
}

function offsetText(minutes: number, letters: number): string {
  const size = Math.abs(minutes);
  const hours = String(Math.floor(size / 60));
  const sign = minutes < 0 ? '-' : '+';
  if (letters === 1) return sign + hours;
  const wide = sign + hours.padStart(2, '0');
  return letters === 2 ? wide : `${wide}:${String(size % 60).padStart(2, '0')}`;
}

function named(name: string | undefined, value: number, letters: string): string {
  if (name === undefined || letters.length < 3) return padded(value, letters);
  return letters.length === 3 ? name.slice(0, 3) : name;
}

function partOf(clock: ClockTime, letters: string): string {
  return writers[letters.charAt(0)]?.(new Date(clock.shown), letters, clock) ?? letters;
}
