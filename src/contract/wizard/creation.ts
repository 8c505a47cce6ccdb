import * as v from 'valibot';
import { computeActionSchema } from './plan-kind';
import { outcomeIconSchema } from './shared-schemas';

const creationStep = v.object({
  text: v.string(),
  /** ISO time when it was done; null while it waits or runs. */
  at: v.nullable(v.string()),
  state: v.picklist(['waiting', 'running', 'done', 'failed']),
});

export const creationSchema = v.object({
  state: v.picklist(['running', 'ready', 'failed', 'left', 'deleting']),
  /** Something that stands already is attached. */
  action: computeActionSchema,
  heading: v.string(),
  /** The sentence under the heading; null where the steps say all. */
  line: v.nullable(v.string()),
  startedAt: v.string(),
  endedAt: v.nullable(v.string()),
  steps: v.array(creationStep),
  /** Public IP, subnet, size: planned against made. */
  comparison: v.array(v.object({ label: v.string(), text: v.string(), asPlanned: v.boolean() })),
  /** What Azure said, word for word; null where it said nothing wrong. */
  said: v.nullable(v.string()),
  requestId: v.nullable(v.string()),
  likely: v.array(
    v.object({
      icon: outcomeIconSchema,
      rank: v.string(),
      cause: v.string(),
      evidence: v.string(),
      fixIds: v.array(v.string()),
    }),
  ),
  /** Azure was asked to make it. */
  isSent: v.boolean(),
  /** A cluster without a node: one can be started. */
  canStartNode: v.boolean(),
  /** Something of ours is in Azure that may be deleted. */
  canDelete: v.boolean(),
  /** What is left in Azure after a failure. */
  left: v.nullable(v.string()),
});
export type Creation = v.InferOutput<typeof creationSchema>;
