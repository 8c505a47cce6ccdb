import type { PlanView } from '../../../contract/wizard/plan';
import type { Say } from '../../../messages/say';
import { signInAction } from '../../../wording/sign-in-text';
import { chosenNetwork, chosenSubnet, isProposing } from '../selection';
import { formatFailure } from '../failures';
import { loadedValue, type WizardState } from '../state';
import { accessView } from './access-view';
import { managedView } from './managed-view';
import { newNetworkViewOf } from './new-network-view';
import { planFileView } from './plan-file-view';
import { readySubnetTip } from './ready-subnet';
import { isPreselected, recommendedSubnet } from './recommendation-view';
import { regionsView } from './regions-view';
import { sectionViews } from './section-view';
import { sizeView } from './size-view';
import { signedOutNote, startView } from './start-view';
import { computeView } from './compute-view';
import { workspaceView } from './workspace-view';

/** Returns the plan as the page shows it. */
export function planView(say: Say, state: WizardState): PlanView {
  const connection = loadedValue(state.connection);
  return {
    start: startView(say, state),
    language: say.language,
    sample: connection?.sample ?? false,
    account: connection?.account ?? null,
    signIn: state.signedOut
      ? { text: formatFailure(say, state.signedOut), action: signInAction(say, state.signedOut) }
      : signedOutNote(say, state),
    opened: state.opened,
    led: state.led,
    preselected: isPreselected(state),
    sections: sectionViews(say, state),
    planFile: planFileView(say, state),
    workspace: workspaceView(say, state),
    compute: computeView(say, state),
    network: networkView(say, state),
    size: sizeView(say, state),
    access: accessView(say, state),
  };
}

function networkView(say: Say, state: WizardState): PlanView['network'] {
  return {
    managed: managedView(say, state),
    proposed: newNetworkViewOf(say, state),
    network: chosenNetwork(state)?.id ?? null,
    // A network to create isn't in the lists.
    subnet: isProposing(state) ? null : (chosenSubnet(state)?.subnet.id ?? null),
    recommended: recommendedSubnet(say, state),
    ready: readySubnetTip(say, state),
    regions: regionsView(say, state),
  };
}
