import * as v from 'valibot';
import { outcomeIconSchema } from './shared-schemas';

/** A label and its value in an opened row. */
const detail = v.object({
  label: v.string(),
  /** Runs of text. A run with `link` can be pressed (`openLink`); a run with `mono` is fixed-width. */
  runs: v.array(v.object({ text: v.string(), link: v.nullable(v.string()), mono: v.boolean() })),
});
export type Detail = v.InferOutput<typeof detail>;

const readinessRow = v.object({
  /** Requirement ID, unique in Readiness. */
  id: v.string(),
  icon: outcomeIconSchema,
  name: v.string(),
  /** “Blocked”, in bold. */
  word: v.string(),
  /** Text after the word: “by rule 4096 Deny-All · UDP 5831”. */
  rest: v.string(),
  /** True for a single line with `rest` at its right, such as allowed rows. */
  oneLine: v.boolean(),
  /** How the row counts. Rows with `fold` are behind their group's fold line. */
  counts: v.picklist(['error', 'unknown', 'warning', 'passed', 'default', 'note']),
  fold: v.nullable(v.string()),
  /** Label of the row's button, if a tested fix or another action is available. */
  fix: v.nullable(v.string()),
  /** The button's action: previews the fix, sets up the managed virtual network, stops waiting for it, or refreshes. */
  does: v.picklist(['fix', 'set-up', 'stop-waiting', 'look-again']),
  /** “fix goes into Bicep”, if the user added it to the code. */
  mark: v.nullable(v.string()),
  /** “Confirmed by you, 29 Nov 2026: Network team”. The result stays unknown. */
  confirmed: v.nullable(v.string()),
  /** The result's word before the last change, shown for 10 s; null if it didn't change. */
  was: v.nullable(v.string()),
  /** Contents of the expanded row. */
  details: v.array(detail),
  /** The steps that led to the result, numbered. */
  trace: v.array(v.object({ text: v.string(), decides: v.boolean() })),
  canCopy: v.boolean(),
  /** For a screen reader. */
  spoken: v.string(),
});
export type ReadinessRow = v.InferOutput<typeof readinessRow>;

/** Rows that are collapsed into one line (“7 passed, by rules that you wrote”). */
const fold = v.object({ id: v.string(), icon: outcomeIconSchema, text: v.string() });

const readinessGroup = v.object({
  id: v.string(),
  title: v.string(),
  /** “3 failed, 1 to confirm”, or “4 passed” with its icon. */
  summary: v.string(),
  icon: v.nullable(outcomeIconSchema),
  /** True if the group starts expanded, because it has an open result. */
  open: v.boolean(),
  rows: v.array(readinessRow),
  folds: v.array(fold),
});
export type ReadinessGroup = v.InferOutput<typeof readinessGroup>;

/** The action of a cause, for all of its flows at once. `label` includes their number. */
const causeAction = v.object({
  /**
   * Previews the fix of `ids`, copies or opens a request for them or for a role, marks them as confirmed, or does what a row's button
   * does.
   */
  does: v.picklist(['fix', 'copy', 'role', 'request', 'confirm', 'set-up', 'stop-waiting', 'look-again']),
  label: v.string(),
  ids: v.array(v.string()),
});
export type CauseAction = v.InferOutput<typeof causeAction>;

