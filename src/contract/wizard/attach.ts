import * as v from 'valibot';
import { subnetRowSchema } from './lists';
import { attachedKindSchema } from './plan-kind';
import { listStateSchema, outcomeCellSchema } from './shared-schemas';

/** Long enough for what is too long to be said so. */
const user = v.pipe(v.string(), v.maxLength(200));
const signIn = v.picklist(['password', 'key']);

/** What a person chose to attach, and how Azure ML gets in. What is secret of it never is here. */
export const attachChoicesSchema = v.object({
  target: v.nullable(v.string()),
  /** Of its subnets, the one that Readiness is of. */
  subnet: v.nullable(v.string()),
  port: v.number(),
  user,
  signIn,
});
export type AttachChoices = v.InferOutput<typeof attachChoicesSchema>;

export const noAttachChoices: AttachChoices = {
  target: null,
  subnet: null,
  port: 22,
  user: 'azureuser',
  signIn: 'password',
};

/** Access as it is changed field by field. */
export const accessFieldsSchema = v.object({
  port: v.optional(v.number()),
  user: v.optional(user),
  signIn: v.optional(signIn),
});
export type AccessFields = v.InferOutput<typeof accessFieldsSchema>;

/** A plan to attach that is under way. */
export const attachingPlanSchema = v.object({
  kind: attachedKindSchema,
  name: v.string(),
  workspaceId: v.string(),
  workspaceLocation: v.string(),
  location: v.string(),
  targetId: v.string(),
  subnetId: v.nullable(v.string()),
  otherSubnetIds: v.array(v.string()),
  access: v.variant('is', [
    v.object({ is: v.literal('token'), workspaceUrl: v.string() }),
    v.object({
      is: v.literal('ssh'),
      address: v.string(),
      port: v.number(),
      user: v.string(),
      signIn,
    }),
  ]),
});

const targetRow = v.object({
  id: v.string(),
  name: v.string(),
  resourceGroup: v.string(),
  region: v.string(),
  subnet: v.string(),
  /** Null until somebody looks at the row: then the page asks for it (`checkRows`). */
  outcome: v.nullable(outcomeCellSchema),
  /** Why it cannot be attached by this plan; null where it can. */
  unfit: v.nullable(v.string()),
  spoken: v.string(),
});
export type TargetRow = v.InferOutput<typeof targetRow>;

/** What could be attached, in the order to show, and the subnets of what is chosen. */
export const targetListSchema = v.object({
  kind: attachedKindSchema,
  state: listStateSchema,
  rows: v.array(targetRow),
  chosen: v.nullable(v.object({ id: v.string(), name: v.string() })),
  /** Read-only: a row is chosen only to see its board. */
  subnets: v.array(subnetRowSchema),
  /** The subnet that Readiness is of. */
  shown: v.nullable(v.string()),
  /** Why there is no subnet to show; null where there is one, or nothing is chosen. */
  note: v.nullable(v.string()),
});
export type TargetList = v.InferOutput<typeof targetListSchema>;

/** How Azure ML gets into what is attached. */
export const accessViewSchema = v.object({
  kind: attachedKindSchema,
  /** Read-only: of the target. */
  address: v.object({ text: v.string(), isMissing: v.boolean() }),
  /** Null where a token is asked for. */
  ssh: v.nullable(
    v.object({
      port: v.number(),
      portFault: v.nullable(v.string()),
      user: v.string(),
      userFault: v.nullable(v.string()),
      signIn,
    }),
  ),
});
export type AccessView = v.InferOutput<typeof accessViewSchema>;
