import type { CheckInput } from '../../checks/check-subnet';
import type { ResourceChange } from '../../core/resource-change';
import type {
  ComputeState,
  IdentitySummary,
  LiveServiceTags,
  SubscriptionSummary,
  TenantSummary,
  VmSize,
  WorkspaceSummary,
  AzureConnection,
  ChangeOutcome,
} from '../../azure/ports';
import type { NewTargetType } from '../../plans/code/new-target/new-target';
import type { Proposal } from './proposal';
import type { FoundFix } from './started-fix';
import type { AzureFailure } from '../../azure/failure';
import type { PlanKind } from '../../core/compute-kinds';
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
import type { CoreQuota, Governance, ManagementLock } from '../../core/governance';
import type { CheckResult } from '../../core/check-result';
import type { NetworkChange } from '../../core/network/changes';
import type { OfferedRule } from '../../checks/fixes/build-fix';
import type { FixAlternative, FixOptions } from '../../checks/fixes/fix-options';
import type { Reason } from '../../core/reason';
import type { NetworkModel, ResourceId } from '../../core/network/model';
import type { WorkspaceServices } from '../../core/services/services';
import type { TagCatalog } from '../../core/tags/tag-catalog';
import type { CreationState } from './creation-state';

/** A value that is read from Azure: waiting, being read, ready, or failed. */
export type Loaded<T> =
  | { readonly is: 'waiting' }
  | { readonly is: 'reading' }
  | { readonly is: 'ready'; readonly value: T; readonly readAt: string }
  | { readonly is: 'problem'; readonly failure: AzureFailure; readonly retryAt: string | null };

export const notLoaded: Loaded<never> = { is: 'waiting' };
export const loading: Loaded<never> = { is: 'reading' };

/** Returns the value if it's ready. */
export function loadedValue<T>(loaded: Loaded<T>): T | undefined {
  return loaded.is === 'ready' ? loaded.value : undefined;
}

/** The check of the chosen subnet (or of the managed virtual network). */
export interface Evaluation {
  readonly revision: number;
  readonly results: readonly CheckResult[];
  /** Causes of failed and unknown results. */
  readonly causes: readonly Cause[];
  /** The results by today's requirements, whichever are shown, because a resource is created today. */
  readonly today: readonly CheckResult[];
  /** Results of the target's other subnets, by ID; can be empty. */
  readonly ofOtherSubnets: ReadonlyMap<ResourceId, readonly CheckResult[]>;
  /** Requirements with a tested fix. */
  readonly fixable: ReadonlySet<string>;
  /**
   * Changes of a requirement's fix that cost or remove something. They're applied with other fixes only if the user
   * selects them.
   */
  readonly apart: ReadonlyMap<string, readonly ResourceChange[]>;
  /** Why a requirement can't be fixed because of a limit of Azure. */
  readonly unfixable: ReadonlyMap<string, Reason>;
  /** ISO time at which the underlying data was read. */
  readonly readAt: string;
  /** Key of subnet, workspace, and plan. Results with another key don't count as earlier results. */
  readonly about: string;
  /** The results before the last change; empty if they belong to another plan. */
  readonly before: readonly CheckResult[];
}

/** Services read for a network; null if the user can't choose the network. */
interface ServicesRead {
  readonly networkId: ResourceId | null;
  readonly value: WorkspaceServices;
}

/** A Python file of the workspace that uses a default image of Microsoft with user-managed dependencies. */
export interface DefaultImageUse extends CodePlace {
  /** Its path in the workspace. Only for the page, never for a log. */
  readonly file: string;
}

/** An error message to explain (empty to ask for one), or Azure's own diagnosis. */
type OpenReport = { readonly is: 'error'; readonly message: string } | { readonly is: 'diagnosis' };

/** The network request that is shown in place of the plan. */
interface OpenNetworkRequest {
  /** Requirements that it was opened for; null for all. */
  readonly ids: readonly string[] | null;
  /** The shown part: `cause`, `action`, `all`, or a layer. */
  readonly part: string;
}

interface DiagnosisRead {
  readonly workspaceId: ResourceId;
  readonly value: WorkspaceDiagnosis;
  readonly readAt: string;
  /** Azure's effective rules and observations for the subnet that was chosen then; null without one. */
  readonly evidence: { readonly subnetId: ResourceId; readonly value: SubnetEvidence } | null;
}

/** Another person changed the data that the results are based on. */
interface ChangeNotice {
  readonly changes: readonly NetworkChange[];
  /** ISO time of the read that found it. */
  readonly at: string;
  /** Requirements whose result changed, in the order of the results. */
  readonly changedIds: readonly string[];
}