/** The component that decides over flows which fail or aren't known. */
const readinessCause = v.object({
  /** Stays the same for the same component after each refresh; unique in Readiness. */
  key: v.string(),
  kind: v.string(),
  icon: outcomeIconSchema,
  title: v.string(),
  /** Its location, under the title; empty if the title suffices. */
  place: v.string(),
  /** Its flows, whose rows are in `groups`: requirement IDs, the most severe first. */
  flows: v.array(
    v.object({
      id: v.string(),
      /** The failing part of a partly blocked flow: “all but TCP 443”. */
      part: v.nullable(v.string()),
      /** The component that decides next, once this cause allows the flow. */
      next: v.nullable(v.string()),
    }),
  ),
  /** Causes that block flows before this component: “8 flows are blocked earlier by rule 4096 Deny-All”, with the icon of the worst. */
  earlier: v.array(v.object({ icon: outcomeIconSchema, text: v.string(), cause: v.string() })),
  /** The example packet and the impact of its worst flow. */
  details: v.array(detail),
  /**
   * The role that the user needs for its fix: “You need Network Contributor on nsg-training.” Without it, others have
   * to fix it.
   */
  needs: v.nullable(v.string()),
  /** “Confirmed by you, 29 Nov 2026: Network team”, if all of its flows are confirmed. */
  confirmed: v.nullable(v.string()),
  /** The first is the primary action; empty if there is nothing that the wizard can do. */
  actions: v.array(causeAction),
  /** The rule or route in the portal. */
  show: v.nullable(v.object({ label: v.string(), link: v.string() })),
  /** For a screen reader. */
  spoken: v.string(),
});
export type ReadinessCause = v.InferOutput<typeof readinessCause>;

/** Rows under one line. The rows themselves are in `groups`. */
const rowList = v.object({
  id: v.string(),
  title: v.string(),
  summary: v.string(),
  ids: v.array(v.string()),
});

export const readinessSchema = v.object({
  /** Increases with every result, so that the page can detect a new one. */
  revision: v.number(),
  title: v.string(),
  state: v.picklist(['empty', 'checked', 'preview']),
  /** True if the check has taken 300 ms and isn't done yet. */
  checking: v.boolean(),
  /** Shown until a subnet is chosen; then null. */
  hint: v.nullable(v.string()),
  summary: v.string(),
  summaryIcon: outcomeIconSchema,
  counts: v.array(v.object({ icon: outcomeIconSchema, text: v.string() })),
  /** Why the subnet can't be used at all, with the best one that can; null if it can be used. */
  unfit: v.nullable(
    v.object({ why: v.string(), other: v.nullable(v.object({ id: v.string(), label: v.string() })) }),
  ),
  /** Offered if there is nothing to fix and flows rely on Azure's default rules; otherwise null. */
  denyOtherOutbound: v.nullable(v.string()),
  /** ISO time of the last read; null before the first. */
  readAt: v.nullable(v.string()),
  /** “requirements 19 Mar 2026 · tags 9 Nov 2025” */
  dates: v.string(),
  /** Shown instead of the age if the last read failed. */
  stale: v.nullable(v.string()),
  /** True if the read failed because the sign-in ended. */
  isSignedOut: v.boolean(),
  /** Set if another person changed the data that Readiness is based on; null if not, or if dismissed. */
  notice: v.nullable(v.object({ text: v.string(), show: v.nullable(v.string()) })),
  /** A fix that was applied, and the preview that undoes it. After a window reload: how much of it was applied. */
  fixNotice: v.nullable(v.object({ text: v.string(), undo: v.nullable(v.string()) })),
  /** By cause, the worst first. */
  causes: v.array(readinessCause),
  /** Causes of the previous result that no longer decide over a flow. The page shows them for 10 s. */
  fixed: v.array(rowList),
  /** Passed results, by group; null if nothing passed. */
  passed: v.nullable(v.object({ title: v.string(), summary: v.string(), groups: v.array(rowList) })),
  /** Results that didn't pass and don't have a cause, such as a rule that is no longer required; null if there are none. */
  others: v.nullable(rowList),
  /** By requirement. */
  groups: v.array(readinessGroup),
  /** “3 things to ask the network team”, and its rows. */
  notes: v.nullable(readinessGroup),
  notNeeded: v.array(v.object({ id: v.string(), name: v.string(), why: v.string() })),
  profile: v.picklist(['current', '2020-12']),
  /** One sentence for the live region. */
  spoken: v.string(),
});
export type Readiness = v.InferOutput<typeof readinessSchema>;
