import * as v from 'valibot';

/** Shapes of results. Each has its own icon, so that meaning never depends on color alone. */
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

/** A button or link that the host handles (`act`). */
export const actionSchema = v.object({ id: v.string(), label: v.string() });
export type Action = v.InferOutput<typeof actionSchema>;

/** A sentence with one action. */
export const noteSchema = v.object({ text: v.string(), action: actionSchema });
export type Note = v.InferOutput<typeof noteSchema>;

/** The state of a list's rows: being read, available, or unavailable (one sentence, possibly with a link). */
export const listStateSchema = v.variant('is', [
  v.object({ is: v.literal('waiting') }),
  v.object({ is: v.literal('reading') }),
  v.object({ is: v.literal('ready') }),
  v.object({ is: v.literal('empty'), text: v.string(), actions: v.array(actionSchema) }),
  v.object({
    is: v.literal('problem'),
    text: v.string(),
    actions: v.array(actionSchema),
    /** ISO time of the next automatic retry, if there is one. */
    retryAt: v.nullable(v.string()),
  }),
]);
export type ListState = v.InferOutput<typeof listStateSchema>;
