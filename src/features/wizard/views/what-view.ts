import type { Choice, PlanView } from '../../../contract/wizard/plan';
import type { Say } from '../../../messages/say';
import { chosenWorkspace, hasPrivateLink, isManaged, publicIp } from '../chosen';
import type { WizardState } from '../state';

/** Kinds and public-IP modes; one that is not available stays visible with its reason. */
export function whatView(say: Say, state: WizardState): PlanView['what'] {
  return {
    kinds: [kindChoice(say, 'cluster'), kindChoice(say, 'instance')],
    kind: state.choices.kind,
    // In a managed network nobody chooses.
    publicIps: isManaged(state) ? [] : [noPublicIp(say, state), yesPublicIp(say)],
    publicIp: isManaged(state) ? null : publicIp(state) ? 'yes' : 'no',
  };
}

function kindChoice(say: Say, kind: 'cluster' | 'instance'): Choice {
  return {
    value: kind,
    label: say(`kind.${kind}`),
    line: say(`kind.${kind}.line`),
    available: true,
    help: null,
  };
}

function yesPublicIp(say: Say): Choice {
  return {
    value: 'yes',
    label: say('publicIp.yes'),
    line: say('publicIp.yes.line'),
    available: true,
    help: null,
  };
}

function noPublicIp(say: Say, state: WizardState): Choice {
  const workspace = chosenWorkspace(state);
  const label = say('publicIp.no');
  if (!workspace || hasPrivateLink(workspace)) {
    return { value: 'no', label, line: say('publicIp.no.line'), available: true, help: null };
  }
  const why = workspace.hasPrivateEndpoint.known ? 'publicIp.no.why' : 'publicIp.no.notReadable';
  return {
    value: 'no',
    label,
    line: say(why, { workspace: workspace.name }),
    available: false,
    help: { id: 'howToPrivateEndpoint', label: say('action.howToPrivateEndpoint') },
  };
}