export interface FixInPreview {
  readonly id: string;
  readonly kind: 'fix' | 'undo';
  readonly fix: Fix;
  readonly options: FixOptions;
  readonly alternatives: readonly FixAlternative[];
  /** True if the user wants to ask the owner of the blocking resource, so that nothing is changed directly. */
  readonly isOwnerRequest: boolean;
  /** True if the failed creation restarts once the fix is applied. */
  readonly retries: boolean;
  readonly entries: readonly OfferedRule[];
  /** The networks when the fix was computed. Tables show before and after, even once it's applied. */
  readonly model: NetworkModel;
  readonly ids: readonly string[];
  /** The requirements that it was opened for, whether they are selected or not. */
  readonly requested: readonly string[];
  /** The subnet that it was tested for. */
  readonly subnetId: string;
  readonly after: readonly CheckResult[];
  /** Inputs for `after`, other than the networks. */
  readonly facts: CheckInput;
  /** `outdated`: the data that it was tested with changed, and it's no longer valid as shown. */
  readonly state: 'preview' | 'outdated' | 'applying' | 'reading' | 'applied' | 'refused';
  /** Resources that were changed in Azure, in order, and the one that is being changed. */
  readonly changed: readonly ResourceId[];
  readonly current: ResourceId | null;
  /** ISO time at which the wait for the current change ends. */
  readonly waitsUntil?: string;
  /** How applying it ended, or why it can't be applied as shown; null before. */
  readonly outcome: FixOutcome | null;
  /** The networks as read after it was applied. It can be undone only while they stay the same. */
  readonly left: NetworkModel | null;
}

/** How applying a fix ended. */
export type FixOutcome =
  /** As previewed, at an ISO time. */
  | { readonly is: 'as-previewed'; readonly at: string }
  /** The number of results that differ from the preview. */
  | { readonly is: 'otherwise'; readonly results: number }
  /** The fix was applied, but its result couldn't be read. */
  | { readonly is: 'unread'; readonly why: AzureFailure }
  /** Azure refused a change, or an endpoint waits for an approval. */
  | { readonly is: 'ended'; readonly by: Omit<ChangeOutcome, 'changed'> }
  /** The networks changed meanwhile. */
  | { readonly is: 'outdated' };

/** The outcome of a list row. */
export interface RowOutcome {
  readonly icon: OutcomeIcon;
  /** Parts of a single line. */
  readonly text: readonly Reason[];
}

/** The fixes that go into the code. */
export interface CodeFixes {
  readonly fixes: readonly Fix[];
  /** Requirements whose fix is no longer valid; null if all are valid. */
  readonly untested: readonly string[] | null;
}

/** State that is derived from facts, choices, and processes, and never stored. */
export interface DerivedState {
  /** The network to create, if the plan uses one. */
  readonly proposal: Proposal | null;
  readonly evaluation: Evaluation | null;
  /** The fixes that go into the code, as currently computed. */
  readonly codeFixes: CodeFixes;
  /** Results of the creation's subnet by the creation's own plan; empty if they can't be computed. */
  readonly creationResults: readonly CheckResult[];
  readonly rows: DerivedRows;
}

/** Rows of lists, by their IDs. */
export interface DerivedRows {
  /** Returns why a row can't be used for the plan; null if it can. */
  readonly unfit: (id: ResourceId) => Reason | null;
  /** Returns how many subnets of a workspace are ready; null if that doesn't apply, undefined until it's computed. */
  readonly workspace: (id: ResourceId) => RowOutcome | null | undefined;
  /** Rows that are checked even if they aren't visible. */
  readonly checked: readonly ResourceId[];
  /** Returns a row's result; undefined until it's computed, and if it isn't visible. */
  readonly outcome: (id: ResourceId) => RowOutcome | undefined;
  /** Returns the result of any row. Before compute resources are read, assumes that there are none. */
  readonly expected: (id: ResourceId) => RowOutcome | undefined;
}

export interface WizardState extends StoredState, DerivedState {}

