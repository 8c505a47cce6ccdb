import type { Readiness } from '../../../contract/wizard/readiness';
import type { Creation } from '../../../contract/wizard/creation';
import type { FixPreview } from '../../../contract/wizard/fix-preview';
import type { TargetList } from '../../../contract/wizard/attach';
import type { NetworkList, SubnetList } from '../../../contract/wizard/lists';
import type { PlanView } from '../../../contract/wizard/plan';
import type { Report } from '../../../contract/wizard/report';
import type { Review } from '../../../contract/wizard/review';
import type { Say } from '../../../messages/say';
import type { WizardState } from '../state';
import { readinessView } from './readiness-view';
import { fixView } from './fix-view';
import { networkListView, subnetListView } from './lists-view';
import { planView } from './plan-view';
import { reportView } from './report-view';
import { reviewView } from './review-view';
import { targetsView } from './targets-view';

/** Every snapshot the page holds, by the signal that carries it. */
export interface WizardViews {
  readonly planChanged: PlanView;
  readonly networksChanged: NetworkList;
  readonly subnetsChanged: SubnetList;
  readonly targetsChanged: TargetList | null;
  readonly boardChanged: Readiness;
  readonly previewChanged: FixPreview | null;
  readonly reviewChanged: Review;
  readonly creationChanged: Creation | null;
  readonly reportChanged: Report | null;
}

type Part = keyof WizardState;

/** Makes the snapshots of a state; one whose parts of the state did not change is the very same object. */
export function createViews(say: Say): (state: WizardState, isTrusted: boolean) => WizardViews {
  const plan = onChange(planParts, (state) => planView(say, state));
  const networks = onChange(listParts, (state) => networkListView(say, state));
  const subnets = onChange(listParts, (state) => subnetListView(say, state));
  const targets = onChange(targetParts, (state) => targetsView(say, state));
  const board = onChange(readinessParts, (state) => readinessView(say, state));
  const preview = onChange(['preview', 'networks'], (state) => fixView(say, state));
  const report = onChange(
    ['report', 'evaluation', 'choices', 'diagnosis', 'diagnosing', 'workspaces'],
    (state) => reportView(say, state),
  );
  const trusted = onChange(reviewParts, (state) => reviewView(say, state, true));
  const untrusted = onChange(reviewParts, (state) => reviewView(say, state, false));
  return (state, isTrusted) => ({
    planChanged: plan(state),
    networksChanged: networks(state),
    subnetsChanged: subnets(state),
    targetsChanged: targets(state),
    boardChanged: board(state),
    previewChanged: preview(state),
    reviewChanged: isTrusted ? trusted(state) : untrusted(state),
    creationChanged: state.creation && !state.creation.hidden ? state.creation.view : null,
    reportChanged: report(state),
  });
}

const choiceParts: readonly Part[] = [
  'choices',
  'proposal',
  'connection',
  'subscriptions',
  'workspaces',
  'networks',
  'targets',
  'computes',
  'otherComputes',
  'vmSizes',
  'quotas',
  'identities',
  'privateKeyRefused',
];
const planParts: readonly Part[] = [
  ...choiceParts,
  'opened',
  'tenants',
  'shown',
  'signedOut',
  'services',
  'servicesFailed',
  'tags',
];
const listParts: readonly Part[] = [
  'choices',
  'networks',
  'locks',
  'workspaces',
  'computes',
  'otherComputes',
  'rowVerdicts',
  'rowOrder',
];
const targetParts: readonly Part[] = [...listParts, 'subscriptions', 'targets', 'evaluation'];
const readinessParts: readonly Part[] = [
  'evaluation',
  'proposal',
  'preview',
  'checking',
  'staleBecause',
  'notice',
  'newRequirements',
  'applied',
  'found',
  'networks',
  'targets',
  'choices',
  'tags',
  'liveTagsLack',
  'defaultImages',
  'workspaces',
];
const reviewParts: readonly Part[] = [...choiceParts, 'evaluation', 'creation'];

function onChange<V>(parts: readonly Part[], make: (state: WizardState) => V): (state: WizardState) => V {
  let last: { readonly state: WizardState; readonly view: V } | undefined;
  return (state) => {
    const before = last;
    if (before && parts.every((part) => Object.is(before.state[part], state[part]))) return before.view;
    const view = make(state);
    last = { state, view };
    return view;
  };
}
