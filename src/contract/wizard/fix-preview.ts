import * as v from 'valibot';

/** A table cell. If the value changes, the old value is shown first, struck through. */
const cell = v.object({ text: v.string(), was: v.nullable(v.string()) });

const fixTableRow = v.object({
  mark: v.picklist(['add', 'remove', 'change', 'same', 'fold']),
  cells: v.array(cell),
  /** Rows that a fold line hides. */
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

/** A requirement that the fix can satisfy. It stays open if it isn't selected. */
const fixFlow = v.object({
  id: v.string(),
  name: v.string(),
  isFlow: v.boolean(),
  /** Details that the name doesn't state; can be empty. */
  what: v.string(),
  /** “new rule 180”, “stays open” */
  result: v.string(),
  ticked: v.boolean(),
  /** False if it passes by another change: it's listed without a checkbox, because a choice wouldn't change anything. */
  canChoose: v.boolean(),
  /** True if it's a warning rather than an error: collapsed into one line until the user selects it. */
  isWarning: v.boolean(),
});
export type FixFlowView = v.InferOutput<typeof fixFlow>;

/** A change that costs or removes something. It's selected apart from the others. */
const apartFix = v.object({
  /** The requirements that it satisfies. */
  ids: v.array(v.string()),
  title: v.string(),
  what: v.string(),
  price: v.string(),
  ticked: v.boolean(),
});
export type ApartFixView = v.InferOutput<typeof apartFix>;

/** A new rule whose name and priority can be edited. */
const fixEntry = v.object({
  key: v.string(),
  name: v.string(),
  priority: v.number(),
  /** Why the last input is invalid; the rule stays unchanged. */
  fault: v.nullable(v.string()),
});
export type FixEntryView = v.InferOutput<typeof fixEntry>;

/** The state of a resource while the fix is applied. */
const fixProgress = v.object({
  text: v.string(),
  state: v.picklist(['waiting', 'running', 'done', 'refused']),
});

export const fixPreviewSchema = v.object({
  /** Changes with every new preview. `applyFix` passes it, so only this preview can be applied. */
  id: v.string(),
  /**
   * `undo`: reverts an applied fix, so there is nothing to select.
   * `close`: denies traffic that no requirement needs, and allows required traffic by explicit rules.
   */
  kind: v.picklist(['fix', 'undo', 'close']),
  heading: v.string(),
  /** Other subnets that get worse; null if none does. */
  warning: v.nullable(v.string()),
  fixTest: v.string(),
  /** True if the selection was tested and nothing gets worse. */
  isVerified: v.boolean(),
  /** “Fix both…”: also selects what the second cause of flows needs, which costs or removes something. */
  fixBoth: v.nullable(v.object({ label: v.string(), ids: v.array(v.string()) })),
  apart: v.array(apartFix),
  flows: v.array(fixFlow),
  /** The alternatives, the one that allows least first; empty if there is only one. */
  alternatives: v.array(
    v.object({ id: v.string(), name: v.string(), line: v.string(), chosen: v.boolean() }),
  ),
  /** True if the chosen alternative is a request to another team, so nothing is changed directly. */
  asks: v.boolean(),
  tables: v.array(fixTable),
  entries: v.array(fixEntry),
  /** Heading of `opens` and `closes`: the subnet. */
  where: v.string(),
  /** `packet`: one that is blocked before the fix and allowed after it. */
  opens: v.array(v.object({ text: v.string(), packet: v.nullable(v.string()), wide: v.boolean() })),
  closes: v.array(v.string()),
  /** Items that Azure bills for; empty if costs don't apply. */
  cost: v.array(v.string()),
  /** Other notes to read before applying. */
  notes: v.array(v.string()),
  alsoUses: v.nullable(
    v.object({
      title: v.string(),
      subnets: v.array(v.object({ name: v.string(), text: v.string() })),
      /** Whether new rules also cover these subnets; null if there isn't a choice. */
      included: v.nullable(v.boolean()),
    }),
  ),
  /** The progress of the preview and of applying it. */
  state: v.picklist(['preview', 'outdated', 'applying', 'reading', 'applied', 'refused']),
  progress: v.array(fixProgress),
  /** “Applied at 12:05. Read again: as previewed.”, or why nothing was applied. */
  outcome: v.nullable(v.string()),
  /** Why the user can't apply the fix; null if they can. */
  cannotApply: v.nullable(v.string()),
  /** True if the failed creation restarts once the fix is applied. */
  retries: v.boolean(),
  /** True if part of the fix is already in place and the rest can be applied. */
  canContinue: v.boolean(),
  /** True if a permission, a policy, or a lock stopped the fix: the request to its owner is then the next step. */
  needsRequest: v.boolean(),
  canUndo: v.boolean(),
});
export type FixPreview = v.InferOutput<typeof fixPreviewSchema>;
