import { createAzureStore, type AzureChange, type AzureStore } from '../../../../src/azure-store/azure-store';
import type { NameAnswer } from '../../../../src/core/client-access';
import type { OpenRequest } from '../../../../src/contract/wizard/open-request';
import { treeCommands, type TreeCommands } from '../../../../src/features/trees/commands';
import type { SubnetTarget, TreeName, TreeNode } from '../../../../src/features/trees/model/node';
import type { SubnetChoice, TextQuestion, TreesPorts } from '../../../../src/features/trees/ports';
import { createTrees, type TreesSession } from '../../../../src/features/trees/session';
import { messagesIn } from '../../../support/messages-in';
import type { Milestone } from '../../../../src/platform/milestones';
import { outputLog } from '../../../../src/platform/output-log';
import type { Confirmation } from '../../../../src/core/confirmation';
import type { WatchedSubnet } from '../../../../src/platform/watched-subnets';
import type { SandboxAzure } from '../../../../src/sandbox/create-sandbox';
import { catalog, sampleConnection, type ConnectionOptions } from '../sample-connection';

export { withReads } from '../sample-connection';

/** The store that another surface of the window also reads through. */
interface SharedStore {
  readonly store: AzureStore;
  readonly sample: SandboxAzure;
}

export interface OpenTreesOptions extends Pick<ConnectionOptions, 'sample' | 'before' | 'connect' | 'azure'> {
  /** The store of another surface. Absent if the trees have their own. */
  readonly over?: SharedStore;
  readonly confirm?: boolean | (() => boolean);
  /** Text that the user enters, or undefined if the user cancels. */
  readonly type?: (question: TextQuestion) => string | undefined;
  /** The subnet to choose from a list, by network and name. Absent if the user cancels. */
  readonly pick?: string;
  readonly trusted?: boolean;
  readonly language?: string;
  readonly changeAccount?: () => Promise<void>;
  readonly watched?: readonly WatchedSubnet[];
  readonly confirmations?: readonly Confirmation[];
  readonly focused?: () => boolean;
  /** The answer of the computer's DNS resolver. */
  readonly resolve?: (host: string) => NameAnswer;
}

export interface OpenTrees {
  readonly session: TreesSession;
  readonly store: AzureStore;
  readonly sample: SandboxAzure;
  readonly commands: TreeCommands;
  readonly confirmed: string[];
  readonly asked: TextQuestion[];
  readonly failures: string[];
  readonly reported: string[];
  readonly copied: string[];
  readonly opened: string[];
  readonly requests: OpenRequest[];
  readonly shown: { readonly name: string; readonly text: string }[];
  readonly saved: { readonly name: string; readonly text: string }[];
  readonly progress: string[];
  readonly logged: string[];
  readonly changes: AzureChange[];
  /** Milestones that were reported to the walkthrough. */
  readonly reached: Milestone[];
  /** Messages outside the views; a press of a button by its label. */
  readonly offers: {
    readonly message: string;
    readonly labels: readonly string[];
    press(label: string): void;
  }[];
  /** Lists of subnets that were offered. */
  readonly picked: {
    readonly title: string;
    readonly place: string;
    readonly choices: readonly SubnetChoice[];
  }[];
  readonly revealed: SubnetTarget[];
  /** The stored list of watched subnets. */
  watched(): readonly WatchedSubnet[];
  /** Pending waits. Calling one ends it. */
  readonly waits: { readonly milliseconds: number; readonly end: () => void }[];
  /** Nodes below a path of labels, once everything is loaded. */
  lines(name: TreeName, ...path: readonly string[]): Promise<readonly TreeNode[]>;
  /** The node at the end of a path of labels. */
  node(name: TreeName, ...path: readonly string[]): Promise<TreeNode>;
}

/** Returns the trees over the sample. Everything is real except the editor. */
export function openTrees(options: OpenTreesOptions = {}): OpenTrees {
  const recorded = recorder();
  let watched = options.watched ?? [];
  const ports = editor(options, recorded);
  const { sample, store } = options.over ?? ownStore(options, ports);
  store.onChange((change) => void recorded.changes.push(change));
  const session = createTrees({
    ...ports,
    // As in VS Code, a change of the account clears the cached data.
    changeAccount: async (wanted) => {
      await ports.changeAccount(wanted);
      store.clear();
    },
    watched: { all: () => watched, keep: (all) => void (watched = all) },
    confirmations: { all: () => options.confirmations ?? [], keep: () => undefined },
    store,
    shownSubscriptions: () => null,
  });
  const lines = (name: TreeName, ...path: readonly string[]): Promise<readonly TreeNode[]> =>
    settled(session, name, path);
  return {
    ...recorded,
    watched: () => watched,
    session,
    store,
    sample,
    commands: treeCommands(session),
    lines,
    async node(name, ...path) {
      const label = path.at(-1);
      const all = await lines(name, ...path.slice(0, -1));
      const found = all.find((one) => one.label === label);
      if (!found) throw new Error(`No ${label ?? ''}; there are ${all.map((one) => one.label).join(', ')}`);
      return found;
    },
  };
}

