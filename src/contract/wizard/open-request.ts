import * as v from 'valibot';
import { planKindSchema } from './plan-kind';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(2000));

/** Where another door of the product wants the wizard to be opened: the argument of its command. */
const openRequest = v.object({
  subscription: id,
  workspace: v.nullable(id),
  /** Null: as it was chosen last. */
  kind: v.nullable(planKindSchema),
  /** Null: the workspace's default. */
  publicIp: v.nullable(v.boolean()),
  subnet: v.nullable(id),
  /** Of an attached kind: what is attached, where that is said. */
  target: v.optional(v.nullable(id)),
  /** Where it is attached already: as what, and at which port. */
  name: v.optional(id),
  sshPort: v.optional(v.number()),
  show: v.variant('is', [
    v.object({ is: v.literal('plan') }),
    v.object({ is: v.literal('fix'), requirements: v.pipe(v.array(id), v.maxLength(200)) }),
    v.object({ is: v.literal('creation'), name: id }),
  ]),
});
export type OpenRequest = v.InferOutput<typeof openRequest>;

/** The request, or null where what came is none: anybody may run a command with anything. */
export function decodeOpenRequest(raw: unknown): OpenRequest | null {
  const parsed = v.safeParse(openRequest, raw);
  return parsed.success ? parsed.output : null;
}

/** The compute that the side bar is asked to show. */
const revealRequest = v.object({ workspaceId: id, name: id });
export type RevealRequest = v.InferOutput<typeof revealRequest>;

/** The request, or null where what came is none. */
export function decodeRevealRequest(raw: unknown): RevealRequest | null {
  const parsed = v.safeParse(revealRequest, raw);
  return parsed.success ? parsed.output : null;
}
