import type { Envelope, Port } from '../../../../src/contract/channel';
import { connect, type Connection } from '../../../../src/contract/connect';
import type { Board } from '../../../../src/contract/wizard/board';
import { wizardChannel, type WizardChannel } from '../../../../src/contract/wizard/channel';
import type { Creation } from '../../../../src/contract/wizard/creation';
import type { FixPreview } from '../../../../src/contract/wizard/fix-preview';
import type { NetworkList, SubnetList } from '../../../../src/contract/wizard/lists';
import type { PlanView } from '../../../../src/contract/wizard/plan';
import type { Review } from '../../../../src/contract/wizard/review';
import { noChoices, type StoredChoices } from '../../../../src/contract/wizard/stored-choices';
import { tagCatalogueOf } from '../../../../src/core/tags/tag-snapshot';
import type {
  Connection as AzureConnection,
  WizardPorts,
  WrittenFile,
} from '../../../../src/features/wizard/ports';
import { createSession } from '../../../../src/features/wizard/session';
import { speaker } from '../../../../src/messages/say';
import type { SandboxAzure } from '../../../../src/sandbox/create-sandbox';
import type { SampleOptions } from '../../../../src/sandbox/sample/create-sample-azure';
import { connectSample, publicTags } from '../../azure/sample';

/** What a page would hold. */
export interface PageState {
  plan?: PlanView;
  networks?: NetworkList;
  subnets?: SubnetList;
  board?: Board;
  preview?: FixPreview | null;
  review?: Review;
  creation?: Creation | null;
}

export interface OpenWizard {
  readonly call: Connection<WizardChannel>['call'];
  readonly page: PageState;
  readonly sample: SandboxAzure;
  readonly saved: () => StoredChoices;
  readonly confirmed: { title: string; detail: string; button: string }[];
  readonly copied: string[];
  readonly opened: string[];
  readonly written: WrittenFile[][];
  /** Waits until `check` holds; fails after two seconds with what the page holds. */
  until(what: string, check: (page: PageState) => boolean): Promise<void>;
  dispose(): void;
}

export interface OpenOptions {
  readonly sample?: Partial<SampleOptions>;
  readonly choices?: StoredChoices;
  readonly confirm?: boolean;
  readonly trusted?: boolean;
  /** Another connection than the sample's own. */
  readonly connect?: (sample: AzureConnection) => Promise<AzureConnection>;
}

/** The wizard's host over the sample, with a page in memory: everything real but the editor around it. */
export function openWizard(options: OpenOptions = {}): OpenWizard {
  const { azure, sample } = connectSample(options.sample);
  const own: AzureConnection = { azure, cloud: 'public', sample: true, account: null };
  let choices = options.choices ?? noChoices;
  const confirmed: OpenWizard['confirmed'] = [];
  const copied: string[] = [];
  const opened: string[] = [];
  const written: WrittenFile[][] = [];
  const ports: WizardPorts = {
    say: speaker('en'),
    log: { debug: () => undefined, info: () => undefined, error: () => undefined },
    userName: 'anna',
    connect: () => (options.connect ? options.connect(own) : Promise.resolve(own)),
    shippedTags: () =>
      Promise.resolve(tagCatalogueOf(publicTags() as unknown as Parameters<typeof tagCatalogueOf>[0])),
    now: () => new Date(),
    save: (next) => {
      choices = next;
    },
    confirm: (question) => {
      confirmed.push(question);
      return Promise.resolve(options.confirm ?? true);
    },
    notify: () => undefined,
    copy: (text) => Promise.resolve(void copied.push(text)),
    open: (url) => Promise.resolve(void opened.push(url)),
    openCheck: (id) => Promise.resolve(void opened.push(id)),
    openInPortal: (id) => Promise.resolve(void opened.push(id)),
    write: (files) => {
      written.push([...files]);
      return Promise.resolve(true);
    },
    isTrusted: () => options.trusted ?? true,
    isPageVisible: () => true,
    reveal: () => undefined,
    withProgress: () => undefined,
    changeAccount: () => Promise.resolve(),
  };
  const session = createSession(ports, choices);
  const [hostPort, pagePort] = pair();
  session.attach(hostPort);
  const wire = connect(wizardChannel, pagePort);
  const page = listen(wire);
  wire.hello();
  return {
    call: wire.call,
    page,
    sample,
    saved: () => choices,
    confirmed,
    copied,
    opened,
    written,
    until: (what, check) => until(what, () => check(page), page),
    dispose: () => session.dispose(),
  };
}

function listen(wire: Connection<WizardChannel>): PageState {
  const page: PageState = {};
  wire.on('planChanged', (plan) => (page.plan = plan));
  wire.on('networksChanged', (networks) => (page.networks = networks));
  wire.on('subnetsChanged', (subnets) => (page.subnets = subnets));
  wire.on('boardChanged', (board) => (page.board = board));
  wire.on('previewChanged', (preview) => (page.preview = preview));
  wire.on('reviewChanged', (review) => (page.review = review));
  wire.on('creationChanged', (creation) => (page.creation = creation));
  return page;
}

/** Two ends of one pipe; messages travel as JSON, as `postMessage` would carry them. */
function pair(): [Port, Port] {
  const listeners: [Set<(raw: unknown) => void>, Set<(raw: unknown) => void>] = [new Set(), new Set()];
  const end = (mine: 0 | 1, other: 0 | 1): Port => ({
    post: (message: Envelope) => {
      const raw: unknown = JSON.parse(JSON.stringify(message));
      queueMicrotask(() => listeners[other].forEach((listener) => listener(raw)));
    },
    listen: (listener) => {
      listeners[mine].add(listener);
      return () => listeners[mine].delete(listener);
    },
  });
  return [end(0, 1), end(1, 0)];
}

async function until(what: string, check: () => boolean, page: PageState): Promise<void> {
  const end = Date.now() + 5000;
  while (!check()) {
    if (Date.now() > end)
      throw new Error(`Waited for ${what}; the page holds ${JSON.stringify(page).slice(0, 2000)}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