/** Data from Azure, the user's choices, and running processes. */
export interface StoredState {
  readonly choices: StoredChoices;
  /** The section that the user opened. It's separate from the choices, because lists and results depend on those. */
  readonly opened: OpenedSection | null;
  /** Number of times that another surface opened a section. */
  readonly led: number;
  readonly connection: Loaded<AzureConnection>;
  readonly subscriptions: Loaded<readonly SubscriptionSummary[]>;
  /** Organizations of the account, as last read. */
  readonly tenants: readonly TenantSummary[];
  /** Ids of the subscriptions to show, in lower case; null for all. */
  readonly shown: readonly string[] | null;
  /** The failure if the sign-in ended while the plan was open; null while it's valid. */
  readonly signedOut: AzureFailure | null;
  readonly workspaces: Loaded<readonly WorkspaceSummary[]>;
  readonly networks: Loaded<NetworkModel>;
  /** The subnet that was last read on its own, with the time. Its data can be the same as in the list. */
  readonly subnetRead: { readonly id: ResourceId; readonly at: string } | null;
  /** Resources of the chosen kind that can be attached. */
  readonly targets: Loaded<readonly AttachTarget[]>;
  readonly computes: Loaded<readonly ComputeState[]>;
  /** If compute resources couldn't be read again: the earlier list with later known changes; otherwise null. */
  readonly earlierComputeResources: readonly ComputeState[] | null;
  /** Compute resources of the region's other workspaces, as far as they're readable: names are unique in a region. */
  readonly otherComputeResources: readonly ComputeState[];
  readonly vmSizes: Loaded<readonly VmSize[]>;
  readonly quotas: Loaded<readonly CoreQuota[]>;
  readonly identities: Loaded<readonly IdentitySummary[]>;
  /** True if the last key was a private key, which wasn't kept. */
  readonly privateKeyRefused: boolean;
  readonly liveTags: Loaded<LiveServiceTags>;
  readonly tags: TagCatalog | null;
  /** Roles, locks, policies, and quotas of the chosen location in Azure; null until they're read. */
  readonly governance: Governance | null;
  /** Services where the chosen workspace keeps its data, and private DNS zones; null until they're read. */
  readonly services: ServicesRead | null;
  /** True if Azure didn't respond to the last read of services. */
  readonly servicesFailed: boolean;
  /** Locks in the chosen subscription; empty until they're read, or if they aren't readable. */
  readonly locks: readonly ManagementLock[];
  /** True if Azure's own list is empty or incomplete, so that the shipped one is used. */
  readonly liveTagsLack: boolean;
  /** Rows of long lists that have been visible. */
  readonly seenRows: ReadonlySet<ResourceId>;
  /** Number of times that networks or targets were listed: a new list is sorted again. */
  readonly listings: number;
  /**
   * The results that lists are sorted by. They're updated when the user makes a choice, so that rows don't move at
   * other times.
   */
  readonly rowOrder: ReadonlyMap<ResourceId, RowOutcome>;
  readonly checking: boolean;
  /** Why the last read of the chosen subnet failed; null if it didn't. */
  readonly staleBecause: AzureFailure | null;
  /** Shown until the user dismisses it or makes another choice. */
  readonly notice: ChangeNotice | null;
  /** Requirements that are new since the chosen subnet was last checked, until the user has seen them. */
  readonly newRequirements: readonly string[];
  readonly preview: FixInPreview | null;
  /** The last fix that was applied, completely or in part, until it's undone or dismissed. */
  readonly applied: FixInPreview | null;
  /** The state of a fix that was being applied when the window reloaded, with the time at which it was read. */
  readonly found: (FoundFix & { readonly at: string }) | null;
  /** Counts previews, so that each has a unique ID. */
  readonly previews: number;
  /** The files that the plan was written to; null before that, and once the plan changes. */
  readonly written: WrittenCodeFiles | null;
  /** The code for a resource to attach that was written last; null before that. */
  readonly writtenTarget: WrittenTarget | null;
  readonly creation: CreationState | null;
  /** True if a creation was running that this version can't read. */
  readonly lostCreation: boolean;
  /** True if a network test was running that this version can't read. */
  readonly lostTest: boolean;
  /** The open page that explains something; null while it's closed. */
  readonly report: OpenReport | null;
  /** null while no request is open. */
  readonly request: OpenNetworkRequest | null;
  /** Confirmations of all subnets by other people, including expired ones. */
  readonly confirmations: readonly Confirmation[];
  /** Azure's own diagnosis of a workspace; null until it's requested. */
  readonly diagnosis: DiagnosisRead | null;
  /** Progress of reading it. */
  readonly diagnosing: Loaded<unknown>;
  /** Searched if the requirements of December 2020 are selected. */
  readonly defaultImages: readonly DefaultImageUse[];
  /** True while a workspace or subnet to preselect is being searched. Other checks wait for that. */
  readonly searching: boolean;
  /** State of a sign-in from the first page. */
  readonly signingIn: 'none' | 'under-way' | 'failed';
  /** Number of workspace files that describe networks, counted while there isn't a sign-in; null without a folder. */
  readonly networkFiles: number | 'counting' | null;
  /** True if VS Code trusts the workspace, so that files can be written to it. */
  readonly isTrusted: boolean;
}

/** Files of code, with their kind of content. */
interface WrittenCodeFiles {
  readonly folder: string;
  readonly files: readonly { readonly name: string; readonly uri: string; readonly content: FileContent }[];
}

/** Files that create a resource to attach, and the script that attaches it. */
interface WrittenTarget {
  readonly is: NewTargetType;
  readonly kind: PlanKind;
  readonly name: string;
  readonly workspaceId: ResourceId;
  readonly folder: string;
  readonly file: string;
  readonly script: string;
}

/** Content of a file: the plan itself, parameter values, changes in another resource group, providers, or commands. */
export type FileContent = 'template' | 'values' | 'module' | 'providers' | 'commands';

/** Returns the state with other parts. Derived values still come from the original state. */
export function withParts(state: WizardState, parts: Partial<WizardState>): WizardState {
  return Object.create(state, Object.getOwnPropertyDescriptors(parts)) as WizardState;
}

/** Data of another subscription or plan, which is no longer shown. */
export const forgottenBelowSubscription = {
  seenRows: new Set<ResourceId>(),
  rowOrder: new Map<ResourceId, RowOutcome>(),
  preview: null,
  networks: notLoaded,
  subnetRead: null,
  workspaces: notLoaded,
  targets: notLoaded,
  computes: notLoaded,
  earlierComputeResources: null,
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

const nothingWritten = { written: null, writtenTarget: null };

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
    earlierComputeResources: null,
    otherComputeResources: [],
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
    ...nothingWritten,
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
    networkFiles: 'counting',
  };
}
