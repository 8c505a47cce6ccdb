import * as v from 'valibot';

/** Shapes of results; each has its own icon, so color never carries meaning alone. */
export const outcomeIconSchema = v.picklist([
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
export type OutcomeIcon = v.InferOutput<typeof outcomeIconSchema>;

/** A result in a list's cell: icon and words. */
export const outcomeCellSchema = v.object({ icon: outcomeIconSchema, text: v.string() });
export type OutcomeCell = v.InferOutput<typeof outcomeCellSchema>;

/** A button or link whose press the host answers (`act`). */
export const actionSchema = v.object({ id: v.string(), label: v.string() });
export type Action = v.InferOutput<typeof actionSchema>;

/** A sentence and the one thing to do about it. */
export const noteSchema = v.object({ text: v.string(), action: actionSchema });
export type Note = v.InferOutput<typeof noteSchema>;

/** Where a list's rows are: being read, there, or not to be had (one sentence, perhaps a link). */
export const listStateSchema = v.variant('is', [
  v.object({ is: v.literal('waiting') }),
  v.object({ is: v.literal('reading') }),
  v.object({ is: v.literal('ready') }),
  v.object({ is: v.literal('empty'), text: v.string(), actions: v.array(actionSchema) }),
  v.object({
    is: v.literal('problem'),
    text: v.string(),
    actions: v.array(actionSchema),
    /** ISO time of the next try by itself, where there is one. */
    retryAt: v.nullable(v.string()),
  }),
]);
export type ListState = v.InferOutput<typeof listStateSchema>;
