import type { AzureStore } from '../../azure-store/azure-store';
import type { OpenRequest } from '../../contract/wizard/open-request';
import type { NameAnswer } from '../../core/client-access';
import type { Say } from '../../messages/say';
import type { Offer } from '../../platform/quick-input';
import type { Log } from '../../platform/log';
import type { ReachMilestone } from '../../platform/milestones';
import type { Confirmations } from '../../platform/confirmations';
import type { WatchedSubnets } from '../../platform/watched-subnets';
import type { SubnetTarget } from './model/node';

/** Functions of the editor and its environment that the trees use. Everything else in them is plain data. */
export interface TreesPorts {
  readonly say: Say;
  readonly log: Log;
  readonly store: AzureStore;
  /** IDs of the subscriptions to show, in lower case; null for all. */
  shownSubscriptions(): readonly string[] | null;
  now(): Date;
  /** Calls `task` after `milliseconds`, unless `stop` is aborted first. */
  after(milliseconds: number, stop: AbortSignal, task: () => void): void;
  /** Asks for confirmation in a modal dialog. */
  confirm(question: {
    readonly title: string;
    readonly detail: string;
    readonly button: string;
  }): Promise<boolean>;
  /** Lets the user choose a subnet. The list can still be loading. */
  pickSubnet(
    question: { readonly title: string; readonly place: string },
    choices: Promise<readonly SubnetChoice[]>,
  ): Promise<SubnetTarget | undefined>;
  /** Asks for a line of text; undefined if the user cancels. */
  askText(question: TextQuestion): Promise<string | undefined>;
  /** The subnets that the user watches in this workspace. */
  readonly watched: WatchedSubnets;
  /** Confirmations of subnets by other people. */
  readonly confirmations: Confirmations;
  /** Reports a milestone of the user to the walkthrough. */
  readonly reached: ReachMilestone;
  /** Checks whether the window has the focus. Azure is read automatically only then. */
  isFocused(): boolean;
  /** Shows a notification with buttons. */
  offer(message: string, offers: readonly Offer[]): void;
  /** Shows a subnet in the side bar. */
  showSubnet(target: SubnetTarget): Promise<void>;
  /** Shows that a command failed. */
  showFailure(message: string): void;
  notify(message: string): void;
  /** Shows progress in the window while the task runs. */
  withProgress(title: string, task: Promise<void>): void;
  copy(text: string): Promise<void>;
  open(url: string): Promise<void>;
  openInPortal(id: string): Promise<void>;
  /** Opens the page of a check. */
  openCheck(id: string): Promise<void>;
  openWizard(request: OpenRequest): Promise<void>;
  /** Resolves a host name on the machine that the extension runs on. */
  resolveName(host: string): Promise<NameAnswer>;
  /** Describes that machine if it isn't the user's own; otherwise null. */
  resolvesAt(): string | null;
  /** Shows Markdown as a read-only text. */
  showText(name: string, markdown: string): Promise<void>;
  /** Asks for a location, and writes the text there. */
  saveText(name: string, text: string): Promise<void>;
  /** Signs in, or switches to the sample. */
  changeAccount(to: 'microsoft' | 'sample'): Promise<void>;
  /** Signs in again, or to an organization that requires a separate sign-in. */
  signIn(options: { readonly again?: boolean; readonly tenant?: string }): Promise<void>;
  /** Runs a command of the Account view. Its changes arrive as an event. */
  choose(what: 'account' | 'cloud'): Promise<void>;
  isTrusted(): boolean;
}

/** An item of the list of subnets. */
export interface SubnetChoice {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  readonly target: SubnetTarget;
}

export interface TextQuestion {
  readonly title: string;
  readonly prompt: string;
  readonly value: string;
  /** Returns why a text is invalid; null if it's valid. */
  readonly fault: (text: string) => string | null;
}
