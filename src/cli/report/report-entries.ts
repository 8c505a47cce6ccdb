import type { CheckOptions } from '../options';
import type { RunSummary } from '../run-summary';
import type { Say } from '../../messages/say';
import { missingModuleMessages } from './missing-modules';
import { formatRowMessage, rowFlows, type ReportRow, type RowLevel } from './report-row';

/** An entry in formats for other programs, at a place of a file if there is one. */
export interface ReportEntry {
  readonly level: RowLevel;
  /** True if it fails the run with exit code 1 or 3. */
  readonly isFailing: boolean;
  /** The kind of a cause, or the ID of a check. */
  readonly id: string;
  /** Null if no file contains it. */
  readonly file: string | null;
  /** One-based, or null for a whole file. */
  readonly line: number | null;
  readonly column: number | null;
  readonly message: string;
  /** Flows, earlier blocking components, and what to do. */
  readonly details: readonly string[];
}

/** The results of a run for formats for other programs. */
interface EntriesOf {
  /** Merged rows, without those that aren't shown. */
  readonly rows: readonly ReportRow[];
  /** The subnets that weren't checked, with the reasons. */
  readonly notChecked: readonly string[];
  readonly summary: RunSummary;
  /** True if modules that weren't read may contain relevant resources. */
  readonly isPartial: boolean;
}

const nowhere = { file: null, line: null, column: null } as const;

/** Returns the results, followed by what couldn't be read or checked. */
export function reportEntries(
  say: Say,
  { rows, notChecked, summary, isPartial }: EntriesOf,
  { allowUnknown }: Pick<CheckOptions, 'allowUnknown'>,
): readonly ReportEntry[] {
  return [
    ...rows.map((row) => rowEntry(say, row)),
    ...summary.readErrors.map(({ because, ...place }) => ({
      level: 'error' as const,
      isFailing: true,
      id: 'not-read',
      ...place,
      message: because,
      details: [],
    })),
    ...missingModuleMessages(say, summary.missingModules).map(({ place, because }) => ({
      level: 'unknown' as const,
      isFailing: isPartial && !allowUnknown,
      id: 'module-missing',
      ...place,
      message: because,
      details: [],
    })),
    ...notChecked.map((message) => ({
      level: 'unknown' as const,
      isFailing: !allowUnknown,
      id: 'not-checked',
      ...nowhere,
      message,
      details: [],
    })),
  ];
}

/** Maximum number of listed flows of a cause. */
const mostFlows = 10;

/** Converts a row for formats for other programs. */
export function rowEntry(say: Say, row: ReportRow): ReportEntry {
  const { level, isFailing, id, at, earlier, advice } = row;
  const flows = rowFlows(row);
  const rest = flows.length - mostFlows;
  return {
    level,
    isFailing,
    id,
    ...(at ?? nowhere),
    message: formatRowMessage(say, row),
    details: [
      ...flows.slice(0, mostFlows).map(({ text }) => text),
      ...(rest > 0 ? [say('terminal.moreFlows', { n: rest })] : []),
      ...earlier,
      ...advice,
    ],
  };
}
