import type { CheckOptions } from '../options';
import type { RunSummary } from '../ledger';
import type { Say } from '../../messages/say';
import { missingModuleMessages } from './missing-modules';
import { formatCauseMessage } from '../../wording/cause-text';
import { rowFlows, type ReportRow, type RowLevel } from './report-row';

/** One thing that a format of other programs reports: at a place of a file where there is one. */
export interface ReportEntry {
  readonly level: RowLevel;
  /** It ends the run with 1 or 3. */
  readonly isFailing: boolean;
  /** The kind of a cause, or the ID of a check. */
  readonly id: string;
  /** Null of what no file has. */
  readonly file: string | null;
  /** From 1; null of a whole file. */
  readonly line: number | null;
  readonly column: number | null;
  readonly message: string;
  /** Flows, what blocks them earlier, and what to do. */
  readonly details: readonly string[];
}

/** What a run comes to, for formats of other programs. */
interface EntriesOf {
  /** Merged, and without those that aren't shown. */
  readonly rows: readonly ReportRow[];
  /** Which subnets weren't checked, and why. */
  readonly notChecked: readonly string[];
  readonly summary: RunSummary;
  /** Modules that weren't read could have what the report is about. */
  readonly isPartial: boolean;
}

const nowhere = { file: null, line: null, column: null } as const;

/** What was found, then what couldn't be read or checked. */
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

/** So many flows of a cause are listed. */
const mostFlows = 10;

/** A row for formats of other programs. */
export function rowEntry(say: Say, row: ReportRow): ReportEntry {
  const { level, isFailing, id, at, message, results, subnets, earlier, advice } = row;
  const flows = rowFlows(row);
  const rest = flows.length - mostFlows;
  return {
    level,
    isFailing,
    id,
    ...(at ?? nowhere),
    message: formatCauseMessage(say, message, { n: flows.length || results.length, subnets }),
    details: [
      ...flows.slice(0, mostFlows).map(({ text }) => text),
      ...(rest > 0 ? [say('terminal.moreFlows', { n: rest })] : []),
      ...earlier,
      ...advice,
    ],
  };
}
