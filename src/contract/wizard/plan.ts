import * as v from 'valibot';
import { newNetworkViewSchema } from './new-network';
import { accessViewSchema } from './attach';
import { computeActionSchema, planKindSchema } from './plan-kind';
import { optionViews } from './size-options';
import { recommendationViewSchema } from './recommended';
import { regionsViewSchema } from './service-regions';
import { actionSchema, listStateSchema, noteSchema, outcomeCellSchema } from './shared-schemas';

export const sectionIds = ['where', 'what', 'network', 'size', 'review'] as const;
export type SectionId = (typeof sectionIds)[number];

/** The section that a person opened; `none` where they closed it. */
export const openedSectionSchema = v.picklist([...sectionIds, 'none']);
export type OpenedSection = v.InferOutput<typeof openedSectionSchema>;

const section = v.object({
  /** Its choices as one sentence, or what it will ask. */
  summary: v.string(),
  complete: v.boolean(),
  /** Why it cannot open yet; null where it can. */
  locked: v.nullable(v.string()),
  /** What is missing before one may continue; null where nothing is. */
  missing: v.nullable(v.string()),
});
export type PlanSection = v.InferOutput<typeof section>;

const notes = v.array(v.string());
const sectionNotes = v.object({ where: notes, what: notes, network: notes, size: notes, review: notes });

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

const where = v.object({
  subscriptions: v.object({
    state: listStateSchema,
    rows: v.array(subscriptionRow),
    /** What is not among the rows: hidden by the person's own choice, or of an organization that asks to sign in. */
    note: v.nullable(noteSchema),
  }),
  subscription: v.nullable(v.string()),
  workspaces: v.object({ state: listStateSchema, rows: v.array(workspaceRow) }),
  workspace: v.nullable(v.string()),
  /** The chosen workspace is preselected; null where a person selected it. */
  recommended: v.nullable(recommendationViewSchema),
  /** Why no compute can be made in what was picked, with a way on where there is one. */
  note: v.nullable(v.object({ text: v.string(), action: v.nullable(actionSchema) })),
});

/** A radio button: its line says what it implies, or why it is not available. */
const choice = v.object({
  value: v.string(),
  label: v.string(),
  line: v.string(),
  available: v.boolean(),
  help: v.nullable(actionSchema),
});
export type SelectOption = v.InferOutput<typeof choice>;

const what = v.object({
  kinds: v.array(v.object({ ...choice.entries, value: planKindSchema, action: computeActionSchema })),
  kind: planKindSchema,
  publicIps: v.array(choice),
  /** `yes` or `no`; null in a managed network, where nobody chooses. */
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
  /** It is not set up yet, and can be from here; or it is being set up, and need not be waited for, or is looked at. */
  setUpButton: v.nullable(
    v.object({ label: v.string(), does: v.picklist(['set-up', 'stop-waiting', 'look-again']) }),
  ),
});
export type Managed = v.InferOutput<typeof managed>;

const network = v.object({
  /** Null where the person chooses a subnet. */
  managed: v.nullable(managed),
  /** A network that does not exist yet; null where one that exists is chosen. */
  proposed: v.nullable(newNetworkViewSchema),
  network: v.nullable(v.string()),
  subnet: v.nullable(v.string()),
  /** The chosen subnet is preselected; null where a person selected it. */
  recommended: v.nullable(recommendationViewSchema),
  /** Null where no region is of account: of what is attached, and in a managed network. */
  regions: v.nullable(regionsViewSchema),
});

const vmSizeRow = v.object({
  name: v.string(),
  cores: v.number(),
  memory: v.string(),
  gpus: v.number(),
  quota: v.string(),
  /** “€0.23 an hour”; null where Azure gives no price. */
  price: v.nullable(v.string()),
  available: v.boolean(),
});
export type VmSizeRow = v.InferOutput<typeof vmSizeRow>;

/** The addresses of the subnet, in four parts; null where use is not readable. */
export const capacitySchema = v.object({
  total: v.number(),
  inUse: v.nullable(v.number()),
  promised: v.number(),
  plan: v.number(),
  left: v.number(),
  /** The truth, which the bar only repeats. */
  text: v.string(),
  promisedTo: v.nullable(v.string()),
  /** “Needs 8, 5 are free: at most 5 nodes will start.” */
  short: v.nullable(v.string()),
  /** The number of nodes that fits; offered where `short` is said. */
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
  quota: v.nullable(v.object({ text: v.string(), enough: v.boolean() })),
  /** Null for an instance. */
  nodes: v.nullable(
    v.object({
      min: v.number(),
      max: v.number(),
      idleMinutes: v.number(),
      priority: v.picklist(['Dedicated', 'LowPriority']),
      /** What is wrong with the numbers; null where nothing is. */
      problem: v.nullable(v.string()),
    }),
  ),
  capacity: v.nullable(capacitySchema),
  ...optionViews,
});

/** What is shown instead of a plan while nobody is signed in. */
const startPage = v.object({
  isSigningIn: v.boolean(),
  /** Why signing in didn't work, or isn't enough; null where nobody tried. */
  problem: v.nullable(v.string()),
  signIn: actionSchema,
  /** Files of the folder that describe networks. */
  files: v.number(),
});
export type StartPage = v.InferOutput<typeof startPage>;

export const planSchema = v.object({
  /** Null after the sign-in, and where a plan is kept. */
  start: v.nullable(startPage),
  /** BCP 47 tag of VS Code's language: the page words its labels in it. */
  language: v.string(),
  sample: v.boolean(),
  /** Name of who is signed in; null for the sample. */
  account: v.nullable(v.string()),
  /** The sign-in ended while the plan was open; null while it holds. */
  signIn: v.nullable(noteSchema),
  /** What was opened last, in any window; null until something was. */
  opened: v.nullable(openedSectionSchema),
  /** Counts how often another door of the product opened a section here: then the page opens it too. */
  led: v.number(),
  /** Workspace and subnet are preselected, and nobody selected or opened anything yet. */
  preselected: v.boolean(),
  sections: v.object({ where: section, what: section, network: section, size: section, review: section }),
  /** The plan file that the choices came from, and what of it is missing in Azure or differs; null where there is none. */
  planFile: v.nullable(v.object({ name: v.string(), notes: sectionNotes })),
  where,
  what,
  network,
  size,
  /** Instead of sizes, where something is attached; null where it is not. */
  access: v.nullable(accessViewSchema),
});
export type PlanView = v.InferOutput<typeof planSchema>;
