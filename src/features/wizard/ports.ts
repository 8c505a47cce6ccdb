import type { AzureStore } from '../../azure-store/azure-store';
import type { RevealRequest } from '../../contract/wizard/open-request';
import type { PageWindow } from '../../contract/channel';
import type { StoredPlan } from '../../contract/wizard/stored-choices';
import type { Confirmation } from '../../core/confirmation';
import type { Cloud } from '../../core/network/model';
import type { TagCatalog } from '../../core/tags/tag-catalog';
import type { Say } from '../../messages/say';
import type { Log } from '../../platform/log';
import type { PythonFile } from '../../platform/python-files';
import type { ReachMilestone } from '../../platform/milestones';
import type { Counted } from '../../platform/telemetry-events';

/** What of the account a person may choose. */
export type AccountChoice = 'account' | 'cloud' | 'organization' | 'subscriptions';

/** A line of text that the editor asks for. */
interface LineQuestion {
  readonly title: string;
  readonly prompt: string;
  /** What the box has at first. */
  readonly value: string;
  /** What is wrong with a text; null where nothing is. */
  readonly fault: (text: string) => string | null;
}

export interface WrittenFile {
  readonly name: string;
  readonly text: string;
}

/** Where files were written, and under which names, in the order in which they were given. */
interface WrittenTo {
  readonly folder: string;
  readonly files: readonly { readonly name: string; readonly uri: string }[];
}

/** What the wizard asks of the editor and the world around it; everything else in it is plain data. */
export interface WizardPorts {
  readonly say: Say;
  readonly log: Log;
  /** Counts what happened, where telemetry is on. */
  count(counted: Counted): void;
  /** Tells the walkthrough what a person has come to. */
  readonly reached: ReachMilestone;
  /** Azure's responses of this window. */
  readonly store: AzureStore;
  /** The tag list that is shipped with the product. */
  shippedTags(cloud: Cloud): Promise<TagCatalog>;
  now(): Date;
  /** The plan that was kept for this window, else the last one of the folder; it is kept for this window from now on. */
  keptPlan(window: PageWindow | undefined): StoredPlan;
  keep(plan: StoredPlan): void;
  /** Asks once, in the editor's own modal; `detail` names the consequence. */
  confirm(question: { title: string; detail: string; button: string }): Promise<boolean>;
  /** Asks to type a name before something is lost for good; false where the person gives up. */
  confirmName(question: { title: string; detail: string; name: string }): Promise<boolean>;
  /** Says something outside the page: only where the page cannot be seen, or a command failed. */
  notify(message: string, button: string, onPress: () => void): void;
  /** What others confirmed about subnets; windows on the same folder share it. */
  keptConfirmations(): readonly Confirmation[];
  keepConfirmations(all: readonly Confirmation[]): void;
  /** Asks for a line of text; `fault` says what is wrong with one. Undefined where the person gave up. */
  askText(question: LineQuestion): Promise<string | undefined>;
  /** Asks for a secret in the editor's own box, which shows no letter of it; undefined where the person gave up. */
  askSecret(question: { title: string; prompt: string }): Promise<string | undefined>;
  /** Text of a file that the person chooses; undefined where they gave up, null where it cannot be read. */
  readChosenFile(question: {
    title: string;
    button: string;
    longest: number;
  }): Promise<string | null | undefined>;
  copy(text: string): Promise<void>;
  open(url: string): Promise<void>;
  /** Opens a resource in the portal of the connected cloud. */
  openInPortal(id: string): Promise<void>;
  /** Shows a compute in the side bar. */
  showInCompute(compute: RevealRequest): Promise<void>;
  /** Opens the page of a check. */
  openCheck(id: string): Promise<void>;
  /** Asks for a folder, never overwrites unasked, opens the first file; null where the person gave up. */
  write(files: readonly WrittenFile[]): Promise<WrittenTo | null>;
  /** Opens a file that was written, by its URI. */
  openWritten(uri: string): Promise<void>;
  /** Asks where to and writes it there; VS Code asks before it replaces a file. */
  saveText(name: string, text: string): Promise<void>;
  isTrusted(): boolean;
  /** VS Code's own page on whether this workspace is trusted. */
  manageTrust(): Promise<void>;
  /** Python files and notebooks of the workspace; asked for only where it is trusted. */
  pythonFiles(): AsyncIterable<PythonFile>;
  /** Files of the workspace that describe networks. */
  countNetworkFiles(): Promise<number>;
  /** Checks them, and shows the problems. */
  checkFiles(): Promise<void>;
  openFolder(): Promise<void>;
  isPageVisible(): boolean;
  /** The page is visible and its window has the focus: Azure is read again by itself only then. */
  isWatched(): boolean;
  /** Brings the page to the front. */
  reveal(): void;
  /** Runs a task with a progress item of the window. */
  withProgress(title: string, task: Promise<void>): void;
  /** Signs in, or takes the sample; the wizard starts again afterwards. */
  changeAccount(to: 'microsoft' | 'sample'): Promise<void>;
  /** Signs in anew, or to a tenant that asks for it by itself; the wizard starts again afterwards. */
  signIn(wish: { readonly again?: boolean; readonly tenant?: string }): Promise<void>;
  /** Commands of the Account view: what they change comes back as an event. */
  choose(what: AccountChoice): Promise<void>;
  /** Ids of the subscriptions to show, in lower case; null for all. */
  shownSubscriptions(): readonly string[] | null;
  /** Forgets what was changed in the sample; the wizard starts again afterwards. */
  renewSample(): Promise<void>;
}
