import type { Reason } from '../../core/reason';
import type { Say } from '../../messages/say';
import { formatCauseMessage } from '../../wording/cause-text';
import { formatReason } from '../../wording/reason-text';
import type { FilePlace } from '../source';

/** The level of a row. */
export type RowLevel = 'error' | 'unknown' | 'warning' | 'info';

/** In the order in which rows are shown. */
const levels: readonly RowLevel[] = ['error', 'unknown', 'warning', 'info'];

/** A flow or a setting of a row, as text. */
export interface RowFlow {
  readonly id: string;
  readonly text: string;
  readonly isFlow: boolean;
}

/** A compute resource of a row. */
interface RowCompute {
  readonly name: string;
  readonly kind: string;
}

/** A template and its parameters file. */
interface DeployedFile {
  readonly root: string;
  readonly parameters?: string;
}

/**
 * One line of the report: a cause, or a problem that only rules, routes, or files have. It's plain data, because it may
 * come from another thread.
 */
export interface ReportRow {
  /** Rows with the same key are merged, whichever subnets and templates they're from. */
  readonly key: string;
  /** Null if no file contains it. */
  readonly at: FilePlace | null;
  readonly level: RowLevel;
  /** True if it fails the run with exit code 1. */
  readonly isFailing: boolean;
  /** The kind of a cause, or the ID of a check. */
  readonly id: string;
  /** Of a cause: without its flows and subnets, which `formatRowMessage` adds. */
  readonly message: Reason;
  /** Most severe first. */
  readonly results: readonly RowFlow[];
  /** True if the report shows the most severe `results` by default. */
  readonly isListed: boolean;
  /** Names of the subnets. */
  readonly subnets: readonly string[];
  readonly computes: readonly RowCompute[];
  /** Flows that another component blocks earlier, as text. */
  readonly earlier: readonly string[];
  /** IDs of the flows that the message counts, including those that another component blocks earlier. */
  readonly countedFlows: readonly string[];
  /** An example packet, the impact, and the fix, as text. Shown with all flows. */
  readonly details: readonly string[];
  /** Advice if there is no tested fix, as text. Always shown. */
  readonly advice: readonly string[];
  /** The template that its fixes change, or null if there is nothing to fix. */
  readonly fixedIn: string | null;
  /** The template that contains it, or null for exports. */
  readonly template: string | null;
  /** The templates of the deployment that contains it, or null if other files are involved too. */
  readonly deployment: readonly DeployedFile[] | null;
}

/** Merges rows of one component, and sorts the most important first. */
export function mergeRows(rows: readonly ReportRow[]): readonly ReportRow[] {
  const merged = new Map<string, ReportRow>();
  for (const row of rows) {
    const before = merged.get(row.key);
    merged.set(row.key, before ? mergeTwo(before, row) : row);
  }
  return [...merged.values()].sort(
    (a, b) => rankOf(a.level) - rankOf(b.level) || b.results.length - a.results.length,
  );
}

function rankOf(level: RowLevel): number {
  return levels.indexOf(level);
}

function mergeTwo(a: ReportRow, b: ReportRow): ReportRow {
  const [first, second] = rankOf(b.level) < rankOf(a.level) ? [b, a] : [a, b];
  return {
    ...first,
    isFailing: a.isFailing || b.isFailing,
    results: eachOnce([...first.results, ...second.results], ({ id }) => id),
    subnets: eachOnce([...first.subnets, ...second.subnets], String),
    computes: eachOnce([...first.computes, ...second.computes], ({ name, kind }) => `${kind} ${name}`),
    earlier: eachOnce([...first.earlier, ...second.earlier], String),
    countedFlows: eachOnce([...first.countedFlows, ...second.countedFlows], String),
    advice: eachOnce([...first.advice, ...second.advice], String),
    fixedIn: first.fixedIn ?? second.fixedIn,
    deployment:
      a.deployment && b.deployment && eachOnce([...a.deployment, ...b.deployment], ({ root }) => root),
  };
}

function eachOnce<T>(all: readonly T[], keyOf: (one: T) => string): readonly T[] {
  const found = new Map<string, T>();
  for (const one of all) if (!found.has(keyOf(one))) found.set(keyOf(one), one);
  return [...found.values()];
}

/** True for the row of a cause. */
export function isCauseRow({ message }: Pick<ReportRow, 'message'>): boolean {
  return /^(?:file\.)?cause\./.test(message.key);
}

/** Returns its flows. The other results are settings. */
export function rowFlows({ results }: ReportRow): readonly RowFlow[] {
  return results.filter(({ isFlow }) => isFlow);
}

/** Returns its message; that of a cause has its flows and subnets. Other messages have numbers of their own. */
export function formatRowMessage(say: Say, row: ReportRow): string {
  const { message, subnets } = row;
  return isCauseRow(row)
    ? formatCauseMessage(say, message, { n: countInMessage(row), subnets })
    : formatReason(say, message);
}

/** Returns the number of flows in the message of a cause, or of settings for a cause without flows. */
function countInMessage(row: ReportRow): number {
  const ids = new Set([...rowFlows(row).map(({ id }) => id), ...row.countedFlows]);
  return ids.size || row.results.length;
}

/** The number of rows, and the number of their flows. */
export interface RowCount {
  readonly rows: number;
  readonly flows: number;
}

/** Counts merged rows of one level. */
export function countRows(rows: readonly ReportRow[], level: RowLevel): RowCount {
  const its = rows.filter((one) => one.level === level);
  return {
    rows: its.length,
    flows: its.reduce((sum, row) => sum + rowFlows(row).length, 0),
  };
}
