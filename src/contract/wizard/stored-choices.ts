import * as v from 'valibot';
import { attachChoicesSchema, attachingPlanSchema, noAttachChoices } from './attach';
import { createdOptions, noOptions, sizeOptionsSchema } from './size-options';
import { networkOptionsSchema } from './new-network';
import { openedSectionSchema, type OpenedSection } from './plan';
import { noRecommendation, recommendedSchema } from './recommended';
import { codeFormIds } from './code-form';
import { computeKindSchema, planKindSchema } from './plan-kind';
import { chosenRegionsSchema } from './service-regions';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const creatingPlan = v.object({
  kind: computeKindSchema,
  name: v.string(),
  workspaceId: v.string(),
  workspaceLocation: v.string(),
  location: v.string(),
  publicIp: v.boolean(),
  subnetId: v.nullable(v.string()),
  vmSize: v.string(),
  ...createdOptions,
  nodes: v.object({
    min: count,
    max: count,
    idleMinutes: count,
    priority: v.picklist(['Dedicated', 'LowPriority']),
  }),
});

const creationPlan = v.variant('kind', [creatingPlan, attachingPlanSchema]);

/** A compute resource that is being created or attached, so that a new window can continue to follow it. */
const currentCreation = v.object({
  version: v.literal(2),
  plan: creationPlan,
  startedAt: v.string(),
  /** ISO times. Once Azure accepted it, it's ours. */
  times: v.object({
    free: v.optional(v.string()),
    sent: v.optional(v.string()),
    accepted: v.optional(v.string()),
  }),
  requestId: v.nullable(v.string()),
});
export type StoredCreation = v.InferOutput<typeof currentCreation>;

/** As builds before version 2 stored it. */
const firstCreation = v.pipe(
  v.object({ startedAt: v.string(), accepted: v.boolean(), plan: creationPlan }),
  v.transform(({ startedAt, accepted, plan }): StoredCreation => ({
    version: 2,
    plan,
    startedAt,
    times: accepted ? { free: startedAt, sent: startedAt, accepted: startedAt } : {},
    requestId: null,
  })),
);

const storedCreation = v.union([currentCreation, firstCreation]);

/** A test of the network from a node: a new window finds its job by its name, which follows from when it started. */
const storedTest = v.object({
  version: v.literal(1),
  /** The compute resource, as it was created. */
  creation: currentCreation,
  /** ISO time at which the compute resource was ready. */
  readyAt: v.string(),
  startedAt: v.string(),
  /** The user stopped it before Azure had its job, which is canceled once it's there. */
  isStopping: v.optional(v.boolean(), false),
  path: v.nullable(v.string()),
  plan: v.object({
    targets: v.array(v.object({ requirement: v.string(), host: v.string(), port: v.number() })),
    notTestable: v.array(v.object({ requirement: v.string(), because: v.picklist(['udp', 'noHost']) })),
    whole: v.array(v.string()),
    testedByStart: v.array(v.string()),
  }),
});
export type StoredNetworkTest = v.InferOutput<typeof storedTest>;

/** What is to be found in each resource once the fix is applied. */
const begunFix = v.object({
  subnetId: v.string(),
  resources: v.array(
    v.object({
      id: v.string(),
      marks: v.array(
        v.object({
          /** `rule`, `route`, `resource`, `part`, `beside`, or a setting of a subnet. */
          what: v.string(),
          name: v.string(),
          isThere: v.boolean(),
        }),
      ),
    }),
  ),
});

/** What a person decided about the fixes of some requirements. */
const keptWishes = v.object({
  ids: v.array(v.string()),
  way: v.optional(
    v.object({ rules: v.picklist(['narrow', 'broad']), gateway: v.optional(v.nullable(v.string())) }),
  ),
  includeOthers: v.boolean(),
  closesRest: v.optional(v.boolean(), false),
  entries: v.array(v.object({ key: v.string(), name: v.string(), priority: v.number() })),
});

/** The plan file that the choices came from, as it was opened. */
const openedPlanFile = v.object({ name: v.string(), text: v.pipe(v.string(), v.maxLength(1_000_000)) });

/** What was asked of these subnets when they were checked last. */
const judged = v.object({ requirements: v.array(v.string()), subnets: v.array(v.string()) });

const settingUp = v.object({
  workspaceId: v.string(),
  startedAt: v.string(),
  /** Nobody waits for it any more; Azure goes on. */
  isLeft: v.optional(v.boolean(), false),
});

