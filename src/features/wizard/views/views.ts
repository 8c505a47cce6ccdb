import type { Readiness } from '../../../contract/wizard/readiness';
import type { Creation } from '../../../contract/wizard/creation';
import type { FixPreview } from '../../../contract/wizard/fix-preview';
import type { TargetList } from '../../../contract/wizard/attach';
import type { NetworkList, SubnetList } from '../../../contract/wizard/lists';
import type { PlanView } from '../../../contract/wizard/plan';
import type { Report } from '../../../contract/wizard/report';
import type { RequestPage } from '../../../contract/wizard/request';
import type { Review } from '../../../contract/wizard/review';
import type { Say } from '../../../messages/say';
import { derived, lazyProperties } from '../derived';
import type { WizardState } from '../state';
import { creationView } from './creation-view';
import { readinessView } from './readiness-view';
import { fixView } from './fix-view';
import { networkListView, subnetListView } from './lists-view';
import { planView } from './plan-view';
import { reportView } from './report-view';
import { requestView } from './request-view';
import { reviewView } from './review-view';
import { targetsView } from './targets-view';

/** All snapshots of the page, by signal. */
export interface WizardViews {
  readonly planChanged: PlanView;
  readonly networksChanged: NetworkList;
  readonly subnetsChanged: SubnetList;
  readonly targetsChanged: TargetList | null;
  readonly readinessChanged: Readiness;
  readonly previewChanged: FixPreview | null;
  readonly reviewChanged: Review;
  readonly creationChanged: Creation | null;
  readonly reportChanged: Report | null;
  readonly requestChanged: RequestPage | null;
}

/** Returns the snapshots of a state. Each is computed when it's read, and stays the same object while it's equal. */
export function createViews(say: Say, state: WizardState, now: () => Date = () => new Date()): WizardViews {
  return lazyProperties<WizardViews>({
    planChanged: derived(() => planView(say, state)),
    networksChanged: derived(() => networkListView(say, state)),
    subnetsChanged: derived(() => subnetListView(say, state)),
    targetsChanged: derived(() => targetsView(say, state)),
    readinessChanged: derived(() => readinessView(say, state)),
    previewChanged: derived(() => fixView(say, state)),
    reviewChanged: derived(() => reviewView(say, state, state.isTrusted)),
    creationChanged: derived(() => creationView(say, state)),
    reportChanged: derived(() => reportView(say, state)),
    requestChanged: derived(() => requestView(say, state, now())),
  });
}
