import * as v from 'valibot';

/** Shapes of verdicts; each has its own icon, so color never carries meaning alone. */
export const verdictIcon = v.picklist([
  'pass',
  'pass-default',
  'error',
  'warning',
  'info',
  'unknown',
  'appliance',
  'unfit',
  'pending',
]);
export type VerdictIcon = v.InferOutput<typeof verdictIcon>;

/** A verdict in a list's cell: icon and words. */
export const verdictCell = v.object({ icon: verdictIcon, text: v.string() });
export type VerdictCell = v.InferOutput<typeof verdictCell>;

/** A button or link whose press the host answers (`act`). */
export const action = v.object({ id: v.string(), label: v.string() });
export type Action = v.InferOutput<typeof action>;

/** A sentence and the one thing to do about it. */
export const note = v.object({ text: v.string(), action });
export type Note = v.InferOutput<typeof note>;

/** Where a list's rows are: being read, there, or not to be had (one sentence, perhaps a link). */
export const listState = v.variant('is', [
  v.object({ is: v.literal('waiting') }),
  v.object({ is: v.literal('reading') }),
  v.object({ is: v.literal('ready') }),
  v.object({ is: v.literal('empty'), text: v.string(), actions: v.array(action) }),
  v.object({
    is: v.literal('problem'),
    text: v.string(),
    actions: v.array(action),
    /** ISO time of the next try by itself, where there is one. */
    retryAt: v.nullable(v.string()),
  }),
]);
export type ListState = v.InferOutput<typeof listState>;
