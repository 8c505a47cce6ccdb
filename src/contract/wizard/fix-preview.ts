import * as v from 'valibot';

/** One cell: where a value changes, the old one is struck through before it. */
const cell = v.object({ text: v.string(), was: v.nullable(v.string()) });

export const fixTableRow = v.object({
  mark: v.picklist(['add', 'remove', 'change', 'same', 'fold']),
  cells: v.array(cell),
  /** Rows behind a fold line. */
  folded: v.array(v.array(v.string())),
});

export const fixTable = v.object({
  /** “nsg-training, outbound, after the fix” */
  title: v.string(),
  columns: v.array(v.object({ label: v.string(), numeric: v.boolean() })),
  rows: v.array(fixTableRow),
  /** “180, 190 and 200 are the first free priorities …” */
  note: v.nullable(v.string()),
});
export type FixTable = v.InferOutput<typeof fixTable>;

export const fixPreview = v.object({
  /** Changes with every new preview; `applyFix` names it, so that nothing else is ever applied. */
  id: v.string(),
  heading: v.string(),
  proof: v.string(),
  flows: v.array(v.object({ id: v.string(), name: v.string(), what: v.string(), result: v.string() })),
  tables: v.array(fixTable),
  opens: v.array(v.object({ text: v.string(), wide: v.boolean() })),
  closes: v.string(),
  alsoUses: v.nullable(
    v.object({ title: v.string(), subnets: v.array(v.object({ name: v.string(), text: v.string() })) }),
  ),
  /** Where applying stands. */
  state: v.picklist(['preview', 'outdated', 'applying', 'reading', 'applied', 'refused']),
  /** “Applied at 12:05. Read again: as previewed.”, or why nothing was applied. */
  outcome: v.nullable(v.string()),
  /** Null where the person may apply; else why not. */
  cannotApply: v.nullable(v.string()),
});
export type FixPreview = v.InferOutput<typeof fixPreview>;
