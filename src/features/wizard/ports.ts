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

/** The choices that a user has for the account. */
type AccountChoice = 'account' | 'cloud' | 'organization' | 'subscriptions';

/** A question that the user answers with a line of text. */
interface LineQuestion {
  readonly title: string;
  readonly prompt: string;
  /** The initial text. */
  readonly value: string;
  /** Returns why a text is invalid; null if it's valid. */
  readonly fault: (text: string) => string | null;
}

export interface WrittenFile {
  readonly name: string;
  readonly text: string;
}

/** The folder and the names of written files, in the given order. */
interface WrittenTo {
  readonly folder: string;
  readonly files: readonly { readonly name: string; readonly uri: string }[];
}

/** Functions of the editor and its environment that the wizard uses. Everything else in it is plain data. */
export interface WizardPorts {
  readonly say: Say;
  readonly log: Log;
  /** Counts an event, if telemetry is on. */
  count(counted: Counted): void;
  /** Reports a milestone of the user to the walkthrough. */
  readonly reached: ReachMilestone;
  /** Azure's responses of this window. */
  readonly store: AzureStore;
  /** Loads the service tags that ship with the product. */
  shippedTags(cloud: Cloud): Promise<TagCatalog>;
  now(): Date;
  /**
   * Returns the stored plan of this window, or the last one of the folder. From then on, it's stored for this window.
   */
  keptPlan(window: PageWindow | undefined): StoredPlan;
  keep(plan: StoredPlan): void;
  /** Asks for confirmation in a modal dialog; `detail` states the consequence. */
  confirm(question: { title: string; detail: string; button: string }): Promise<boolean>;
  /** Asks the user to type a name before a permanent deletion; false if the user cancels. */
  confirmName(question: { title: string; detail: string; name: string }): Promise<boolean>;
  /** Shows a notification. Only for a page that isn't visible, or if a command failed. */
  notify(message: string, button: string, onPress: () => void): void;
  /** Returns confirmations of subnets by other people. Windows on the same folder share them. */
  keptConfirmations(): readonly Confirmation[];
  keepConfirmations(all: readonly Confirmation[]): void;
  /** Asks for a line of text; `fault` validates it. Undefined if the user cancels. */
  askText(question: LineQuestion): Promise<string | undefined>;
  /** Shows a quick pick and returns the selected item; undefined if the user cancels. */
  askOne<T extends string>(
    question: { readonly title: string; readonly prompt: string },
    lines: readonly { readonly value: T; readonly label: string; readonly description?: string }[],
  ): Promise<T | undefined>;
  /** Asks for a secret in a masked input box; undefined if the user cancels. */
  askSecret(question: { title: string; prompt: string }): Promise<string | undefined>;
  /** Reads a file that the user chooses; undefined if they cancel, null if it can't be read. */
  readChosenFile(question: {
    title: string;
    button: string;
    longest: number;
  }): Promise<string | null | undefined>;
  copy(text: string): Promise<void>;
  open(url: string): Promise<void>;
  /** Opens a resource in the portal of the connected cloud. */
  openInPortal(id: string): Promise<void>;
  /** Shows a compute resource in the side bar. */
  showInCompute(compute: RevealRequest): Promise<void>;
  /** Opens the page of a check. */
  openCheck(id: string): Promise<void>;
  /**
   * Asks for a folder and writes the files. Confirms before it overwrites, then opens the first file. null if the user
   * cancels.
   */
  write(files: readonly WrittenFile[]): Promise<WrittenTo | null>;
  /** Opens a file that was written, by its URI. */
  openWritten(uri: string): Promise<void>;
  /** Asks for a location and writes the text there. VS Code confirms before it replaces a file. */
  saveText(name: string, text: string): Promise<void>;
  isTrusted(): boolean;
  /** Opens VS Code's page about the trust of this workspace. */
  manageTrust(): Promise<void>;
  /** Returns Python files and notebooks of the workspace. Called only if it's trusted. */
  pythonFiles(): AsyncIterable<PythonFile>;
  /** Counts the files of the workspace that describe networks; null if no folder is open. */
  countNetworkFiles(): Promise<number | null>;
  /** Checks these files, and shows the problems. */
  checkFiles(): Promise<void>;
  openFolder(): Promise<void>;
  isPageVisible(): boolean;
  /** Checks whether the page is visible and its window has the focus. Azure is read automatically only then. */
  isWatched(): boolean;
  /** Brings the page to the front. */
  reveal(): void;
  /** Shows progress in the window while a task runs. */
  withProgress(title: string, task: Promise<void>): void;
  /** Signs in, or switches to the sample. The wizard restarts afterwards. */
  changeAccount(to: 'microsoft' | 'sample'): Promise<void>;
  /** Signs in again, or to a tenant that requires a separate sign-in. The wizard restarts afterwards. */
  signIn(options: { readonly again?: boolean; readonly tenant?: string }): Promise<void>;
  /** Runs a command of the Account view. Its changes arrive as an event. */
  choose(what: AccountChoice): Promise<void>;
  /** Returns the IDs of the subscriptions to show, in lower case; null for all. */
  shownSubscriptions(): readonly string[] | null;
  /** Resets the sample. The wizard restarts afterwards. */
  renewSample(): Promise<void>;
}
