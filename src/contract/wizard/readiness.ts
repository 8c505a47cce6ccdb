import * as v from 'valibot';
import { outcomeIconSchema } from './shared-schemas';

/** A label and its value in an opened row. */
const detail = v.object({
  label: v.string(),
  /** Runs of text; a run with `link` is pressed (`openLink`), a run with `mono` is fixed-width. */
  runs: v.array(v.object({ text: v.string(), link: v.nullable(v.string()), mono: v.boolean() })),
});
export type Detail = v.InferOutput<typeof detail>;

const boardRow = v.object({
  /** Requirement id; unique on a board. */
  id: v.string(),
  icon: outcomeIconSchema,
  name: v.string(),
  /** “Blocked”, in bold. */
  word: v.string(),
  /** What follows the word: “by rule 4096 Deny-All · UDP 5831”. */
  rest: v.string(),
  /** One line only, with `rest` at its right: allowed rows. */
  oneLine: v.boolean(),
  /** How the row counts; `folded` rows stand behind their group's fold line. */
  counts: v.picklist(['to-fix', 'unknown', 'advised', 'met', 'default', 'note']),
  fold: v.nullable(v.string()),
  /** A proven fix exists, or something else that can be done from here: its button's label. */
  fix: v.nullable(v.string()),
  /** What that button does: previews the fix, has Azure set the managed network up, waits for that no longer, or looks. */
  does: v.picklist(['fix', 'set-up', 'stop-waiting', 'look-again']),
  /** “fix goes into Bicep”, where the person put it there. */
  mark: v.nullable(v.string()),
  /** “Confirmed by you, 29 Nov 2026: Network team”: it stays unknown. */
  confirmed: v.nullable(v.string()),
  /** The result's word before the last change, shown for 10 s; null where nothing changed. */
  was: v.nullable(v.string()),
  /** The opened row. */
  details: v.array(detail),
  /** How it was decided, numbered. */
  trace: v.array(v.object({ text: v.string(), decides: v.boolean() })),
  canCopy: v.boolean(),
  /** For a screen reader. */
  spoken: v.string(),
});
export type ReadinessRow = v.InferOutput<typeof boardRow>;

/** Rows that stand behind one line until it is opened (“7 met, all by rules you wrote”). */
const fold = v.object({ id: v.string(), icon: outcomeIconSchema, text: v.string() });

const boardGroup = v.object({
  id: v.string(),
  title: v.string(),
  /** “3 to fix, 1 unknown, 4 advised”, or “4 met” with its icon. */
  summary: v.string(),
  icon: v.nullable(outcomeIconSchema),
  /** Open at first: something in it is open. */
  open: v.boolean(),
  rows: v.array(boardRow),
  folds: v.array(fold),
});
export type ReadinessGroup = v.InferOutput<typeof boardGroup>;

/** The action of a cause, for all of its flows at once. `label` says for how many. */
const causeAction = v.object({
  /** Previews the fix of `ids`, copies or opens a request for them, marks them as confirmed, or what a row's button does. */
  does: v.picklist(['fix', 'copy', 'request', 'confirm', 'set-up', 'stop-waiting', 'look-again']),
  label: v.string(),
  ids: v.array(v.string()),
});
export type CauseAction = v.InferOutput<typeof causeAction>;

/** The component that decides over flows which fail or aren't known. */
const boardCause = v.object({
  /** The same for the same component after each reading; unique on a board. */
  key: v.string(),
  kind: v.string(),
  icon: outcomeIconSchema,
  title: v.string(),
  /** Where it is, under the title; empty where the title says it all. */
  place: v.string(),
  /** Requirement ids of its flows, whose rows are in `groups`; the most severe first. */
  flows: v.array(
    v.object({
      id: v.string(),
      /** What fails of a flow that is partly blocked: “all but TCP 443”. */
      part: v.nullable(v.string()),
      /** What decides over it once this cause lets it pass. */
      next: v.nullable(v.string()),
    }),
  ),
  /** What flows are blocked by before they get here: “8 flows are blocked earlier by rule 4096 Deny-All”. */
  earlier: v.array(v.object({ text: v.string(), cause: v.string() })),
  /** The example packet and the impact of its worst flow. */
  details: v.array(detail),
  /** The role that the user lacks for its fix: “You need Network Contributor on nsg-training.” Others fix it then. */
  needs: v.nullable(v.string()),
  /** “Confirmed by you, 29 Nov 2026: Network team”, where all of its flows are. */
  confirmed: v.nullable(v.string()),
  /** The first is the primary one; none where nobody can do anything from here. */
  actions: v.array(causeAction),
  /** The rule or route in the portal. */
  show: v.nullable(v.object({ label: v.string(), link: v.string() })),
  /** For a screen reader. */
  spoken: v.string(),
});
export type ReadinessCause = v.InferOutput<typeof boardCause>;

/** Rows under one line; they are those of `groups`. */
const rowList = v.object({
  id: v.string(),
  title: v.string(),
  summary: v.string(),
  ids: v.array(v.string()),
});

export const readinessSchema = v.object({
  /** Counts up with every result, so that the page tells a new board from the same one. */
  revision: v.number(),
  title: v.string(),
  state: v.picklist(['empty', 'judged', 'preview']),
  /** 300 ms have passed and the answer is not there yet. */
  checking: v.boolean(),
  /** Said before a subnet is chosen; null after. */
  hint: v.nullable(v.string()),
  summary: v.string(),
  summaryIcon: outcomeIconSchema,
  counts: v.array(v.object({ icon: outcomeIconSchema, text: v.string() })),
  /** Why the subnet can't be used at all, and the best one that can; null where it can. */
  unfit: v.nullable(
    v.object({ why: v.string(), other: v.nullable(v.object({ id: v.string(), label: v.string() })) }),
  ),
  /** Offered where nothing is to fix and flows leave only by Azure’s default rules; null elsewhere. */
  closeRest: v.nullable(v.string()),
  /** ISO time of the reading; null before. */
  readAt: v.nullable(v.string()),
  /** “requirements 19 Mar 2026 · tags 9 Nov 2025” */
  dates: v.string(),
  /** Shown instead of the age where the last reading failed. */
  stale: v.nullable(v.string()),
  /** It failed because nobody is signed in any more. */
  isSignedOut: v.boolean(),
  /** Somebody else changed what Readiness stands on; null where nobody did, or where it was dismissed. */
  notice: v.nullable(v.object({ text: v.string(), show: v.nullable(v.string()) })),
  /** A fix that was applied, and the preview that takes it back; or how much of it a reload of the window left. */
  fixNotice: v.nullable(v.object({ text: v.string(), undo: v.nullable(v.string()) })),
  /** By cause: the worst first. */
  causes: v.array(boardCause),
  /** Causes of the result before that decide over nothing anymore: the page shows them for 10 s. */
  fixed: v.array(rowList),
  /** What passed, by group; null where nothing did. */
  passed: v.nullable(v.object({ title: v.string(), summary: v.string(), groups: v.array(rowList) })),
  /** What neither passed nor has a cause, such as a rule that nothing requires anymore; null where there is none. */
  others: v.nullable(rowList),
  /** By requirement. */
  groups: v.array(boardGroup),
  /** “3 things to ask the network team” and its rows. */
  notes: v.nullable(boardGroup),
  notNeeded: v.array(v.object({ id: v.string(), name: v.string(), why: v.string() })),
  profile: v.picklist(['current', '2020-12']),
  /** One sentence for the live region. */
  spoken: v.string(),
});
export type Readiness = v.InferOutput<typeof readinessSchema>;
