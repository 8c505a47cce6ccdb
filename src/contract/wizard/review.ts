import { generatedIds } from './code-form';
import * as v from 'valibot';
import { computeActionSchema } from './plan-kind';
import { capacitySchema } from './plan';
import { outcomeIconSchema } from './shared-schemas';

const flowRow = v.object({
  /** Requirement id: Readiness's row. */
  id: v.string(),
  flow: v.string(),
  subject: v.string(),
  direction: v.string(),
  securityGroup: v.string(),
  route: v.string(),
  outboundAccess: v.string(),
  icon: outcomeIconSchema,
  outcome: v.string(),
});
export type FlowRow = v.InferOutput<typeof flowRow>;

/** What a flow meets on its way: a security group or the route table. */
const gate = v.object({
  title: v.string(),
  /** “nsg-train-hub”, “14 rules”, one under the other. */
  lines: v.array(v.string()),
  /** Nothing is attached here: all passes. */
  isMissing: v.boolean(),
});
export type Gate = v.InferOutput<typeof gate>;

const outboundAccessBox = v.object({
  id: v.string(),
  kind: v.picklist(['internet', 'appliance', 'gateway', 'direct', 'none', 'unknown']),
  title: v.string(),
  lines: v.array(v.string()),
});
export type OutboundAccessBox = v.InferOutput<typeof outboundAccessBox>;

/** How a flow's line is drawn (ux: the table of lines). */
const pictureLine = v.picklist([
  'allowed',
  'default',
  'partly',
  'blocked',
  'reply-lost',
  'appliance',
  'unknown',
]);
export type PictureLine = v.InferOutput<typeof pictureLine>;

const pictureFlow = v.object({
  /** Requirement id: Readiness's row. */
  id: v.string(),
  /** Short, where there is a short one. */
  name: v.string(),
  fullName: v.string(),
  subject: v.string(),
  icon: outcomeIconSchema,
  outcome: v.string(),
  line: pictureLine,
  inbound: v.boolean(),
  /** Id of its outbound access. */
  outboundAccess: v.string(),
  /** What is written after each gate; empty where nothing is. */
  labels: v.array(v.string()),
  /** Place of the gate that stops it (or its blocked part); the number of gates is its outbound access; null: none stops it. */
  endsAt: v.nullable(v.number()),
  /** Ports that pass and ports that do not, where a part is blocked. */
  parts: v.nullable(v.object({ allowed: v.string(), blocked: v.string() })),
  /** Id of the wrong way that the reply takes; null where it is not lost, or simply dropped. */
  replyTo: v.nullable(v.string()),
});
export type PictureFlow = v.InferOutput<typeof pictureFlow>;

/** The way of each flow, from the subnet through its gates to what it reaches. */
const picture = v.object({
  network: v.object({ name: v.string(), detail: v.string() }),
  subnet: v.object({ name: v.string(), detail: v.string() }),
  /** Name, kind and nodes, machine size, public IP. */
  compute: v.array(v.string()),
  capacity: v.nullable(capacitySchema),
  /** From the subnet outwards. */
  gates: v.array(gate),
  /** From top to bottom. */
  waysOut: v.array(outboundAccessBox),
  flows: v.array(pictureFlow),
});
export type Picture = v.InferOutput<typeof picture>;

export const reviewSchema = v.object({
  /** “12 flows: 4 allowed, 1 only by default, …” */
  flowsSummary: v.string(),
  flows: v.array(flowRow),
  /** Null where no subnet is chosen or no flow is checked. */
  picture: v.nullable(picture),
  words: v.array(v.object({ label: v.string(), text: v.string() })),
  /** The one primary button; `request` where the user has no permission for the fix, `write` where what is to fix goes into the code: *Write Bicep…* itself. */
  primary: v.picklist(['create', 'fix', 'request', 'write', 'none']),
  primaryLabel: v.string(),
  /** Something that stands already is attached. */
  action: computeActionSchema,
  /** Requirements that *Fix first* repairs. */
  fixIds: v.array(v.string()),
  /** A flow is blocked or not known: there is something to request. */
  hasRequest: v.boolean(),
  /** *Create anyway…* is offered beside *Fix first*. */
  createAnyway: v.boolean(),
  /** Under the buttons: the consequence, or what could not be checked. */
  note: v.nullable(v.string()),
  /** What *Generate* can write, and whether it's the form that was written last. */
  forms: v.array(v.object({ id: v.picklist(generatedIds), label: v.string(), isLast: v.boolean() })),
  /** What the primary button writes, where it writes. */
  primaryForm: v.picklist(generatedIds),
  /** Fixes that will be written into the code. */
  fixesInCode: v.array(v.object({ id: v.string(), text: v.string() })),
  /** The files that the plan was written to; null where it wasn't, or changed since. */
  written: v.nullable(
    v.object({ heading: v.string(), files: v.array(v.object({ name: v.string(), holds: v.string() })) }),
  ),
  /** Null where files may be written; else why not. */
  cannotWrite: v.nullable(v.string()),
});
export type Review = v.InferOutput<typeof reviewSchema>;
