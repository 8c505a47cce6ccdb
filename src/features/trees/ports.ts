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

/** What the trees ask of the editor and the world around it; everything else in them is plain data. */
export interface TreesPorts {
  readonly say: Say;
  readonly log: Log;
  readonly store: AzureStore;
  /** IDs of the subscriptions to show, in lower case; null for all. */
  shownSubscriptions(): readonly string[] | null;
  now(): Date;
  /** Calls `task` after `milliseconds`, unless `stop` is aborted before. */
  after(milliseconds: number, stop: AbortSignal, task: () => void): void;
  /** Asks once, in the editor's own modal. */
  confirm(question: {
    readonly title: string;
    readonly detail: string;
    readonly button: string;
  }): Promise<boolean>;
  /** Lets a person choose a subnet; the list may still be on its way. */
  pickSubnet(
    question: { readonly title: string; readonly place: string },
    choices: Promise<readonly SubnetChoice[]>,
  ): Promise<SubnetTarget | undefined>;
  /** Asks for a line of text; nothing where the person gave up. */
  askText(question: TextQuestion): Promise<string | undefined>;
  /** The subnets that the person watches in this workspace. */
  readonly watched: WatchedSubnets;
  /** What others confirmed about subnets. */
  readonly confirmations: Confirmations;
  /** Tells the walkthrough what a person has come to. */
  readonly reached: ReachMilestone;
  /** The window has the focus: Azure is read again by itself only then. */
  isFocused(): boolean;
  /** Says something outside the views, with buttons. */
  offer(message: string, offers: readonly Offer[]): void;
  /** Shows a subnet in the side bar. */
  showSubnet(target: SubnetTarget): Promise<void>;
  /** Says that a command failed. */
  tellFailure(message: string): void;
  tell(message: string): void;
  /** A progress item of the window while the task runs. */
  withProgress(title: string, task: Promise<void>): void;
  copy(text: string): Promise<void>;
  open(url: string): Promise<void>;
  openInPortal(id: string): Promise<void>;
  /** Opens the page of a check. */
  openCheck(id: string): Promise<void>;
  openWizard(request: OpenRequest): Promise<void>;
  /** Asks the resolver of the machine that the extension runs on. */
  resolveName(host: string): Promise<NameAnswer>;
  /** What that machine is, where it isn't the user's own; null where it is. */
  resolvesAt(): string | null;
  /** Shows Markdown to be read. */
  showText(name: string, markdown: string): Promise<void>;
  /** Asks where to, and writes it there. */
  saveText(name: string, text: string): Promise<void>;
  /** Signs in, or takes the sample. */
  changeAccount(to: 'microsoft' | 'sample'): Promise<void>;
  /** Signs in anew, or to an organization that asks for it by itself. */
  signIn(wish: { readonly again?: boolean; readonly tenant?: string }): Promise<void>;
  /** Commands of the Account view: what they change comes back as an event. */
  choose(what: 'account' | 'cloud'): Promise<void>;
  isTrusted(): boolean;
}

/** One line of a list of subnets. */
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
  /** What is wrong with a text; null where nothing is. */
  readonly fault: (text: string) => string | null;
}
