import type { CheckOptions, ReportFormat } from '../options';

/** Parts of a report: rows, items of JSON, or results of SARIF. Several formats share one. */
const reportKinds = ['rows', 'json', 'sarif'] as const;

export type ReportKind = (typeof reportKinds)[number];

function reportKindOf(format: ReportFormat): ReportKind {
  return format === 'json' || format === 'sarif' ? format : 'rows';
}

/** Those that a run needs. */
export function kindsOf({
  format,
  outputs,
}: Pick<CheckOptions, 'format' | 'outputs'>): ReadonlySet<ReportKind> {
  return new Set([format, ...outputs.map((one) => one.format)].map(reportKindOf));
}

/** The kind whose items are counted: those of rows and JSON are the same. */
export function countedKind(options: Pick<CheckOptions, 'format' | 'outputs'>): ReportKind {
  const kinds = kindsOf(options);
  return reportKinds.find((kind) => kinds.has(kind)) ?? 'rows';
}

/** Of each kind that the run needs; nothing of the others. */
export type OfKinds<T> = Readonly<Record<ReportKind, readonly T[]>>;

export async function ofKinds<T>(
  options: CheckOptions,
  itemsOf: (kind: ReportKind) => Promise<readonly T[]>,
): Promise<OfKinds<T>> {
  const all: Record<ReportKind, readonly T[]> = { rows: [], json: [], sarif: [] };
  for (const kind of kindsOf(options)) all[kind] = await itemsOf(kind);
  return all;
}

/** Those that have something. */
export function kindsIn(items: OfKinds<unknown>): readonly ReportKind[] {
  return reportKinds.filter((kind) => items[kind].length > 0);
}
