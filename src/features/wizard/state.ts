import type { CheckInput } from '../../checks/check-subnet';
import type { ResourceChange } from '../../core/resource-change';
import type {
  ComputeState,
  CoreQuota,
  IdentitySummary,
  LiveServiceTags,
  SubscriptionSummary,
  TenantSummary,
  VmSize,
  WorkspaceSummary,
  AzureConnection,
  ChangeOutcome,
} from '../../azure/ports';
import type { Proposal } from './proposal';
import type { FoundFix } from './started-fix';
import type { AzureFailure } from '../../azure/failure';
import type { Confirmation } from '../../core/confirmation';
import type { AttachTarget } from '../../core/attach-target';
import type { OutcomeIcon } from '../../contract/wizard/shared-schemas';
import type { OpenedSection } from '../../contract/wizard/plan';
import type { StoredChoices, StoredPlan } from '../../contract/wizard/stored-choices';
import type { CodePlace } from '../../documents/python/default-image';
import type { Cause } from '../../core/cause';
import type { SubnetEvidence } from '../../core/evidence';
import type { WorkspaceDiagnosis } from '../../core/diagnosis';
import type { Fix } from '../../core/fix';
import type { Governance, ManagementLock } from '../../core/governance';
import type { CheckResult } from '../../core/check-result';
import type { NetworkChange } from '../../core/network/changes';
import type { OfferedRule } from '../../checks/fixes/build-fix';
import type { FixAlternative, FixOptions } from '../../checks/fixes/fix-options';
import type { Reason } from '../../core/reason';
import type { NetworkModel, ResourceId } from '../../core/network/model';
import type { WorkspaceServices } from '../../core/services/services';
import type { TagCatalog } from '../../core/tags/tag-catalog';
import type { CreationState } from './creation-state';

/** A value that Azure is asked for: not asked yet, asked, there, or not to be had. */
export type Loaded<T> =
  | { readonly is: 'waiting' }
  | { readonly is: 'reading' }
  | { readonly is: 'ready'; readonly value: T; readonly readAt: string }
  | { readonly is: 'problem'; readonly failure: AzureFailure; readonly retryAt: string | null };

export const notLoaded: Loaded<never> = { is: 'waiting' };
export const loading: Loaded<never> = { is: 'reading' };

/** The value where it is there. */
export function loadedValue<T>(loaded: Loaded<T>): T | undefined {
  return loaded.is === 'ready' ? loaded.value : undefined;
}

/** What the check said of the chosen subnet (or of the managed network). */
export interface Evaluation {
  readonly revision: number;
  readonly results: readonly CheckResult[];
  /** What decides over those that fail or aren't known. */
  readonly causes: readonly Cause[];
  /** The same by today's requirements, whichever are shown: what is created is created today. */
  readonly today: readonly CheckResult[];
  /** The same of the target's other subnets, by id; empty where there are none. */
  readonly beside: ReadonlyMap<ResourceId, readonly CheckResult[]>;
  /** Requirements with a proven fix of their own. */
  readonly fixable: ReadonlySet<string>;
  /** What the fix of one of them changes, where that costs or removes something: it's never made together with others unasked. */
  readonly apart: ReadonlyMap<string, readonly ResourceChange[]>;
  /** Why no fix of their own fits, where a limit of Azure stands in the way. */
  readonly unfixable: ReadonlyMap<string, Reason>;
  /** ISO time at which what it stands on was read. */
  readonly readAt: string;
  /** Subnet, workspace, and plan that it's about: what was said of another is no history of this one. */
  readonly about: string;
  /** The results before the last change; none where they were of another plan. */
  readonly before: readonly CheckResult[];
}

/** Services as they were read for a network; null where no network is ours to choose. */
interface ServicesRead {
  readonly networkId: ResourceId | null;
  readonly value: WorkspaceServices;
}

/** A Python file of the workspace that takes a default image of Microsoft and manages its dependencies itself. */
export interface DefaultImageUse extends CodePlace {
  /** Its path in the workspace: for the page alone, never for a log. */
  readonly file: string;
}

