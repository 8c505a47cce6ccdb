import * as v from 'valibot';
import { computeActionSchema } from './plan-kind';
import { outcomeIconSchema } from './shared-schemas';

const creationStep = v.object({
  text: v.string(),
  /** ISO time when it was done; null while it waits or runs. */
  at: v.nullable(v.string()),
  state: v.picklist(['waiting', 'running', 'done', 'failed']),
});

/** What the user can do about a cause. `retry` is about none. */
const nextStep = v.object({
  does: v.picklist([
    'fix',
    'fix-and-retry',
    'request',
    'size',
    'name',
    'quota',
    'role',
    'retry',
    'delete-and-retry',
  ]),
  label: v.string(),
  /** Requirements that it fixes, or that the request is about. */
  ids: v.array(v.string()),
});
export type NextStep = v.InferOutput<typeof nextStep>;

/** The test of the network from a node. */
const networkTest = v.object({
  state: v.picklist(['offered', 'running', 'passed', 'failed', 'refused', 'stopped']),
  title: v.string(),
  line: v.string(),
  rows: v.array(v.object({ icon: outcomeIconSchema, name: v.string(), detail: v.string() })),
  button: v.object({ does: v.picklist(['start', 'stop']), label: v.string() }),
  /** Flows that a request can be about. */
  failedIds: v.array(v.string()),
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
      /** An example packet of the worst flow; null where it isn't about a flow. */
      packet: v.nullable(v.string()),
      step: v.nullable(nextStep),
    }),
  ),
  /** The subnet is read again after the failure, so no cause is shown yet. */
  isReading: v.boolean(),
  /** Of a failure: the primary action first. */
  nextSteps: v.array(nextStep),
  /** Azure was asked to make it. */
  isSent: v.boolean(),
  /** What it costs, where Azure ML created it and it's ready. */
  cost: v.nullable(v.string()),
  /** Code that uses it; empty where there is none. */
  snippets: v.array(v.object({ id: v.picklist(['python', 'yaml']), label: v.string(), text: v.string() })),
  /** Null of what isn't ready, and of what is attached. */
  test: v.nullable(networkTest),
  /** Something of ours is in Azure that may be deleted. */
  canDelete: v.boolean(),
  /** What is left in Azure after a failure. */
  left: v.nullable(v.string()),
});
export type Creation = v.InferOutput<typeof creationSchema>;