function ownStore(options: OpenTreesOptions, { after, log }: Pick<TreesPorts, 'after' | 'log'>): SharedStore {
  const { sample, connect } = sampleConnection(options);
  const shippedTags = () => Promise.resolve(catalog);
  const store = createAzureStore({ connect, shippedTags, now: () => new Date(), after, log });
  return { sample, store };
}

function recorder() {
  return {
    confirmed: [] as string[],
    asked: [] as TextQuestion[],
    failures: [] as string[],
    reported: [] as string[],
    copied: [] as string[],
    opened: [] as string[],
    requests: [] as OpenRequest[],
    shown: [] as { name: string; text: string }[],
    saved: [] as { name: string; text: string }[],
    progress: [] as string[],
    logged: [] as string[],
    changes: [] as AzureChange[],
    reached: [] as Milestone[],
    picked: [] as OpenTrees['picked'],
    offers: [] as OpenTrees['offers'],
    revealed: [] as SubnetTarget[],
    waits: [] as { milliseconds: number; end: () => void }[],
  };
}

function editor(
  options: OpenTreesOptions,
  to: ReturnType<typeof recorder>,
): Omit<TreesPorts, 'store' | 'watched' | 'confirmations' | 'shownSubscriptions'> {
  const note = (line: string | Error): void => void to.logged.push(String(line));
  return {
    say: messagesIn(options.language ?? 'en'),
    log: outputLog({ debug: note, info: note, error: note }),
    now: () => new Date(),
    after: (milliseconds, stop, end) =>
      void to.waits.push({ milliseconds, end: () => (stop.aborted ? undefined : end()) }),
    confirm: ({ title }) => {
      to.confirmed.push(title);
      const { confirm = true } = options;
      return Promise.resolve(typeof confirm === 'function' ? confirm() : confirm);
    },
    pickSubnet: async (question, choices) => {
      const all = await choices;
      to.picked.push({ ...question, choices: all });
      return all.find(({ label, description }) => `${description.split(' ')[0]}/${label}` === options.pick)
        ?.target;
    },
    askText: (question) => {
      to.asked.push(question);
      return Promise.resolve(options.type?.(question));
    },
    reached: (one) => void to.reached.push(one),
    isFocused: () => options.focused?.() ?? true,
    offer: (message, offers) =>
      void to.offers.push({
        message,
        labels: offers.map((one) => one.label),
        press: (label) => offers.find((one) => one.label === label)?.run(),
      }),
    showSubnet: (target) => Promise.resolve(void to.revealed.push(target)),
    showFailure: (message) => void to.failures.push(message),
    notify: (message) => void to.reported.push(message),
    withProgress: (title) => void to.progress.push(title),
    copy: (text) => Promise.resolve(void to.copied.push(text)),
    open: (url) => Promise.resolve(void to.opened.push(url)),
    openInPortal: (id) => Promise.resolve(void to.opened.push(`portal of ${id}`)),
    openCheck: (id) => Promise.resolve(void to.opened.push(`page of ${id}`)),
    openWizard: (request) => Promise.resolve(void to.requests.push(request)),
    resolveName: (host) => Promise.resolve(options.resolve?.(host) ?? { is: 'none' }),
    resolvesAt: () => null,
    showText: (name, text) => Promise.resolve(void to.shown.push({ name, text })),
    saveText: (name, text) => Promise.resolve(void to.saved.push({ name, text })),
    changeAccount: (wanted) => {
      to.opened.push(`account ${wanted}`);
      return options.changeAccount?.() ?? Promise.resolve();
    },
    signIn: (options) => Promise.resolve(void to.opened.push(`sign-in ${JSON.stringify(options)}`)),
    choose: (what) => Promise.resolve(void to.opened.push(`choose ${what}`)),
    isTrusted: () => options.trusted ?? true,
  };
}

/** Returns the items below a path. As in the view, each level is read again until nothing is loading. */
async function settled(
  session: TreesSession,
  name: TreeName,
  path: readonly string[],
): Promise<readonly TreeNode[]> {
  let nodes = await drawnUntilRead(session, name, null);
  for (const label of path) {
    const node = nodes.find((one) => one.label === label);
    if (!node) throw new Error(`No ${label}; there are ${nodes.map((one) => one.label).join(', ')}`);
    nodes = await drawnUntilRead(session, name, node);
  }
  return nodes;
}

async function drawnUntilRead(
  session: TreesSession,
  name: TreeName,
  parent: TreeNode | null,
): Promise<readonly TreeNode[]> {
  const end = Date.now() + 5000;
  for (;;) {
    const nodes = await (name === 'compute' ? session.compute() : session.networks()).children(parent);
    if (!nodes.some((one) => one.icon === 'loading' && !isMoving(one))) return nodes;
    if (Date.now() > end) throw new Error(`Still reading below ${parent?.label ?? 'the root'}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** True if the resource is in transition in Azure, which doesn't end by a read. */
function isMoving({ description }: TreeNode): boolean {
  return /ing\b|created|deleted|set up/.test(description);
}

/** “icon label | description” of each line. */
export function drawn(nodes: readonly TreeNode[]): readonly string[] {
  return nodes.map((one) => `${one.icon} ${one.label} | ${one.description}`);
}

export const researchName = 'Contoso Research';
