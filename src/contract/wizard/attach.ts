import * as v from 'valibot';
import { subnetRowSchema } from './lists';
import { attachedKindSchema } from './plan-kind';
import { actionSchema, listStateSchema, outcomeCellSchema } from './shared-schemas';

/** Longer than any valid name, so that the page can report that a name is too long. */
const user = v.pipe(v.string(), v.maxLength(200));
const signIn = v.picklist(['password', 'key']);

/** The attach target that a user chose, and how Azure ML signs in to it. Never contains a secret. */
export const attachChoicesSchema = v.object({
  target: v.nullable(v.string()),
  /** The target's subnet that Readiness shows. */
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

/** A change of single access fields. */
export const accessFieldsSchema = v.object({
  port: v.optional(v.number()),
  user: v.optional(user),
  signIn: v.optional(signIn),
});
export type AccessFields = v.InferOutput<typeof accessFieldsSchema>;

/** A plan of an attach operation that is running. */
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
  /** Resource group, region, and subnet in one line, without column titles. */
  more: v.string(),
  /** null until the row is visible: then the page requests it (`checkRows`). */
  outcome: v.nullable(outcomeCellSchema),
  /** Why this plan can't attach it; null if it can. */
  unfit: v.nullable(v.string()),
  spoken: v.string(),
});
export type TargetRow = v.InferOutput<typeof targetRow>;

/** Resources that can be attached, in display order, and the subnets of the chosen one. */
export const targetListSchema = v.object({
  kind: attachedKindSchema,
  state: listStateSchema,
  rows: v.array(targetRow),
  chosen: v.nullable(v.object({ id: v.string(), name: v.string() })),
  /** Read-only: choosing a row only changes what Readiness shows. */
  subnets: v.array(subnetRowSchema),
  /** The subnet that Readiness shows. */
  shown: v.nullable(v.string()),
  /** Why there isn't a subnet to show; null if there is one, or if nothing is chosen. */
  note: v.nullable(v.string()),
  /**
   * Writes code that creates a target. Null if the kind doesn't have such code, or if the empty list has the button.
   */
  writeNew: v.nullable(actionSchema),
  /** The next step after such code was written. */
  written: v.nullable(v.string()),
});
export type TargetList = v.InferOutput<typeof targetListSchema>;

/** How Azure ML signs in to the attached resource. */
export const accessViewSchema = v.object({
  kind: attachedKindSchema,
  /** Read-only: comes from the target. */
  address: v.object({ text: v.string(), isMissing: v.boolean() }),
  /** null if a token is used instead. */
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