/** What a person has chosen, as it is kept between windows. Fetched data is never stored. */
const storedChoices = v.object({
  subscription: v.nullable(v.string()),
  workspace: v.nullable(v.string()),
  /** What of workspace and subnet is preselected, and not a person's choice. */
  recommended: v.optional(recommendedSchema, noRecommendation),
  /** The workspace that a person selected last, for the next plan. */
  lastWorkspace: v.optional(v.nullable(v.string()), null),
  /** Regions of the workspace's services that Azure didn't give. */
  serviceRegions: v.optional(chosenRegionsSchema, []),
  kind: planKindSchema,
  /** Null: the workspace's default. */
  publicIp: v.nullable(v.boolean()),
  network: v.nullable(v.string()),
  subnet: v.nullable(v.string()),
  /** A network that the written files make; null where one that exists is chosen. */
  newNetwork: v.optional(v.nullable(networkOptionsSchema), null),
  /** Null: a free default. */
  name: v.nullable(v.string()),
  vmSize: v.nullable(v.string()),
  minNodes: count,
  /** Null: the smallest of 4, free addresses and quota. */
  maxNodes: v.nullable(count),
  idleMinutes: count,
  priority: v.picklist(['Dedicated', 'LowPriority']),
  profile: v.picklist(['current', '2020-12']),
  /** The form in which code was written last. */
  codeForm: v.optional(v.fallback(v.picklist(codeFormIds), 'bicep'), 'bicep'),
  /** Requirement ids whose fixes go into the code. */
  fixesInCode: v.array(v.array(v.string())),
  options: v.optional(sizeOptionsSchema, noOptions),
  attach: v.optional(attachChoicesSchema, noAttachChoices),
  planFile: v.optional(v.fallback(v.nullable(openedPlanFile), null), null),
  fixWishes: v.optional(v.array(keptWishes), []),
  creating: v.optional(v.fallback(v.nullable(storedCreation), null), null),
  /** A test of the network whose end wasn’t seen yet. */
  testing: v.optional(v.fallback(v.nullable(storedTest), null), null),
  /** A managed network that is being set up, so that a new window can go on waiting for it, unless it was left. */
  settingUp: v.optional(v.nullable(settingUp), null),
  /** A fix that is being applied: a window that is reloaded meanwhile says how much of it Azure has. */
  applying: v.optional(v.nullable(begunFix), null),
  /** Computes that nobody waits for any more and Azure goes on with, the last one first. */
  left: v.optional(
    v.pipe(
      v.array(v.fallback(v.nullable(storedCreation), null)),
      v.transform((all) => all.filter((one) => one !== null)),
    ),
    [],
  ),
  /** So that a newer version can say what it asks beyond. */
  judged: v.optional(v.array(judged), []),
});

export type StoredChoices = v.InferOutput<typeof storedChoices>;

export const noChoices: StoredChoices = {
  subscription: null,
  workspace: null,
  recommended: noRecommendation,
  lastWorkspace: null,
  serviceRegions: [],
  kind: 'cluster',
  publicIp: null,
  network: null,
  subnet: null,
  newNetwork: null,
  name: null,
  vmSize: null,
  minNodes: 0,
  maxNodes: null,
  idleMinutes: 2,
  priority: 'Dedicated',
  profile: 'current',
  codeForm: 'bicep',
  fixesInCode: [],
  options: noOptions,
  attach: noAttachChoices,
  planFile: null,
  fixWishes: [],
  creating: null,
  testing: null,
  settingUp: null,
  applying: null,
  left: [],
  judged: [],
};

/** All that is kept of a plan. */
export interface StoredPlan {
  readonly choices: StoredChoices;
  /** The section that was open. */
  readonly opened: OpenedSection | null;
  /** A creation was under way that this version can't read, so nothing follows it. */
  readonly lostCreation?: boolean;
  /** The same of a test of the network. */
  readonly lostTest?: boolean;
}

export const noPlan: StoredPlan = { choices: noChoices, opened: null };

const storedPlan = v.object({
  choices: storedChoices,
  opened: v.fallback(v.nullable(openedSectionSchema), null),
});

/** The stored plan; undefined where what is stored is not ours or of another version. */
export function decodeStoredPlan(raw: unknown): StoredPlan | undefined {
  const parsed = v.safeParse(storedPlan, raw);
  if (!parsed.success) return undefined;
  const { output } = parsed;
  const isLost = (name: 'creating' | 'testing'): boolean =>
    output.choices[name] === null && v.is(under[name], raw);
  return {
    ...output,
    ...(isLost('creating') ? { lostCreation: true } : {}),
    ...(isLost('testing') ? { lostTest: true } : {}),
  };
}

const anything = v.record(v.string(), v.unknown());
const under = {
  creating: v.object({ choices: v.object({ creating: anything }) }),
  testing: v.object({ choices: v.object({ testing: anything }) }),
};
