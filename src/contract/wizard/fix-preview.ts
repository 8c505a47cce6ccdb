import * as v from 'valibot';

/** One cell: where a value changes, the old one is struck through before it. */
const cell = v.object({ text: v.string(), was: v.nullable(v.string()) });

const fixTableRow = v.object({
  mark: v.picklist(['add', 'remove', 'change', 'same', 'fold']),
  cells: v.array(cell),
  /** Rows behind a fold line. */
  folded: v.array(v.array(v.string())),
});

const fixTable = v.object({
  /** “nsg-training, outbound, after the fix” */
  title: v.string(),
  columns: v.array(v.object({ label: v.string(), numeric: v.boolean() })),
  rows: v.array(fixTableRow),
  /** “180, 190 and 200 are the first free priorities …” */
  note: v.nullable(v.string()),
});
export type FixTable = v.InferOutput<typeof fixTable>;

/** A requirement that the fix could see to; what is not ticked stays open. */
const fixFlow = v.object({
  id: v.string(),
  name: v.string(),
  isFlow: v.boolean(),
  /** What its name doesn't state; empty where that is nothing. */
  what: v.string(),
  /** “new rule 180”, “stays open” */
  result: v.string(),
  ticked: v.boolean(),
  /** Advised and not to fix: stands behind one line until somebody chooses. */
  advised: v.boolean(),
});
export type FixFlowView = v.InferOutput<typeof fixFlow>;

/** A change that costs or removes something: it's chosen apart from the others. */
const apartFix = v.object({
  /** The requirements that it makes fine. */
  ids: v.array(v.string()),
  title: v.string(),
  what: v.string(),
  price: v.string(),
  ticked: v.boolean(),
});
export type ApartFixView = v.InferOutput<typeof apartFix>;

/** A new rule whose name and priority may be changed. */
const fixEntry = v.object({
  key: v.string(),
  name: v.string(),
  priority: v.number(),
  /** Why what was typed last may not be; the rule stays as it was. */
  fault: v.nullable(v.string()),
});
export type FixEntryView = v.InferOutput<typeof fixEntry>;

/** A resource whose turn comes when the fix is applied. */
const fixProgress = v.object({
  text: v.string(),
  state: v.picklist(['waiting', 'running', 'done', 'refused']),
});

export const fixPreviewSchema = v.object({
  /** Changes with every new preview; `applyFix` names it, so that nothing else is ever applied. */
  id: v.string(),
  /** `undo`: takes back what was applied, so there is nothing to choose. */
  /** `close`: what nobody asks for is closed, and what is asked for passes by a written rule. */
  kind: v.picklist(['fix', 'undo', 'close']),
  heading: v.string(),
  /** Other subnets that get worse; null where none does. */
  warning: v.nullable(v.string()),
  proof: v.string(),
  /** What is chosen was tested, and nothing gets worse. */
  isVerified: v.boolean(),
  apart: v.array(apartFix),
  flows: v.array(fixFlow),
  /** The ways there are, the least opening first; empty where there is one. */
  ways: v.array(v.object({ id: v.string(), name: v.string(), line: v.string(), chosen: v.boolean() })),
  /** The chosen way is to ask somebody else: nothing is changed from here. */
  asks: v.boolean(),
  tables: v.array(fixTable),
  entries: v.array(fixEntry),
  /** Heads what opens and closes: in which subnet. */
  where: v.string(),
  /** `packet`: one that fails before and passes after. */
  opens: v.array(v.object({ text: v.string(), packet: v.nullable(v.string()), wide: v.boolean() })),
  closes: v.array(v.string()),
  /** What Azure bills of it; empty where that isn't asked. */
  cost: v.array(v.string()),
  /** What else to know before it is applied. */
  notes: v.array(v.string()),
  alsoUses: v.nullable(
    v.object({
      title: v.string(),
      subnets: v.array(v.object({ name: v.string(), text: v.string() })),
      /** Whether new rules serve these subnets too; null where there is no choice. */
      included: v.nullable(v.boolean()),
    }),
  ),
  /** Where applying stands. */
  state: v.picklist(['preview', 'outdated', 'applying', 'reading', 'applied', 'refused']),
  progress: v.array(fixProgress),
  /** “Applied at 12:05. Read again: as previewed.”, or why nothing was applied. */
  outcome: v.nullable(v.string()),
  /** Null where the person may apply; else why not. */
  cannotApply: v.nullable(v.string()),
  /** Once it's applied, the failed creation starts again. */
  retries: v.boolean(),
  /** The rest can be applied: part of it is there already. */
  canContinue: v.boolean(),
  canUndo: v.boolean(),
});
export type FixPreview = v.InferOutput<typeof fixPreviewSchema>;
