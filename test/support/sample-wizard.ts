import { createAzureStore, type AzureChange, type AzureStore } from '../../src/azure-store/azure-store';
import { AzureFailure } from '../../src/azure/failure';
import { noChoices, type StoredChoices } from '../../src/contract/wizard/stored-choices';
import type { OpenedSection } from '../../src/contract/wizard/plan';
import type { Confirmation } from '../../src/core/confirmation';
import { realClock, type WizardClock } from '../../src/features/wizard/clock';
import type { WizardPorts, WrittenFile } from '../../src/features/wizard/ports';
import { createSession, type WizardSession } from '../../src/features/wizard/session';
import type { WizardStore } from '../../src/features/wizard/store';
import { messagesIn } from './messages-in';
import type { Milestone } from '../../src/platform/milestones';
import { outputLog } from '../../src/platform/output-log';
import type { PythonFile } from '../../src/platform/python-files';
import type { Counted } from '../../src/platform/telemetry-events';
import type { SandboxAzure } from '../../src/sandbox/create-sandbox';
import { catalog, sampleConnection, type ConnectionOptions } from '../unit/features/sample-connection';
import { shippedTags } from './shipped-tags';

/** A question in the editor's own dialog before an action. For a name that must be typed, `button` is that name. */
interface Question {
  readonly title: string;
  readonly detail: string;
  readonly button: string;
}

/** Requests to the editor, in order. */
export interface Recorded {
  readonly confirmed: Question[];
  /** Titles of the input boxes and dialogs for a secret. */
  readonly asked: string[];
  readonly copied: string[];
  readonly opened: string[];
  readonly written: WrittenFile[][];
  readonly savedTexts: WrittenFile[];
  readonly notified: { message: string; button: string; press: () => void }[];
  /** Titles of the window's progress items. */
  readonly progress: string[];
  readonly revealed: () => number;
  /** Every line of the product's own log. */
  readonly logged: string[];
  /** Requested accounts. */
  readonly accounts: string[];
  /** Requested sign-ins. */
  readonly signIns: { readonly again?: boolean; readonly tenant?: string }[];
  /** Requested choices about the account. */
  readonly choices: string[];
  /** Events that were counted for telemetry. */
  readonly counted: Counted[];
  /** Milestones that were reported to the walkthrough. */
  readonly reached: Set<Milestone>;
  /** Changes that were reported to the other surfaces of the product. */
  readonly changed: AzureChange[];
}

/** Everything that the wizard needs except Azure and the place where its plan is stored. */
export type EditorPorts = Omit<WizardPorts, 'store' | 'keptPlan' | 'keep'>;

export interface SampleWizardOptions extends ConnectionOptions {
  /** Store of the session's state, for a test that reads it. */
  readonly stateStore?: WizardStore;
  readonly choices?: StoredChoices;
  readonly opened?: OpenedSection;
  readonly confirm?: boolean | ((question: Question) => boolean);
  /** The text or choice when asked for a secret; absent if the user cancels. */
  readonly secret?: string | (() => string | undefined);
  /** Texts for input boxes, in order; absent if the current value stays. */
  readonly typed?: string[];
  /** Labels to select in lists, in order; absent for the first. */
  readonly picked?: string[];
  /** Earlier confirmations by other users. */
  readonly confirmations?: readonly Confirmation[];
  readonly trusted?: boolean;
  /** Python files of the workspace, for each request. */
  readonly pythonFiles?: () => readonly PythonFile[];
  /** No account is signed in until the sample is selected. */
  readonly signedOut?: boolean;
  /** Files of the workspace that describe networks; null if no folder is open. */
  readonly networkFiles?: number | null;
  readonly visible?: boolean;
  /** Whether the page is currently visible to a user. */
  readonly isWatched?: () => boolean;
  /** False if the user cancels choosing a folder. */
  readonly folder?: boolean;
  readonly clock?: WizardClock;
  readonly renewSample?: () => void;
  readonly signIn?: WizardPorts['signIn'];
  /** IDs of the subscriptions to show. */
  readonly shown?: () => readonly string[] | null;
  readonly changeAccount?: (to: 'microsoft' | 'sample') => Promise<void>;
  /** The default is English. */
  readonly language?: string;
  /** Storage of the plan, instead of memory. */
  readonly plans?: Pick<WizardPorts, 'keptPlan' | 'keep'>;
  /** Parts of the editor that do more than record. */
  readonly editor?: Partial<EditorPorts>;
}

export interface SampleWizard {
  readonly session: WizardSession;
  readonly store: AzureStore;
  readonly sample: SandboxAzure;
  readonly recorded: Recorded;
  readonly saved: () => StoredChoices;
  readonly savedOpened: () => OpenedSection | null;
}

/** Returns the wizard's host over the sample: everything is real except the editor around it. It waits for a page. */
export function sampleWizard(options: SampleWizardOptions = {}): SampleWizard {
  const { sample, connect } = sampleConnection(options);
  const { ports, recorded } = recorder(options);
  let isSignedOut = options.signedOut ?? false;
  let choices = options.choices ?? noChoices;
  let opened = options.opened ?? null;
  const clock = options.clock ?? realClock;
  const store = createAzureStore({
    connect: () => (isSignedOut ? Promise.reject(new AzureFailure('signedOut')) : connect()),
    shippedTags: (cloud) => ports.shippedTags(cloud),
    now: () => clock.now(),
    after: (milliseconds, stop, task) => clock.after(milliseconds, stop, task),
    log: ports.log,
  });
  store.onChange((change) => void recorded.changed.push(change));
  const session = createSession(
    {
      ...ports,
      ...options.editor,
      ...clearing(ports, store),
      changeAccount: async (to) => {
        await ports.changeAccount(to);
        isSignedOut = false;
        store.clear();
      },
      store,
      keptPlan: () => ({ choices, opened }),
      keep: (plan) => ({ choices, opened } = plan),
      ...options.plans,
    },
    clock,
    options.stateStore,
  );
  return { session, store, sample, recorded, saved: () => choices, savedOpened: () => opened };
}

