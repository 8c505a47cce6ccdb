import * as v from 'valibot';
import { defineChannel } from './channel';
import { outcomeIconSchema } from './wizard/shared-schemas';

const text = v.pipe(v.string(), v.maxLength(4000));

/** What is asked to be previewed: by a command link, a quick fix, or the palette, which names nothing. */
const previewRequestSchema = v.object({
  /** The file whose problems are fixed; the one in front where it's missing. */
  uri: v.optional(text),
  /** The template that a module is checked with. */
  root: v.optional(text),
  /** IDs of requirements and findings; every one where it's missing. */
  ids: v.optional(v.pipe(v.array(text), v.maxLength(500))),
  /** The key of a cause: its flows are fixed, in whichever file it stands. */
  cause: v.optional(text),
  /** The key of one problem. */
  problem: v.optional(text),
  /** Which of the fixes of that problem. */
  attempt: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
});
export type PreviewRequest = v.InferOutput<typeof previewRequestSchema>;

/** What a command was given; null where it's no request. Anybody may run a command. */
export function decodePreviewRequest(raw: unknown): PreviewRequest | null {
  const request = v.safeParse(previewRequestSchema, raw ?? {});
  return request.success ? request.output : null;
}

const flow = v.object({
  key: v.string(),
  title: v.string(),
  /** Its subnet, where the preview is about several. */
  subnet: v.nullable(v.string()),
  icon: outcomeIconSchema,
  /** “rule 130”, or why it stays. */
  result: v.string(),
  ticked: v.boolean(),
  /** Nothing can be chosen: no fix of it can be written. */
  disabled: v.boolean(),
});

/** A change that costs or removes something: it's never among the others. */
const apart = v.object({ key: v.string(), title: v.string(), price: v.string(), ticked: v.boolean() });

const line = v.object({
  is: v.picklist(['opens', 'wide', 'closes', 'nothing', 'note', 'shared', 'cost']),
  text: v.string(),
});

const summary = v.object({ icon: outcomeIconSchema, text: v.string() });

const changesPreviewSchema = v.object({
  /** Changes with every preview; `apply` names it, so that nothing else is ever applied. */
  id: v.string(),
  title: v.string(),
  proof: v.object({
    is: v.picklist(['verified', 'warning', 'info']),
    text: v.string(),
    /** What gets worse, a subnet each. */
    lines: v.array(v.string()),
  }),
  /** “network.bicep changed. Preview updated.” */
  notice: v.nullable(v.string()),
  /** Whether all that is listed are flows: there may be other checks among them. */
  areFlows: v.boolean(),
  flows: v.array(flow),
  apart: v.array(apart),
  opens: v.array(line),
  /** Each flow that opens, behind *Show ranges*. */
  ranges: v.array(v.string()),
  cost: v.array(line),
  after: v.array(v.object({ subnet: v.string(), before: summary, after: summary })),
  /** “Limit to snet-training” */
  limit: v.nullable(v.string()),
  /** Another subnet gets worse: applying asks once more. */
  asksFirst: v.boolean(),
  /** Why nothing can be applied; null where it can. */
  cannotApply: v.nullable(v.string()),
  canCopy: v.boolean(),
  /** What a screen reader hears of it. */
  spoken: v.string(),
  /** Another preview is being tested. */
  isBusy: v.boolean(),
});
export type ChangesPreview = v.InferOutput<typeof changesPreviewSchema>;

const nothing = v.object({});
const done = v.null();

/** The panel beside a diff of files, and its host. */
export const changesChannel = defineChannel({
  version: 1,
  calls: {
    /** Ticks or clears flows and changes. */
    choose: { params: v.object({ keys: v.array(v.string()), on: v.boolean() }), result: done },
    limit: { params: nothing, result: done },
    apply: { params: v.object({ preview: v.string() }), result: done },
    discard: { params: nothing, result: done },
    copy: { params: nothing, result: done },
  },
  signals: { previewChanged: changesPreviewSchema },
});
export type ChangesChannel = typeof changesChannel;
