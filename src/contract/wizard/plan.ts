import * as v from 'valibot';
import { newNetworkViewSchema } from './new-network';
import { accessViewSchema } from './attach';
import { computeActionSchema, planKindSchema } from './plan-kind';
import { optionViews } from './size-options';
import { recommendationViewSchema } from './recommended';
import { regionsViewSchema } from './service-regions';
import { actionSchema, listStateSchema, noteSchema, outcomeCellSchema } from './shared-schemas';

export const sectionIds = ['workspace', 'compute', 'network', 'size', 'review'] as const;
export type SectionId = (typeof sectionIds)[number];

/** The section that the user opened; `none` if they closed it. */
export const openedSectionSchema = v.picklist([...sectionIds, 'none']);
export type OpenedSection = v.InferOutput<typeof openedSectionSchema>;

const section = v.object({
  /** The section's choices in one sentence, or what it contains to choose. */
  summary: v.string(),
  complete: v.boolean(),
  /** Why the section can't be opened yet; null if it can. */
  locked: v.nullable(v.string()),
  /** The missing input before the user can continue; null if the section is complete. */
  missing: v.nullable(v.string()),
});
export type PlanSection = v.InferOutput<typeof section>;

const notes = v.array(v.string());
const sectionNotes = v.object({
  workspace: notes,
  compute: notes,
  network: notes,
  size: notes,
  review: notes,
});

const subscriptionRow = v.object({ id: v.string(), name: v.string() });

const workspaceRow = v.object({
  id: v.string(),
  name: v.string(),
  resourceGroup: v.string(),
  region: v.string(),
  privateLink: v.string(),
  network: v.string(),
  /** “hub”, “project”, …; null for a plain workspace. */
  kind: v.nullable(v.string()),
  /** How many of its subnets are ready; null while that is computed. */
  outcome: v.nullable(outcomeCellSchema),
  spoken: v.string(),
});
export type WorkspaceRow = v.InferOutput<typeof workspaceRow>;

const workspaceChoices = v.object({
  subscriptions: v.object({
    state: listStateSchema,
    rows: v.array(subscriptionRow),
    /** Reports rows that aren't listed: the user hid them, or their organization requires a sign-in. */
    note: v.nullable(noteSchema),
  }),
  subscription: v.nullable(v.string()),
  workspaces: v.object({ state: listStateSchema, rows: v.array(workspaceRow) }),
  workspace: v.nullable(v.string()),
  /** Set if the chosen workspace is preselected; null if the user selected it. */
  recommended: v.nullable(recommendationViewSchema),
  /** Why compute can't be created with this choice, with an action if there is one. */
  note: v.nullable(v.object({ text: v.string(), action: v.nullable(actionSchema) })),
});

/** A radio button. Its line describes the consequence, or why the choice isn't available. */
const choice = v.object({
  value: v.string(),
  label: v.string(),
  line: v.string(),
  available: v.boolean(),
  help: v.nullable(actionSchema),
});
export type SelectOption = v.InferOutput<typeof choice>;

const computeChoices = v.object({
  kinds: v.array(v.object({ ...choice.entries, value: planKindSchema, action: computeActionSchema })),
  kind: planKindSchema,
  publicIps: v.array(choice),
  /** `yes` or `no`; null in a managed virtual network, where it can't be chosen. */
  publicIp: v.nullable(v.string()),
});

const outboundRuleRow = v.object({
  name: v.string(),
  kind: v.string(),
  to: v.string(),
  state: v.string(),
  active: v.boolean(),
});

const managed = v.object({
  /** “mlw-risk-prod runs its own network. …” */
  why: v.string(),
  heading: v.string(),
  rules: v.array(outboundRuleRow),
  setUp: v.string(),
  isSetUp: v.boolean(),
  /** The button if the network isn't set up yet and can be. While it's being set up: stop waiting, or refresh. */
  setUpButton: v.nullable(
    v.object({ label: v.string(), does: v.picklist(['set-up', 'stop-waiting', 'look-again']) }),
  ),
});
export type Managed = v.InferOutput<typeof managed>;

const network = v.object({
  /** null if the user chooses a subnet. */
  managed: v.nullable(managed),
  /** A network to create; null if an existing network is chosen. */
  proposed: v.nullable(newNetworkViewSchema),
  network: v.nullable(v.string()),
  subnet: v.nullable(v.string()),
  /** Set if the chosen subnet is preselected; null if the user selected it. */
  recommended: v.nullable(recommendationViewSchema),
  /** Another subnet that is ready as it is, if the chosen one isn't; otherwise null. */
  ready: v.nullable(v.object({ id: v.string(), text: v.string(), label: v.string() })),
  /** null if regions don't matter: for an attached resource, and in a managed virtual network. */
  regions: v.nullable(regionsViewSchema),
});

