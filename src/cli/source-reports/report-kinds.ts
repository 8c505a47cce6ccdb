import type { CheckOptions, ReportFormat } from '../options';

/** Parts of a report: rows, JSON items, or SARIF results. Several formats share a kind. */
const reportKinds = ['rows', 'json', 'sarif'] as const;

export type ReportKind = (typeof reportKinds)[number];

function reportKindOf(format: ReportFormat): ReportKind {
  return format === 'json' || format === 'sarif' ? format : 'rows';
}

/** Returns the kinds that a run needs. */
export function kindsOf({
  format,
  outputs,
}: Pick<CheckOptions, 'format' | 'outputs'>): ReadonlySet<ReportKind> {
  return new Set([format, ...outputs.map((one) => one.format)].map(reportKindOf));
}

/** Returns the kind whose items are counted. Rows and JSON have the same items. */
export function countedKind(options: Pick<CheckOptions, 'format' | 'outputs'>): ReportKind {
  const kinds = kindsOf(options);
  return reportKinds.find((kind) => kinds.has(kind)) ?? 'rows';
}

/** Items by kind. Kinds that the run doesn't need are empty. */
export type OfKinds<T> = Readonly<Record<ReportKind, readonly T[]>>;

export async function ofKinds<T>(
  options: CheckOptions,
  itemsOf: (kind: ReportKind) => Promise<readonly T[]>,
): Promise<OfKinds<T>> {
  const all: Record<ReportKind, readonly T[]> = { rows: [], json: [], sarif: [] };
  for (const kind of kindsOf(options)) all[kind] = await itemsOf(kind);
  return all;
}

/** Returns the kinds that aren't empty. */
export function kindsIn(items: OfKinds<unknown>): readonly ReportKind[] {
  return reportKinds.filter((kind) => items[kind].length > 0);
}
