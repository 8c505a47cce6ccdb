import * as v from 'valibot';
import { listStateSchema } from './shared-schemas';

/** Longer than any valid value, so that the page can report that it's too long, but limited. */
const text = v.pipe(v.string(), v.maxLength(2000));

const tag = v.object({ name: text, value: text });
const tags = v.pipe(v.array(tag), v.maxLength(100));
const assignedUser = v.object({ objectId: text, tenantId: text });

const identity = v.variant('is', [
  v.object({ is: v.literal('none') }),
  v.object({ is: v.literal('system') }),
  /** null: user-assigned, but from a subscription other than the chosen one. */
  v.object({ is: v.literal('user'), id: v.nullable(text) }),
]);

const minutes = v.pipe(v.number(), v.integer(), v.minValue(0));

const days = v.picklist(['everyDay', 'weekdays']);
/** Times as typed, `08:00`; empty means never. */
const schedule = v.object({ on: v.boolean(), days, start: text, stop: text, timeZone: text });
const scriptRuns = v.picklist(['creation', 'startup']);
const setupScript = v.object({ on: v.boolean(), runs: scriptRuns, path: text, arguments: text });

const noSchedule = { on: false, days: 'weekdays', start: '08:00', stop: '18:00', timeZone: 'UTC' } as const;
const noScript = { on: false, runs: 'creation', path: '', arguments: '' } as const;

/** The user's options besides size and nodes, as stored. Never contains a private key. */
export const sizeOptionsSchema = v.object({
  ssh: v.object({
    on: v.boolean(),
    publicPort: v.boolean(),
    user: text,
    key: v.pipe(v.string(), v.maxLength(20_000)),
  }),
  identity,
  tags,
  /** null: the user who creates the instance. */
  assigned: v.nullable(assignedUser),
  shutdown: v.object({ on: v.boolean(), minutes }),
  schedule: v.optional(schedule, noSchedule),
  setupScript: v.optional(setupScript, noScript),
});
export type SizeOptions = v.InferOutput<typeof sizeOptionsSchema>;

export const noOptions: SizeOptions = {
  ssh: { on: false, publicPort: false, user: 'azureuser', key: '' },
  identity: { is: 'none' },
  tags: [],
  assigned: null,
  shutdown: { on: true, minutes: 60 },
  schedule: noSchedule,
  setupScript: noScript,
};

/** The same options in a plan that is being created. */
export const createdOptions = {
  ssh: v.optional(
    v.nullable(v.object({ publicPort: v.boolean(), adminUser: text, publicKey: v.string() })),
    null,
  ),
  identity: v.optional(
    v.variant('is', [
      v.object({ is: v.literal('none') }),
      v.object({ is: v.literal('system') }),
      v.object({ is: v.literal('user'), id: text }),
    ]),
    { is: 'none' },
  ),
  tags: v.optional(tags, []),
  assignedTo: v.optional(v.nullable(assignedUser), null),
  idleShutdownMinutes: v.optional(v.nullable(minutes), null),
  schedule: v.optional(
    v.nullable(v.object({ days, start: v.nullable(text), stop: v.nullable(text), timeZone: text })),
    null,
  ),
  setupScript: v.optional(v.nullable(v.object({ runs: scriptRuns, path: text, arguments: text })), null),
};

/** A change of single options. */
export const optionFields = {
  ssh: v.optional(
    v.object({ on: v.optional(v.boolean()), publicPort: v.optional(v.boolean()), user: v.optional(text) }),
  ),
  /** `none`, `system`, or the ID of a listed user-assigned identity. */
  identity: v.optional(text),
  tags: v.optional(tags),
  assigned: v.optional(v.nullable(assignedUser)),
  shutdown: v.optional(v.object({ on: v.optional(v.boolean()), minutes: v.optional(v.number()) })),
  schedule: v.optional(v.partial(schedule)),
  setupScript: v.optional(v.partial(setupScript)),
};

const fieldState = v.object({ is: v.picklist(['ok', 'warning', 'error', 'missing']), text: v.string() });
export type FieldState = v.InferOutput<typeof fieldState>;

/** The options as the page shows them. */
export const optionViews = {
  ssh: v.object({
    on: v.boolean(),
    publicPort: v.boolean(),
    /** Why a public port isn't available; null if it is. */
    noPort: v.nullable(v.string()),
    /** null if the service sets the administrator's name. */
    user: v.nullable(v.string()),
    /** Why the name is invalid; null if it's valid. */
    userFault: v.nullable(v.string()),
    key: v.string(),
    keyState: fieldState,
  }),
  identity: v.object({
    state: listStateSchema,
    rows: v.array(v.object({ id: v.string(), name: v.string(), detail: v.string() })),
    chosen: v.nullable(v.string()),
    fault: v.nullable(v.string()),
  }),
  tags: v.array(v.object({ name: v.string(), value: v.string(), fault: v.nullable(v.string()) })),
  /** Null for a cluster. */
  assigned: v.nullable(
    v.object({
      self: v.boolean(),
      objectId: v.string(),
      tenantId: v.string(),
      objectFault: v.nullable(v.string()),
      tenantFault: v.nullable(v.string()),
    }),
  ),
  /** Null for a cluster. */
  shutdown: v.nullable(v.object({ on: v.boolean(), minutes: v.number(), fault: v.nullable(v.string()) })),
  /** Null for a cluster. */
  schedule: v.nullable(
    v.object({ ...schedule.entries, timeZones: v.array(v.string()), fault: v.nullable(v.string()) }),
  ),
  /** Null for a cluster. */
  setupScript: v.nullable(
    v.object({
      ...setupScript.entries,
      pathFault: v.nullable(v.string()),
      argumentsFault: v.nullable(v.string()),
    }),
  ),
};