/** An error message that is explained, or asked for where it's empty; or Azure's own diagnosis. */
type OpenReport = { readonly is: 'error'; readonly message: string } | { readonly is: 'diagnosis' };

/** The network request that is open in the plan's place. */
interface OpenNetworkRequest {
  /** Requirements that it was opened for; null for all. */
  readonly ids: readonly string[] | null;
  /** What of it is shown: `cause`, `action`, `all`, or a layer. */
  readonly part: string;
}

interface DiagnosisRead {
  readonly workspaceId: ResourceId;
  readonly value: WorkspaceDiagnosis;
  readonly readAt: string;
  /** What Azure computed and saw in the subnet that was chosen then; null where none was. */
  readonly evidence: { readonly subnetId: ResourceId; readonly value: SubnetEvidence } | null;
}

/** Somebody else changed what the results stand on. */
interface ChangeNotice {
  readonly changes: readonly NetworkChange[];
  /** ISO time of the reading that found it. */
  readonly at: string;
  /** Requirements whose result is another now, in the order of the results. */
  readonly changedIds: readonly string[];
}

export interface FixInPreview {
  readonly id: string;
  readonly kind: 'fix' | 'undo';
  readonly fix: Fix;
  readonly options: FixOptions;
  readonly ways: readonly FixAlternative[];
  /** The person would rather ask whoever owns what stands in the way: nothing is changed from here. */
  readonly asksOwner: boolean;
  /** Once it's applied, the failed creation starts again. */
  readonly retries: boolean;
  readonly entries: readonly OfferedRule[];
  /** The networks as they were when the fix was found: the tables show before and after, also once it is applied. */
  readonly model: NetworkModel;
  readonly ids: readonly string[];
  /** The subnet it was proven for. */
  readonly subnetId: string;
  readonly after: readonly CheckResult[];
  /** What `after` was found with, besides the networks. */
  readonly facts: CheckInput;
  /** `outdated`: what it was proven on changed, and it does not hold as it is shown. */
  readonly state: 'preview' | 'outdated' | 'applying' | 'reading' | 'applied' | 'refused';
  /** Resources that are changed in Azure, in order, and the one that is being changed. */
  readonly changed: readonly ResourceId[];
  readonly current: ResourceId | null;
  /** ISO time at which Azure is no longer waited for in that change. */
  readonly waitsUntil?: string;
  /** How applying it ended, or why it can't be applied as it's shown; null before. */
  readonly outcome: FixOutcome | null;
  /** The networks as they were read once it was applied: it is taken back only while they are so. */
  readonly left: NetworkModel | null;
}

/** How applying a fix ended. */
export type FixOutcome =
  /** As previewed, at an ISO time. */
  | { readonly is: 'as-previewed'; readonly at: string }
  /** So many results aren't as previewed. */
  | { readonly is: 'otherwise'; readonly results: number }
  /** It was applied, and what it came to couldn't be read. */
  | { readonly is: 'unread'; readonly why: AzureFailure }
  /** Azure refused a change, or an endpoint waits for approval. */
  | { readonly is: 'ended'; readonly by: Omit<ChangeOutcome, 'changed'> }
  /** The networks changed meanwhile. */
  | { readonly is: 'outdated' };

/** What the check says of the row of a list. */
export interface RowOutcome {
  readonly icon: OutcomeIcon;
  /** Parts of one line. */
  readonly text: readonly Reason[];
}

/** The fixes that go into the code. */
export interface CodeFixes {
  readonly fixes: readonly Fix[];
  /** Requirements whose fix doesn't hold any more; null where each one does. */
  readonly untested: readonly string[] | null;
}

/** What follows from facts, choices, and processes, and is never stored. */
export interface DerivedState {
  /** The network that does not exist yet, where the plan is for one. */
  readonly proposal: Proposal | null;
  readonly evaluation: Evaluation | null;
  /** The fixes that go into the code, as they are found now. */
  readonly codeFixes: CodeFixes;
  /** The results of the subnet that a creation is for, by its own plan; empty where they can't be known. */
  readonly creationResults: readonly CheckResult[];
  readonly rows: DerivedRows;
}

