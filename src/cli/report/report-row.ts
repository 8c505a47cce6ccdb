import type { Reason } from '../../core/reason';
import type { FilePlace } from '../source';

/** What a row counts as. */
export type RowLevel = 'error' | 'unknown' | 'warning' | 'info';

/** In the order in which rows are shown. */
const levels: readonly RowLevel[] = ['error', 'unknown', 'warning', 'info'];

/** A flow or a setting that a row is about, in words. */
export interface RowFlow {
  readonly id: string;
  readonly text: string;
  readonly isFlow: boolean;
}

/** A compute resource that a row is about. */
interface RowCompute {
  readonly name: string;
  readonly kind: string;
}

/** A template, and the file with its parameters. */
interface DeployedFile {
  readonly root: string;
  readonly parameters?: string;
}

/**
 * One line of the report: a cause, or a problem that only rules, routes, or files have. Plain data, which may come from
 * another thread.
 */
export interface ReportRow {
  /** Rows of one key are one row, whichever subnets and templates they are of. */
  readonly key: string;
  /** Null of what no file holds. */
  readonly at: FilePlace | null;
  readonly level: RowLevel;
  /** It ends the run with 1. */
  readonly isFailing: boolean;
  /** The kind of a cause, or the ID of a check. */
  readonly id: string;
  /** Its values `n` and `subnets` come with the row. */
  readonly message: Reason;
  /** The most severe first. */
  readonly results: readonly RowFlow[];
  /** True where the report names the worst of `results` without being asked. */
  readonly isListed: boolean;
  /** Names of the subnets. */
  readonly subnets: readonly string[];
  readonly computes: readonly RowCompute[];
  /** Which flows another component blocks earlier, in words. */
  readonly earlier: readonly string[];
  /** An example packet, the impact, and the fix, in words. Shown with all flows. */
  readonly details: readonly string[];
  /** What to do where no fix is tested, in words. Always shown. */
  readonly advice: readonly string[];
  /** The template whose fixes change it; null where nothing is fixed. */
  readonly fixedIn: string | null;
  /** The template that has it; null of exports. */
  readonly template: string | null;
  /** The templates that are deployed together and have it; null where other files count too. */
  readonly deployment: readonly DeployedFile[] | null;
}

/** Rows of one component as one row, and the most important first. */
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

/** True of the row of a cause. */
export function isCauseRow({ message }: Pick<ReportRow, 'message'>): boolean {
  return /^(?:file\.)?cause\./.test(message.key);
}

/** Its flows; the other results are of settings. */
export function rowFlows({ results }: ReportRow): readonly RowFlow[] {
  return results.filter(({ isFlow }) => isFlow);
}

/** How many rows, and how many flows they are about. */
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
