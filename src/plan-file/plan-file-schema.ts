import * as v from 'valibot';
import { attachedKinds } from '../core/compute-kinds';

const text = v.pipe(v.string(), v.nonEmpty());
/** `westeurope`, or the portal's display name: `West Europe`. */
const region = v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9 ]*$/));
const size = v.pipe(v.string(), v.regex(/^[A-Za-z][\w-]*$/));
const integer = v.pipe(v.number(), v.integer());

/** Members of both plans to create and plans to attach. */
const shared = {
  $schema: v.optional(v.string()),
  version: v.literal(1),
  name: text,
  /** Resource ID. */
  workspace: text,
  workspaceRegion: region,
  /** Resource ID of the subnet; null in a managed virtual network, or if it's unknown. */
  subnet: v.nullable(text),
};

const nodes = v.strictObject({
  min: v.pipe(integer, v.minValue(0)),
  max: v.pipe(integer, v.minValue(1)),
  idleMinutes: v.pipe(integer, v.minValue(1)),
  priority: v.picklist(['Dedicated', 'LowPriority']),
});

const ssh = v.strictObject({ user: v.optional(text), publicKey: text, publicPort: v.boolean() });

const created = {
  ...shared,
  region,
  publicIp: v.boolean(),
  size,
  ssh: v.optional(ssh),
  /** `system`, or the resource ID of a user-assigned identity. */
  identity: v.optional(text),
  tags: v.optional(v.record(v.string(), v.string())),
};

export const createdSchemas = {
  cluster: v.strictObject({ ...created, kind: v.literal('cluster'), nodes }),
  instance: v.strictObject({
    ...created,
    kind: v.literal('instance'),
    assignedTo: v.optional(v.strictObject({ objectId: text, tenantId: text })),
    idleShutdownMinutes: v.optional(integer),
    schedule: v.optional(
      v.strictObject({
        days: v.picklist(['everyDay', 'weekdays']),
        start: v.optional(text),
        stop: v.optional(text),
        timeZone: text,
      }),
    ),
    setupScript: v.optional(
      v.strictObject({
        runs: v.picklist(['creation', 'startup']),
        path: text,
        arguments: v.optional(v.string()),
      }),
    ),
  }),
};

export const attachedSchema = v.strictObject({
  ...shared,
  kind: v.picklist(attachedKinds),
  /** Resource ID of the resource to attach. */
  target: text,
  otherSubnets: v.optional(v.array(text)),
  access: v.union([
    v.strictObject({ workspaceUrl: text }),
    v.strictObject({
      address: text,
      port: v.pipe(integer, v.minValue(1), v.maxValue(65_535)),
      user: text,
      signIn: v.picklist(['password', 'key']),
    }),
  ]),
});

export type CreatedFile = v.InferOutput<(typeof createdSchemas)['cluster' | 'instance']>;
export type AttachedFile = v.InferOutput<typeof attachedSchema>;