const vmSizeRow = v.object({
  name: v.string(),
  cores: v.number(),
  memory: v.string(),
  gpus: v.number(),
  quota: v.string(),
  /** “€0.23 an hour”; null if Azure doesn't return a price. */
  price: v.nullable(v.string()),
  available: v.boolean(),
});
export type VmSizeRow = v.InferOutput<typeof vmSizeRow>;

/** Severity of a result that states that something isn't enough for all nodes. */
const shortageSchema = v.picklist(['error', 'warning']);

/** The addresses of the subnet, in four parts; null if its usage isn't readable. */
export const capacitySchema = v.object({
  total: v.number(),
  inUse: v.nullable(v.number()),
  reserved: v.number(),
  plan: v.number(),
  left: v.number(),
  /** The full text, which the bar only illustrates. */
  text: v.string(),
  reservedFor: v.nullable(v.string()),
  /** “Needs 8, 5 are free: at most 5 nodes will start.” */
  short: v.nullable(v.string()),
  /** Severity of that result. Null if `short` isn't set. */
  shortage: v.nullable(shortageSchema),
  /** The number of nodes that fits; offered if `short` is set. */
  setTo: v.nullable(v.number()),
});
export type Capacity = v.InferOutput<typeof capacitySchema>;

const size = v.object({
  name: v.string(),
  nameState: v.object({
    is: v.picklist(['unchecked', 'checking', 'free', 'taken', 'error', 'warning', 'problem']),
    text: v.string(),
  }),
  vmSizes: v.object({ state: listStateSchema, rows: v.array(vmSizeRow) }),
  vmSize: v.nullable(v.string()),
  /** “US$0.23 per node and hour”; null without a selected size. */
  price: v.nullable(v.string()),
  quota: v.nullable(v.object({ text: v.string(), shortage: v.nullable(shortageSchema) })),
  /** Null for an instance. */
  nodes: v.nullable(
    v.object({
      min: v.number(),
      max: v.number(),
      idleMinutes: v.number(),
      priority: v.picklist(['Dedicated', 'LowPriority']),
      /** Why the numbers are invalid; null if they're valid. */
      problem: v.nullable(v.string()),
    }),
  ),
  capacity: v.nullable(capacitySchema),
  ...optionViews,
});

/** The page that replaces the plan before sign-in. */
const startPage = v.object({
  isSigningIn: v.boolean(),
  /** Why signing in failed or isn't enough; null if the user didn't sign in yet. */
  problem: v.nullable(v.string()),
  signIn: actionSchema,
  /** Number of files in the folder that describe networks; null if no folder is open. */
  files: v.nullable(v.union([v.number(), v.literal('counting')])),
});
export type StartPage = v.InferOutput<typeof startPage>;

export const planSchema = v.object({
  /** null after the sign-in, and if there is a stored plan. */
  start: v.nullable(startPage),
  /** BCP 47 tag of VS Code's language, for the page's labels. */
  language: v.string(),
  sample: v.boolean(),
  /** Name of the signed-in account; null for the sample. */
  account: v.nullable(v.string()),
  /** Set if the sign-in ended while the plan was open; null while it's valid. */
  signIn: v.nullable(noteSchema),
  /** The section that was opened last, in any window; null until one was. */
  opened: v.nullable(openedSectionSchema),
  /** Counts how often another surface opened a section here: when it changes, the page opens that section too. */
  led: v.number(),
  /** True if the subnet is preselected, and the user hasn't opened a section yet. */
  preselected: v.boolean(),
  sections: v.object({
    workspace: section,
    compute: section,
    network: section,
    size: section,
    review: section,
  }),
  /**
   * The plan file that the choices came from, with its parts that are missing in Azure or differ; null without a plan
   * file.
   */
  planFile: v.nullable(v.object({ name: v.string(), notes: sectionNotes })),
  workspace: workspaceChoices,
  compute: computeChoices,
  network,
  size,
  /** Replaces sizes if a resource is attached; otherwise null. */
  access: v.nullable(accessViewSchema),
});
export type PlanView = v.InferOutput<typeof planSchema>;