/** As in VS Code, where a change of account, sign-in, or sample clears what was read. */
function clearing(
  { signIn, renewSample }: EditorPorts,
  store: AzureStore,
): Pick<EditorPorts, 'signIn' | 'renewSample'> {
  return {
    signIn: (signInOptions) => signIn(signInOptions).then(() => store.clear()),
    renewSample: () => renewSample().then(() => store.clear()),
  };
}

/** Returns the editor around the wizard, as a recorder. */
function recorder(options: SampleWizardOptions): { ports: EditorPorts; recorded: Recorded } {
  let reveals = 0;
  let confirmations = options.confirmations ?? [];
  const recorded: Recorded = {
    confirmed: [],
    asked: [],
    copied: [],
    opened: [],
    written: [],
    savedTexts: [],
    notified: [],
    progress: [],
    logged: [],
    accounts: [],
    signIns: [],
    choices: [],
    counted: [],
    reached: new Set(),
    changed: [],
    revealed: () => reveals,
  };
  const log = (line: string): void => void recorded.logged.push(line);
  const ports: EditorPorts = {
    say: messagesIn(options.language ?? 'en'),
    log: outputLog({ debug: log, info: log, error: (line: string | Error) => log(String(line)) }),
    count: (one) => void recorded.counted.push(one),
    reached: (one) => void recorded.reached.add(one),
    shippedTags: (cloud) => Promise.resolve(cloud === 'public' ? catalog : shippedTags(cloud)),
    now: () => new Date(),
    confirm: (question) => {
      recorded.confirmed.push(question);
      const answer = options.confirm ?? true;
      return Promise.resolve(typeof answer === 'function' ? answer(question) : answer);
    },
    notify: (message, button, press) => void recorded.notified.push({ message, button, press }),
    confirmName: ({ title, detail, name }) => {
      const question = { title, detail, button: name };
      recorded.confirmed.push(question);
      const answer = options.confirm ?? true;
      return Promise.resolve(typeof answer === 'boolean' ? answer : answer(question));
    },
    keptConfirmations: () => confirmations,
    keepConfirmations: (all) => {
      confirmations = all;
    },
    askText: ({ title, value, fault }) => {
      recorded.asked.push(title);
      const typed = options.typed?.shift() ?? value;
      return Promise.resolve(fault(typed) === null ? typed : undefined);
    },
    askOne: ({ title }, lines) => {
      recorded.asked.push(title);
      const wanted = options.picked?.shift();
      return Promise.resolve(lines.find(({ label }) => wanted === undefined || label === wanted)?.value);
    },
    askSecret: (question) => {
      recorded.asked.push(question.title);
      return Promise.resolve(secretOf(options));
    },
    readChosenFile: (question) => {
      recorded.asked.push(question.title);
      return Promise.resolve(secretOf(options));
    },
    copy: (text) => Promise.resolve(void recorded.copied.push(text)),
    open: (url) => Promise.resolve(void recorded.opened.push(url)),
    openCheck: (id) => Promise.resolve(void recorded.opened.push(`page of ${id}`)),
    showInCompute: ({ name }) => Promise.resolve(void recorded.opened.push(`line of ${name}`)),
    openInPortal: (id) => Promise.resolve(void recorded.opened.push(`portal of ${id}`)),
    write: (files) => {
      const isChosen = options.folder ?? true;
      if (isChosen) recorded.written.push([...files]);
      if (!isChosen) return Promise.resolve(null);
      const at = files.map(({ name }) => ({ name, uri: `file:///work/infra/${name}` }));
      return Promise.resolve({ folder: 'infra', files: at });
    },
    openWritten: (uri) => Promise.resolve(void recorded.opened.push(uri)),
    saveText: (name, text) => Promise.resolve(void recorded.savedTexts.push({ name, text })),
    isTrusted: () => options.trusted ?? true,
    manageTrust: () => Promise.resolve(void recorded.opened.push('workspace trust')),
    pythonFiles: () => eachOf(options.pythonFiles?.() ?? []),
    countNetworkFiles: () => Promise.resolve(options.networkFiles ?? null),
    checkFiles: () => Promise.resolve(void recorded.opened.push('check of files')),
    openFolder: () => Promise.resolve(void recorded.opened.push('folder')),
    isPageVisible: () => options.visible ?? true,
    isWatched: () => options.isWatched?.() ?? true,
    reveal: () => void reveals++,
    withProgress: (title) => void recorded.progress.push(title),
    renewSample: () => Promise.resolve(options.renewSample?.()),
    signIn: (signInOptions) => {
      recorded.signIns.push(signInOptions);
      return options.signIn?.(signInOptions) ?? Promise.resolve();
    },
    choose: (what) => Promise.resolve(void recorded.choices.push(what)),
    shownSubscriptions: () => options.shown?.() ?? null,
    changeAccount: (to) => {
      recorded.accounts.push(to);
      return options.changeAccount?.(to) ?? Promise.resolve();
    },
  };
  return { ports, recorded };
}

function secretOf({ secret }: SampleWizardOptions): string | undefined {
  return typeof secret === 'function' ? secret() : secret;
}

async function* eachOf(files: readonly PythonFile[]): AsyncGenerator<PythonFile> {
  for (const file of files) yield await Promise.resolve(file);
}
