import * as v from 'valibot';
import { codeFormIds } from './code-form';
import { computeActionSchema } from './plan-kind';
import { outcomeIconSchema } from './shared-schemas';

const creationStep = v.object({
  text: v.string(),
  /** ISO time of completion; null while the step waits or runs. */
  at: v.nullable(v.string()),
  state: v.picklist(['waiting', 'running', 'done', 'failed']),
});

/** An action for a cause. `retry` isn't about a cause. */
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
  /** Requirements that the action fixes, or that the request is about. */
  ids: v.array(v.string()),
});
export type NextStep = v.InferOutput<typeof nextStep>;

/** The network test from a node. */
const networkTest = v.object({
  state: v.picklist(['offered', 'running', 'passed', 'failed', 'refused', 'stopped']),
  title: v.string(),
  line: v.string(),
  rows: v.array(v.object({ icon: outcomeIconSchema, name: v.string(), detail: v.string() })),
  button: v.object({ does: v.picklist(['start', 'stop']), label: v.string() }),
  /** The fix of what blocks the failed flows; null if the user can't apply one. */
  fix: v.nullable(nextStep),
  /** Failed flows that a request can cover; empty if another subnet is selected by now, or a fix was applied. */
  requestIds: v.array(v.string()),
});

export const creationSchema = v.object({
  state: v.picklist(['running', 'ready', 'failed', 'left', 'deleting']),
  /** Whether the resource is created or attached. */
  action: computeActionSchema,
  heading: v.string(),
  /** The sentence under the heading; null if the steps suffice. */
  line: v.nullable(v.string()),
  startedAt: v.string(),
  endedAt: v.nullable(v.string()),
  steps: v.array(creationStep),
  /** Public IP, subnet, and size: planned compared with actual. */
  comparison: v.array(v.object({ label: v.string(), text: v.string(), asPlanned: v.boolean() })),
  /** Writes the plan in the format that was written last. */
  write: v.object({ form: v.picklist(codeFormIds), label: v.string() }),
  /** Azure's error message, verbatim; null if there wasn't an error. */
  message: v.nullable(v.string()),
  requestId: v.nullable(v.string()),
  likely: v.array(
    v.object({
      icon: outcomeIconSchema,
      rank: v.string(),
      /** True for a check whose result shows that it isn't the cause. */
      isRuledOut: v.boolean(),
      cause: v.string(),
      evidence: v.string(),
      /**
       * The last change of the component, with time and account, if Azure's activity log is readable. Personal data.
       */
      changes: v.array(v.string()),
      /** An example packet of the worst flow; null if the cause isn't about a flow. */
      packet: v.nullable(v.string()),
      step: v.nullable(nextStep),
    }),
  ),
  /** True while the subnet is read again after the failure, so no cause is shown yet. */
  isReading: v.boolean(),
  /** After a failure: the primary action first. */
  nextSteps: v.array(nextStep),
  /** True if the creation request was sent to Azure. */
  isSent: v.boolean(),
  /** Its cost, if Azure ML created it and it's ready. */
  cost: v.nullable(v.string()),
  /** Code that uses it; can be empty. */
  snippets: v.array(v.object({ id: v.picklist(['python', 'yaml']), label: v.string(), text: v.string() })),
  /** null if it isn't ready, or if it's attached. */
  test: v.nullable(networkTest),
  /** True if Azure has something that this plan created and that can be deleted. */
  canDelete: v.boolean(),
  /** The resource that remains in Azure after a failure, as text. */
  left: v.nullable(v.string()),
});
export type Creation = v.InferOutput<typeof creationSchema>;
