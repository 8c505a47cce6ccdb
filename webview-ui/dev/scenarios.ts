import type { Board } from '@contract/wizard/board';
import type { NetworkList, SubnetList } from '@contract/wizard/lists';
import type { PlanView } from '@contract/wizard/plan';
import type { SectionId } from '@contract/wizard/plan';
import type { Review } from '@contract/wizard/review';
import { denyAllBoard, emptyBoard, readyBoard } from './data/boards';
import { networks, subnets } from './data/networks';
import { longPicture } from './data/pictures';
import { managedNetwork, plan, tooFew } from './data/plans';
import { review } from './data/reviews';

/** What the scripted host starts with. */
export interface Scenario {
  readonly plan: PlanView;
  readonly networks: NetworkList;
  readonly subnets: SubnetList;
  readonly board: Board;
  /** Section that the page finds open. */
  readonly open: SectionId;
  readonly review?: Review;
  /** Every call fails. */
  readonly failing?: boolean;
}

const prod = 'vnet-ml-prod-weu';

function chosen(subnet: string): PlanView {
  const start = plan();
  return {
    ...start,
    sections: {
      ...start.sections,
      network: {
        ...start.sections.network,
        summary: `${subnet} in ${prod}, rg-network-prod`,
        complete: true,
        missing: null,
      },
    },
    network: { managed: null, proposed: null, network: prod, subnet },
  };
}

const nothingChosen = (): PlanView => {
  const start = plan();
  const locked = { summary: '', complete: false, locked: 'Choose a workspace first', missing: null };
  return {
    ...start,
    sections: {
      where: {
        summary: 'Subscription and workspace',
        complete: false,
        locked: null,
        missing: 'Choose a workspace to continue',
      },
      what: locked,
      network: locked,
      size: locked,
      review: locked,
    },
    where: { ...start.where, workspace: null },
  };
};

const managed = (): PlanView => {
  const start = plan();
  return {
    ...start,
    sections: {
      ...start.sections,
      where: {
        ...start.sections.where,
        summary: 'mlw-risk-prod · West Europe · managed network · Contoso Research',
      },
      what: { ...start.sections.what, summary: 'Compute cluster' },
      network: {
        summary: 'Managed by the workspace, no subnet to choose',
        complete: true,
        locked: null,
        missing: null,
      },
    },
    where: { ...start.where, workspace: 'mlw-risk-prod' },
    what: { ...start.what, publicIps: [], publicIp: null },
    network: managedNetwork,
    size: { ...start.size, capacity: null },
  };
};

const short = (): PlanView => {
  const start = chosen('snet-sandbox');
  return {
    ...start,
    size: {
      ...start.size,
      nameState: {
        is: 'taken',
        text: 'Taken: cpu-cluster2 exists in mlw-fraud-prod. It is never overwritten.',
      },
      quota: { text: '4 of 100 cores left for this family', enough: false },
      capacity: tooFew,
    },
  };
};

const soon = (): string => new Date(Date.now() + 12_000).toISOString();

/** Every situation that the page is looked at in, by the name its address carries. */
export const scenarios: Readonly<Record<string, () => Scenario>> = {
  start: () => ({
    plan: nothingChosen(),
    networks: networks(4),
    subnets: subnets(null),
    board: emptyBoard(),
    open: 'where',
  }),
  what: () => ({
    plan: plan(),
    networks: networks(4),
    subnets: subnets(null),
    board: emptyBoard(),
    open: 'what',
  }),
  healthy: () => ({
    plan: chosen('snet-train-gpu'),
    networks: networks(4),
    subnets: subnets(prod),
    board: readyBoard('snet-train-gpu', 1),
    open: 'size',
  }),
  'deny-all': () => ({
    plan: chosen('snet-training'),
    networks: networks(512),
    subnets: subnets(prod),
    board: denyAllBoard('snet-training', 1),
    open: 'network',
  }),
  'changed-elsewhere': () => ({
    plan: chosen('snet-training'),
    networks: networks(4),
    subnets: subnets(prod),
    board: {
      ...denyAllBoard('snet-training', 1),
      notice: {
        text: 'nsg-training changed in Azure at 12:04: rule Deny-BySomebodyElse added. 3 verdicts changed.',
        show: 'outbound-aml-udp-5831',
      },
    },
    open: 'network',
  }),
  'signed-out': () => ({
    plan: chosen('snet-training'),
    networks: networks(4),
    subnets: subnets(prod),
    board: {
      ...denyAllBoard('snet-training', 1),
      stale: 'Shown as read 12:04. You are signed out.',
      isSignedOut: true,
    },
    open: 'network',
  }),
  many: () => ({
    plan: plan(),
    networks: networks(5000),
    subnets: subnets(null),
    board: emptyBoard(),
    open: 'network',
  }),
  managed: () => ({
    plan: managed(),
    networks: networks(0),
    subnets: subnets(null),
    board: readyBoard('mlw-risk-prod', 1),
    open: 'network',
  }),
  short: () => ({
    plan: short(),
    networks: networks(4),
    subnets: subnets(prod),
    board: denyAllBoard('snet-sandbox', 1),
    open: 'size',
  }),
  review: () => ({
    plan: chosen('snet-training'),
    networks: networks(4),
    subnets: subnets(prod),
    board: denyAllBoard('snet-training', 1),
    open: 'review',
  }),
  'review-long': () => ({
    plan: chosen('snet-training'),
    networks: networks(4),
    subnets: subnets(prod),
    board: denyAllBoard('snet-training', 1),
    open: 'review',
    review: review(longPicture()),
  }),
  throttled: () => ({
    plan: plan(),
    networks: {
      ...networks(0),
      state: { is: 'problem', text: 'Azure slows us down.', actions: [], retryAt: soon() },
    },
    subnets: subnets(null),
    board: emptyBoard(),
    open: 'network',
    failing: true,
  }),
  forbidden: () => ({
    plan: plan(),
    networks: {
      ...networks(0),
      state: {
        is: 'empty',
        text: 'No virtual network in Contoso Research.',
        actions: [
          { id: 'other', label: 'Choose another subscription' },
          { id: 'new', label: 'Write Bicep for a new one' },
        ],
      },
    },
    subnets: subnets(null),
    board: emptyBoard(),
    open: 'network',
  }),
  reading: () => ({
    plan: plan(),
    networks: { ...networks(0), state: { is: 'reading' } },
    subnets: subnets(null),
    board: emptyBoard(),
    open: 'network',
  }),
};
