import { generatedIds } from './code-form';
import * as v from 'valibot';
import { computeActionSchema } from './plan-kind';
import { capacitySchema } from './plan';
import { outcomeIconSchema } from './shared-schemas';

const flowRow = v.object({
  /** Requirement ID of the row in Readiness. */
  id: v.string(),
  flow: v.string(),
  /** Protocol and ports; null if the flow's name has them. */
  subject: v.nullable(v.string()),
  direction: v.string(),
  securityGroup: v.string(),
  route: v.string(),
  outboundAccess: v.string(),
  icon: outcomeIconSchema,
  outcome: v.string(),
});
export type FlowRow = v.InferOutput<typeof flowRow>;

/** A component on a flow's path: a network security group (NSG) or the route table. */
const gate = v.object({
  title: v.string(),
  /** “nsg-train-hub” and “14 rules”, on separate lines. */
  lines: v.array(v.string()),
  /** True if nothing is attached, so that all traffic passes. */
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

/** How a flow's line is drawn. */
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
  /** Requirement ID of the row in Readiness. */
  id: v.string(),
  /** The short name, if there is one. */
  name: v.string(),
  fullName: v.string(),
  subject: v.string(),
  icon: outcomeIconSchema,
  outcome: v.string(),
  line: pictureLine,
  inbound: v.boolean(),
  /** ID of its outbound access. */
  outboundAccess: v.string(),
  /** Label after each gate; can be empty. */
  labels: v.array(v.string()),
  /**
   * Index of the gate that stops the flow or its blocked part. The number of gates means its outbound access. null if
   * nothing stops it.
   */
  endsAt: v.nullable(v.number()),
  /** Ports that pass and ports that don't, if the flow is partly blocked. */
  parts: v.nullable(v.object({ allowed: v.string(), blocked: v.string() })),
  /** ID of the outbound access that the reply takes wrongly; null if the reply isn't lost, or is dropped. */
  replyTo: v.nullable(v.string()),
});
export type PictureFlow = v.InferOutput<typeof pictureFlow>;

/** The path of each flow, from the subnet through its gates to its destination. */
const picture = v.object({
  network: v.object({ name: v.string(), detail: v.string() }),
  subnet: v.object({ name: v.string(), detail: v.string() }),
  /** Name, kind and nodes, machine size, public IP. */
  compute: v.array(v.string()),
  capacity: v.nullable(capacitySchema),
  /** From the subnet outwards. */
  gates: v.array(gate),
  /** From top to bottom. */
  outboundBoxes: v.array(outboundAccessBox),
  flows: v.array(pictureFlow),
});
export type Picture = v.InferOutput<typeof picture>;

export const reviewSchema = v.object({
  /** “12 flows: 4 allowed, 1 only by default, …” */
  flowsSummary: v.string(),
  flows: v.array(flowRow),
  /** null if no subnet is chosen or no flow is checked. */
  picture: v.nullable(picture),
  words: v.array(v.object({ label: v.string(), text: v.string() })),
  /**
   * The primary button's action. `request`: the user doesn't have permission for the fix. `write`: the fixes go into
   * the code, by *Write Bicep…*.
   */
  primary: v.picklist(['create', 'fix', 'request', 'write', 'none']),
  primaryLabel: v.string(),
  /** Whether the resource is created or attached. */
  action: computeActionSchema,
  /** Requirements that *Fix first* fixes. */
  fixIds: v.array(v.string()),
  /** True if a flow is blocked or unknown, so that there is something to request. */
  hasRequest: v.boolean(),
  /** True if *Create anyway…* is offered next to *Fix first*. */
  createAnyway: v.boolean(),
  /** Text under the buttons: the consequence, or what couldn't be checked. */
  note: v.nullable(v.string()),
  /** Formats that *Generate* can write. `isLast`: the one that was written last. */
  forms: v.array(v.object({ id: v.picklist(generatedIds), label: v.string(), isLast: v.boolean() })),
  /** The format that the primary button writes, if it writes. */
  primaryForm: v.picklist(generatedIds),
  /** Fixes that will be written into the code. */
  fixesInCode: v.array(v.object({ id: v.string(), text: v.string() })),
  /** The files that the plan was written to; null if it wasn't written, or changed since. */
  written: v.nullable(
    v.object({ heading: v.string(), files: v.array(v.object({ name: v.string(), holds: v.string() })) }),
  ),
  /** Why files can't be written; null if they can. */
  cannotWrite: v.nullable(v.string()),
});
export type Review = v.InferOutput<typeof reviewSchema>;
