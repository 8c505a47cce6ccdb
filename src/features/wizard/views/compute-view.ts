import type { SelectOption, PlanView } from '../../../contract/wizard/plan';
import type { Say } from '../../../messages/say';
import { isComputeKind, planKinds, traitsOf, type PlanKind } from '../../../core/compute-kinds';
import { chosenWorkspace, hasPrivateLink, usesManagedNetwork, publicIp, isKindPossible } from '../selection';
import type { WizardState } from '../state';

type KindOption = PlanView['compute']['kinds'][number];

/** Returns the kinds and public-IP modes. Unavailable ones are shown with the reason. */
export function computeView(say: Say, state: WizardState): PlanView['compute'] {
  const { kind } = state.choices;
  // It can't be chosen in a managed virtual network, and an attached resource has its own setting.
  const isShown = !usesManagedNetwork(state) && isComputeKind(kind);
  return {
    kinds: planKinds.map((one) => kindChoice(say, state, one)),
    kind,
    publicIps: isShown ? [noPublicIp(say, state), yesPublicIp(say)] : [],
    publicIp: isShown ? (publicIp(state) ? 'yes' : 'no') : null,
  };
}

function kindChoice(say: Say, state: WizardState, kind: PlanKind): KindOption {
  const available = isKindPossible(state, kind);
  const workspace = chosenWorkspace(state)?.name ?? '';
  const line = available ? say(`kind.${kind}.line`) : say('kind.attached.managed', { workspace });
  const { action } = traitsOf(kind);
  return { value: kind, action, label: say(`kind.${kind}`), line, available, help: null };
}

function yesPublicIp(say: Say): SelectOption {
  return {
    value: 'yes',
    label: say('publicIp.yes'),
    line: say('publicIp.yes.line'),
    available: true,
    help: null,
  };
}

function noPublicIp(say: Say, state: WizardState): SelectOption {
  const workspace = chosenWorkspace(state);
  const label = say('publicIp.no');
  if (!workspace || hasPrivateLink(workspace)) {
    const line = say(state.choices.profile === '2020-12' ? 'publicIp.no.newer' : 'publicIp.no.line');
    return { value: 'no', label, line, available: true, help: null };
  }
  const available = workspace.hasPrivateEndpoint.known;
  return {
    value: 'no',
    label,
    line: say(available ? 'publicIp.no.fixable' : 'publicIp.no.notReadable', { workspace: workspace.name }),
    available,
    help: { id: 'howToPrivateEndpoint', label: say('action.howToPrivateEndpoint') },
  };
}
