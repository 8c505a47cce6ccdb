import * as v from 'valibot';
import { planKindSchema } from './plan-kind';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(2000));

/** Argument of the command that opens the wizard from another surface. */
const openRequest = v.object({
  subscription: id,
  workspace: v.nullable(id),
  /** null: the kind that was chosen last. */
  kind: v.nullable(planKindSchema),
  /** Null: the workspace's default. */
  publicIp: v.nullable(v.boolean()),
  subnet: v.nullable(id),
  /** For an attached kind: the resource to attach, if known. */
  target: v.optional(v.nullable(id)),
  /** If it's already attached: its name and SSH port. */
  name: v.optional(id),
  sshPort: v.optional(v.number()),
  show: v.variant('is', [
    v.object({ is: v.literal('plan') }),
    v.object({ is: v.literal('fix'), requirements: v.pipe(v.array(id), v.maxLength(200)) }),
    v.object({ is: v.literal('creation'), name: id }),
  ]),
});
export type OpenRequest = v.InferOutput<typeof openRequest>;

/** Decodes a command's argument; null if it isn't a valid request. Anyone can run a command with any argument. */
export function decodeOpenRequest(raw: unknown): OpenRequest | null {
  const parsed = v.safeParse(openRequest, raw);
  return parsed.success ? parsed.output : null;
}

/** The compute resource to show in the side bar. */
const revealRequest = v.object({ workspaceId: id, name: id });
export type RevealRequest = v.InferOutput<typeof revealRequest>;

/** Decodes the request; null if it isn't valid. */
export function decodeRevealRequest(raw: unknown): RevealRequest | null {
  const parsed = v.safeParse(revealRequest, raw);
  return parsed.success ? parsed.output : null;
}
