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

/** A compute resource that is being created or attached, stored so that a new window can continue to follow it. */
const currentCreation = v.object({
  version: v.literal(2),
  plan: creationPlan,
  startedAt: v.string(),
  /** ISO times. Once Azure accepted the request, this plan owns the resource. */
  times: v.object({
    free: v.optional(v.string()),
    sent: v.optional(v.string()),
    accepted: v.optional(v.string()),
  }),
  requestId: v.nullable(v.string()),
});
export type StoredCreation = v.InferOutput<typeof currentCreation>;

/** The format before version 2. */
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

/** A network test from a node. A new window finds its job by its name, which is derived from its start time. */
const storedTest = v.object({
  version: v.literal(1),
  /** The compute resource, as it was created. */
  creation: currentCreation,
  /** ISO time at which the compute resource was ready. */
  readyAt: v.string(),
  startedAt: v.string(),
  /** True if the user stopped it before Azure had its job. The job is canceled once it exists. */
  isStopping: v.optional(v.boolean(), false),
  path: v.nullable(v.string()),
  plan: v.object({
    targets: v.array(
      v.object({
        requirement: v.string(),
        host: v.string(),
        port: v.number(),
        addresses: v.optional(v.pipe(v.array(v.string()), v.readonly()), []),
      }),
    ),
    notTestable: v.array(v.object({ requirement: v.string(), because: v.picklist(['udp', 'noHost']) })),
    whole: v.array(v.string()),
    testedByStart: v.array(v.string()),
  }),
});
export type StoredNetworkTest = v.InferOutput<typeof storedTest>;

/** The state to expect in each resource once the fix is applied. */
const storedFix = v.object({
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

/** The user's choices for the fixes of some requirements. */
const storedFixOptions = v.object({
  ids: v.array(v.string()),
  alternative: v.optional(
    v.object({ rules: v.picklist(['narrow', 'broad']), gateway: v.optional(v.nullable(v.string())) }),
  ),
  includeOthers: v.boolean(),
  deniesOtherOutbound: v.optional(v.boolean(), false),
  entries: v.array(v.object({ key: v.string(), name: v.string(), priority: v.number() })),
});

/** The plan file that the choices came from, as it was opened. */
const openedPlanFile = v.object({ name: v.string(), text: v.pipe(v.string(), v.maxLength(1_000_000)) });

/** Requirements that were checked last for these subnets. */
const checkedSubnets = v.object({ requirements: v.array(v.string()), subnets: v.array(v.string()) });

const settingUp = v.object({
  workspaceId: v.string(),
  startedAt: v.string(),
  /** True if the window stopped waiting for it. Azure continues. */
  isLeft: v.optional(v.boolean(), false),
});

/** The user's choices, as stored between windows. Fetched data is never stored. */
const storedChoices = v.object({
  subscription: v.nullable(v.string()),
  workspace: v.nullable(v.string()),
  /** Which of workspace and subnet the wizard preselected. */
  recommended: v.optional(recommendedSchema, noRecommendation),
  /** The workspace that the user selected last, for the next plan. */
  lastWorkspace: v.optional(v.nullable(v.string()), null),
  /** Regions of the workspace's services that Azure didn't return. */
  serviceRegions: v.optional(chosenRegionsSchema, []),
  kind: planKindSchema,
  /** Null: the workspace's default. */
  publicIp: v.nullable(v.boolean()),
  network: v.nullable(v.string()),
  subnet: v.nullable(v.string()),
  /** A network that the generated files create; null if an existing one is chosen. */
  newNetwork: v.optional(v.nullable(networkOptionsSchema), null),
  /** null: an unused default name. */
  name: v.nullable(v.string()),
  vmSize: v.nullable(v.string()),
  minNodes: count,
  /** null: the smallest of 4, free addresses, and quota. */
  maxNodes: v.nullable(count),
  idleMinutes: count,
  priority: v.picklist(['Dedicated', 'LowPriority']),
  profile: v.picklist(['current', '2020-12']),
  /** The format of code that was written last. */
  codeForm: v.optional(v.fallback(v.picklist(codeFormIds), 'bicep'), 'bicep'),
  /** Requirement ids whose fixes go into the code. */
  fixesInCode: v.array(v.array(v.string())),
  options: v.optional(sizeOptionsSchema, noOptions),
  attach: v.optional(attachChoicesSchema, noAttachChoices),
  planFile: v.optional(v.fallback(v.nullable(openedPlanFile), null), null),
  fixOptionsInCode: v.optional(v.array(storedFixOptions), []),
  creating: v.optional(v.fallback(v.nullable(storedCreation), null), null),
  /** A test of the network whose end wasn’t seen yet. */
  testing: v.optional(v.fallback(v.nullable(storedTest), null), null),
  /**
   * A managed virtual network that is being set up. A new window continues to wait for it, unless the user stopped
   * waiting.
   */
  settingUp: v.optional(v.nullable(settingUp), null),
  /** A fix that is being applied. If the window reloads meanwhile, it reports how much of the fix Azure has. */
  applying: v.optional(v.nullable(storedFix), null),
  /** Compute resources that Azure still creates, but that no window follows. The last one is first. */
  left: v.optional(
    v.pipe(
      v.array(v.fallback(v.nullable(storedCreation), null)),
      v.transform((all) => all.filter((one) => one !== null)),
    ),
    [],
  ),
  /** Stored so that a newer version can report its additional requirements. */
  checkedSubnets: v.optional(v.array(checkedSubnets), []),
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
  fixOptionsInCode: [],
  creating: null,
  testing: null,
  settingUp: null,
  applying: null,
  left: [],
  checkedSubnets: [],
};

/** All stored data of a plan. */
export interface StoredPlan {
  readonly choices: StoredChoices;
  /** The section that was open. */
  readonly opened: OpenedSection | null;
  /** True if a creation was running that this version can't read, so nothing follows it. */
  readonly lostCreation?: boolean;
  /** True if a network test was running that this version can't read. */
  readonly lostTest?: boolean;
}

export const noPlan: StoredPlan = { choices: noChoices, opened: null };

const storedPlan = v.object({
  choices: storedChoices,
  opened: v.fallback(v.nullable(openedSectionSchema), null),
});

/** Decodes the stored plan; undefined if it has another format or version. */
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