/** Rows of lists, by their IDs. */
export interface DerivedRows {
  /** Why a row can't be used for the plan; null where it can. */
  readonly unfit: (id: ResourceId) => Reason | null;
  /** How many subnets of a workspace are ready; null where that isn't asked of it, undefined while it's computed. */
  readonly workspace: (id: ResourceId) => RowOutcome | null | undefined;
  /** Rows that are checked whether they're in view or not. */
  readonly checked: readonly ResourceId[];
  /** A row's result; undefined where it's still to be computed, and where it isn't in view. */
  readonly outcome: (id: ResourceId) => RowOutcome | undefined;
  /** The same of any row, and before compute resources are read, as if there were none. */
  readonly expected: (id: ResourceId) => RowOutcome | undefined;
}

export interface WizardState extends StoredState, DerivedState {}

/** What was read from Azure, what the person chose, and what is under way. */
export interface StoredState {
  readonly choices: StoredChoices;
  /** The section that the person opened; apart from the choices, on which lists and results depend. */
  readonly opened: OpenedSection | null;
  /** How often another door of the product opened a section. */
  readonly led: number;
  readonly connection: Loaded<AzureConnection>;
  readonly subscriptions: Loaded<readonly SubscriptionSummary[]>;
  /** Organizations of the account as they were then. */
  readonly tenants: readonly TenantSummary[];
  /** Ids of the subscriptions to show, in lower case; null for all. */
  readonly shown: readonly string[] | null;
  /** A sign-in that ended while the plan was open; null while it holds. */
  readonly signedOut: AzureFailure | null;
  readonly workspaces: Loaded<readonly WorkspaceSummary[]>;
  readonly networks: Loaded<NetworkModel>;
  /** The subnet that was read by itself last, and when; what was found may be what the list had. */
  readonly subnetRead: { readonly id: ResourceId; readonly at: string } | null;
  /** What could be attached, of the chosen kind. */
  readonly targets: Loaded<readonly AttachTarget[]>;
  readonly computes: Loaded<readonly ComputeState[]>;
  /** Where reading them again failed: as read before, with what is known of them since; else null. */
  readonly earlierComputes: readonly ComputeState[] | null;
  /** Computes of the region's other workspaces, as far as they may be read: names are unique in a region. */
  readonly otherComputes: readonly ComputeState[];
  readonly vmSizes: Loaded<readonly VmSize[]>;
  readonly quotas: Loaded<readonly CoreQuota[]>;
  readonly identities: Loaded<readonly IdentitySummary[]>;
  /** A private key was given last, and not kept. */
  readonly privateKeyRefused: boolean;
  readonly liveTags: Loaded<LiveServiceTags>;
  readonly tags: TagCatalog | null;
  /** What rules over the chosen place in Azure; null until it was read. */
  readonly governance: Governance | null;
  /** What the chosen workspace keeps its data in, and private DNS zones; null until it was read. */
  readonly services: ServicesRead | null;
  /** Azure didn't answer when they were read last. */
  readonly servicesFailed: boolean;
  /** Locks in the chosen subscription; empty until they are read, and where they may not be. */
  readonly locks: readonly ManagementLock[];
  /** Azure's own list is empty or lacks tags, so that the shipped one is taken. */
  readonly liveTagsLack: boolean;
  /** Rows of long lists that were in view. */
  readonly seenRows: ReadonlySet<ResourceId>;
  /** How often networks or targets were listed: a new list is put in order. */
  readonly listings: number;
  /** The results that the lists are ordered by: renewed when the user chooses, so that no row moves while others read. */
  readonly rowOrder: ReadonlyMap<ResourceId, RowOutcome>;
  readonly checking: boolean;
  /** Why the last reading of the chosen subnet failed; null where it did not. */
  readonly staleBecause: AzureFailure | null;
  /** Told until the person dismisses it or chooses something else. */
  readonly notice: ChangeNotice | null;
  /** Requirements that are new since the chosen subnet was checked last, until the person has seen that. */
  readonly newRequirements: readonly string[];
  readonly preview: FixInPreview | null;
  /** The last fix that was applied, whole or in part, until it is taken back or dismissed. */
  readonly applied: FixInPreview | null;
  /** What a fix came to that was being applied when the window was reloaded, and when that was read. */
  readonly found: (FoundFix & { readonly at: string }) | null;
  /** Counts previews, so that each has an id that no other ever had. */
  readonly previews: number;
  /** Where the plan was written as code; null until then, and once the plan changes. */
  readonly written: WrittenCodeFiles | null;
  readonly creation: CreationState | null;
  /** A creation was under way that this version can't read. */
  readonly lostCreation: boolean;
  /** The same of a test of the network. */
  readonly lostTest: boolean;
  /** The page that explains something; null while it's closed. */
  readonly report: OpenReport | null;
  /** Null while no request is open. */
  readonly request: OpenNetworkRequest | null;
  /** What others confirmed, of every subnet; also what no longer holds. */
  readonly confirmations: readonly Confirmation[];
  /** Azure's own diagnosis of a workspace, since it was asked for; null before. */
  readonly diagnosis: DiagnosisRead | null;
  /** How far reading it is. */
  readonly diagnosing: Loaded<unknown>;
  /** Looked for where the requirements of December 2020 are chosen. */
  readonly defaultImages: readonly DefaultImageUse[];
  /** A workspace or a subnet to start with is being looked for: other checks wait for it. */
  readonly searching: boolean;
  /** A sign-in from the first page. */
  readonly signingIn: 'none' | 'under-way' | 'failed';
  /** Files of the workspace that describe networks; counted while nobody is signed in. */
  readonly networkFiles: number;
  /** VS Code trusts the workspace: files may be written to it. */
  readonly isTrusted: boolean;
}

