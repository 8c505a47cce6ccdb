import * as v from 'valibot';
import { defineChannel } from './channel';
import { outcomeIconSchema } from './wizard/shared-schemas';

const text = v.pipe(v.string(), v.maxLength(4000));

/** Request for a preview, from a command link, a quick fix, or the palette (which passes no arguments). */
const previewRequestSchema = v.object({
  /** The file whose problems are fixed. Default: the active file. */
  uri: v.optional(text),
  /** The template that a module is checked with. */
  root: v.optional(text),
  /** IDs of requirements and findings. Default: all. */
  ids: v.optional(v.pipe(v.array(text), v.maxLength(500))),
  /** Key of a cause: its flows are fixed, whichever file contains it. */
  cause: v.optional(text),
  /** Key of a single problem. */
  problem: v.optional(text),
  /** Index of the fix among the fixes of that problem. */
  attempt: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
});
export type PreviewRequest = v.InferOutput<typeof previewRequestSchema>;

/** Decodes a command's argument; null if it isn't a valid request. Any extension can run a command. */
export function decodePreviewRequest(raw: unknown): PreviewRequest | null {
  const request = v.safeParse(previewRequestSchema, raw ?? {});
  return request.success ? request.output : null;
}

const flow = v.object({
  key: v.string(),
  title: v.string(),
  /** The flow's subnet, if the preview covers several. */
  subnet: v.nullable(v.string()),
  icon: outcomeIconSchema,
  /** “rule 130”, or why the problem stays. */
  result: v.string(),
  ticked: v.boolean(),
  /** False if no fix can be written for it, or if it passes by another change: it's listed without a checkbox. */
  canChoose: v.boolean(),
});

/** A change that costs or removes something. It's listed apart from the others. */
const apart = v.object({
  /** The problems that it fixes, which are selected together. */
  keys: v.array(v.string()),
  title: v.string(),
  /** The check that it fixes, or their number. */
  what: v.string(),
  price: v.string(),
  ticked: v.boolean(),
});

const line = v.object({
  is: v.picklist(['opens', 'wide', 'closes', 'nothing', 'note', 'shared', 'cost']),
  text: v.string(),
});

const summary = v.object({ icon: outcomeIconSchema, text: v.string() });

const changesPreviewSchema = v.object({
  /** Changes with every preview. Calls pass it, so that they only act on the preview that the page shows. */
  id: v.string(),
  title: v.string(),
  fixTest: v.object({
    is: v.picklist(['verified', 'warning', 'info']),
    text: v.string(),
    /** Subnets that get worse, one per line. */
    lines: v.array(v.string()),
  }),
  /** “Fix both…”: also selects what the second cause of flows needs, which costs or removes something. */
  fixBoth: v.nullable(v.object({ label: v.string(), keys: v.array(v.string()) })),
  /** “network.bicep changed. Preview updated.” */
  notice: v.nullable(v.string()),
  /** True if all items are flows; false if other checks are among them. */
  areFlows: v.boolean(),
  flows: v.array(flow),
  apart: v.array(apart),
  opens: v.array(line),
  /** Each flow that is newly allowed, shown by *Show ranges*. */
  ranges: v.array(v.string()),
  cost: v.array(line),
  after: v.array(v.object({ subnet: v.string(), before: summary, after: summary })),
  /** “Limit to snet-training” */
  limit: v.nullable(v.string()),
  /** True if another subnet gets worse, so applying asks for confirmation. */
  needsConfirmation: v.boolean(),
  /** Why nothing can be applied; null if it can. */
  cannotApply: v.nullable(v.string()),
  canCopy: v.boolean(),
  /** Text for a screen reader. */
  spoken: v.string(),
  /** True while another preview is being tested. */
  isBusy: v.boolean(),
});
export type ChangesPreview = v.InferOutput<typeof changesPreviewSchema>;

const nothing = v.object({});
const preview = v.object({ preview: v.string() });
const done = v.null();

/** Channel between the host and the panel next to a diff of files. */
export const changesChannel = defineChannel({
  version: 1,
  calls: {
    /** Selects or clears flows and changes. */
    choose: { params: v.object({ keys: v.array(v.string()), on: v.boolean() }), result: done },
    limit: { params: preview, result: done },
    apply: { params: preview, result: done },
    discard: { params: nothing, result: done },
    /** Copies the request for the selected flows. Resolves to false if another preview is shown by now. */
    copy: { params: preview, result: v.boolean() },
  },
  signals: { previewChanged: changesPreviewSchema },
});
export type ChangesChannel = typeof changesChannel;
