import * as v from 'valibot';
import { nodeKinds } from '../core/compute-kinds';
import { statedServices } from '../core/plan';
import { staysInside } from '../file-checks/path-patterns';

/** The message of a check is the key of the text that explains it. */
const path = v.pipe(v.string(), v.check(staysInside, 'team.fault.path'));

const text = v.pipe(
  v.string(),
  v.check((value) => value.trim() !== '', 'team.fault.empty'),
);

const date = v.pipe(v.string(), v.check(isDate, 'team.fault.date'));

function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(value);
}

/** A setting that is on or off. YAML 1.2 reads `yes` and `no` as strings. */
const flag = v.union([v.boolean(), v.picklist(['yes', 'no'])]);

const configurableSeverities = ['error', 'warning', 'info', 'hint', 'off'] as const;

const ignored = v.pipe(
  v.strictObject({
    id: v.optional(text),
    path: v.optional(path),
    subnet: v.optional(text),
    reason: text,
    expires: date,
  }),
  v.check(
    ({ id, path: file, subnet }) => id !== undefined || file !== undefined || subnet !== undefined,
    'team.fault.ignoresAll',
  ),
);

const part = v.pipe(
  v.strictObject({
    template: v.optional(path),
    parameters: v.optional(path),
    subscription: v.optional(text),
    resourceGroup: v.optional(text),
    location: v.optional(text),
    resources: v.optional(path),
  }),
  v.check(
    ({ template, resources }) => (template === undefined) !== (resources === undefined),
    'team.fault.part',
  ),
);

const deployment = v.strictObject({
  name: text,
  parts: v.pipe(v.array(part), v.minLength(1, 'team.fault.empty')),
});

const regions = v.strictObject(
  Object.fromEntries(statedServices.map((service) => [service, v.optional(text)])) as Record<
    (typeof statedServices)[number],
    v.OptionalSchema<typeof text, undefined>
  >,
);

/** Members of the team's settings. Each is decoded separately, so that a mistake in one doesn't affect the others. */
export const settingSchemas = {
  compute: v.picklist(nodeKinds),
  publicIp: flag,
  workspace: v.picklist(['public', 'private']),
  region: text,
  serviceRegions: regions,
  cloud: v.picklist(['public', 'usgov', 'china']),
  profile: v.picklist(['current', '2020-12']),
  subnets: v.array(text),
  allSubnets: flag,
  parameters: v.record(path, path),
  deployments: v.array(deployment),
  severity: v.record(text, v.picklist(configurableSeverities)),
  ignore: v.array(ignored),
  exclude: v.array(path),
} as const;

export type TeamSettingName = keyof typeof settingSchemas;

export type IgnoreEntry = v.InferOutput<typeof ignored>;
export type TeamDeployment = v.InferOutput<typeof deployment>;