/** Files of code, each with what is in it. */
interface WrittenCodeFiles {
  readonly folder: string;
  readonly files: readonly { readonly name: string; readonly uri: string; readonly holds: FileContent }[];
}

/** A file has the plan itself, the values of its parameters, or changes in another resource group. */
export type FileContent = 'template' | 'values' | 'module' | 'providers' | 'commands';

/** The state with other parts: what is derived is still that of the state. */
export function withParts(state: WizardState, parts: Partial<WizardState>): WizardState {
  return Object.create(state, Object.getOwnPropertyDescriptors(parts)) as WizardState;
}

/** What of another subscription, or of another plan, is shown no more. */
export const forgottenBelowSubscription = {
  seenRows: new Set<ResourceId>(),
  rowOrder: new Map<ResourceId, RowOutcome>(),
  preview: null,
  networks: notLoaded,
  subnetRead: null,
  workspaces: notLoaded,
  targets: notLoaded,
  computes: notLoaded,
  earlierComputes: null,
  vmSizes: notLoaded,
  quotas: notLoaded,
  identities: notLoaded,
  checking: false,
  staleBecause: null,
  notice: null,
  newRequirements: [],
  governance: null,
  services: null,
  servicesFailed: false,
  locks: [],
} as const satisfies Partial<StoredState>;

export function firstState({
  choices,
  opened,
  lostCreation = false,
  lostTest = false,
}: StoredPlan): StoredState {
  return {
    choices,
    opened,
    led: 0,
    connection: notLoaded,
    subscriptions: notLoaded,
    tenants: [],
    shown: null,
    signedOut: null,
    workspaces: notLoaded,
    networks: notLoaded,
    subnetRead: null,
    targets: notLoaded,
    computes: notLoaded,
    earlierComputes: null,
    otherComputes: [],
    vmSizes: notLoaded,
    quotas: notLoaded,
    identities: notLoaded,
    privateKeyRefused: false,
    liveTags: notLoaded,
    tags: null,
    governance: null,
    services: null,
    servicesFailed: false,
    locks: [],
    liveTagsLack: false,
    seenRows: new Set(),
    listings: 0,
    rowOrder: new Map(),
    checking: false,
    staleBecause: null,
    notice: null,
    newRequirements: [],
    preview: null,
    applied: null,
    found: null,
    previews: 0,
    written: null,
    creation: null,
    lostCreation,
    lostTest,
    report: null,
    request: null,
    confirmations: [],
    diagnosis: null,
    diagnosing: notLoaded,
    defaultImages: [],
    isTrusted: false,
    searching: false,
    signingIn: 'none',
    networkFiles: 0,
  };
}
