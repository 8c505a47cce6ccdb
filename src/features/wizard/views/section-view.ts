import { traitsOf, isComputeKind, type ComputeAction } from '../../../core/compute-kinds';
import { displayText } from '../../../core/text/display-text';
import type { PlanSection, SectionId } from '../../../contract/wizard/plan';
import { nameOf, segmentOf } from '../../../core/network/find';
import type { MessageKey } from '../../../messages/en/catalog';
import { sayReason, type Say } from '../../../messages/say';
import {
  chosenSubnet,
  chosenSubscription,
  chosenVmSize,
  chosenWorkspace,
  usesManagedNetwork,
  isProposing,
  pickedWorkspace,
  publicIp,
  runsNetwork,
  unfitOf,
} from '../selection';
import { plannedName, plannedNodes } from '../derived-plan';
import { hasPrivateLink } from '../selection';
import { nodesProblem } from '../size-problems';
import { optionFault } from '../size-options';
import type { WizardState } from '../state';
import { accessSection, targetSection } from './attach-sections';
import { nameMissing } from './missing-names';
import { formatRegion } from '../../../wording/region-text';
import { kindText } from './workspace-view';

interface KindSections {
  readonly network: (say: Say, state: WizardState) => PlanSection;
  readonly size: (say: Say, state: WizardState) => PlanSection;
  /** The message that locks the review while `size` is incomplete. */
  readonly incomplete: MessageKey;
}

const sections: Readonly<Record<ComputeAction, KindSections>> = {
  create: { network: subnetSection, size: sizeSection, incomplete: 'section.locked.size' },
  attach: { network: targetSection, size: accessSection, incomplete: 'section.locked.access' },
};

function sectionsOf({ choices }: WizardState): KindSections {
  return sections[traitsOf(choices.kind).action];
}

/**
 * Returns the collapsed line of each section: its choices in one sentence, whether it can open, and what is missing.
 */
export function sectionViews(say: Say, state: WizardState): Readonly<Record<SectionId, PlanSection>> {
  return {
    workspace: workspaceSection(say, state),
    compute: computeSection(say, state),
    network: networkSection(say, state),
    size: sectionsOf(state).size(say, state),
    review: reviewSection(say, state),
  };
}

function workspaceSection(say: Say, state: WizardState): PlanSection {
  const workspace = chosenWorkspace(state);
  const subscription = chosenSubscription(state);
  const link = hasPrivateLink(workspace) ? 'section.workspace.privateLink' : 'section.workspace.public';
  const parts = workspace
    ? [
        workspace.name,
        kindText(say, workspace),
        formatRegion(workspace.location.known ? workspace.location.value : ''),
        say(runsNetwork(workspace) ? 'section.workspace.managed' : link),
        subscription?.name,
      ]
    : [];
  const missing = subscription ? workspaceMissing(state) : 'section.missing.subscription';
  return {
    summary:
      parts.length > 0
        ? parts.flatMap((part) => (part ? [displayText(part)] : [])).join(' · ')
        : say('section.workspace.hint'),
    complete: workspace !== undefined,
    locked: null,
    missing: workspace ? null : say(missing),
  };
}

function workspaceMissing(state: WizardState): 'section.missing.workspace' | 'section.missing.computes' {
  return pickedWorkspace(state) ? 'section.missing.computes' : 'section.missing.workspace';
}

function computeSection(say: Say, state: WizardState): PlanSection {
  const locked = chosenWorkspace(state) ? null : say('section.locked.workspace');
  const kind = say(`kind.${state.choices.kind}.long`);
  const ip = say(publicIp(state) ? 'publicIp.yes.long' : 'publicIp.no.long');
  const showsPublicIp = !usesManagedNetwork(state) && isComputeKind(state.choices.kind);
  const chosen = showsPublicIp ? `${kind} · ${ip}` : kind;
  return {
    summary: locked === null ? chosen : say('section.compute.hint'),
    complete: locked === null,
    locked,
    missing: null,
  };
}

function networkSection(say: Say, state: WizardState): PlanSection {
  if (!chosenWorkspace(state)) {
    const locked = say('section.locked.workspace');
    return { summary: say('section.network.hint'), complete: false, locked, missing: null };
  }
  return sectionsOf(state).network(say, state);
}

function subnetSection(say: Say, state: WizardState): PlanSection {
  if (usesManagedNetwork(state)) {
    return { summary: say('section.network.managed'), complete: true, locked: null, missing: null };
  }
  const found = chosenSubnet(state);
  if (!found && isProposing(state)) {
    const missing = say('newNetwork.missing');
    return { summary: say('newNetwork.heading'), complete: false, locked: null, missing };
  }
  if (!found) {
    const missing = say('section.missing.subnet');
    return { summary: say('section.network.hint'), complete: false, locked: null, missing };
  }
  const values = {
    subnet: found.subnet.name,
    network: nameOf(found.network.id),
    group: segmentOf(found.network.id, 'resourceGroups') ?? '',
  };
  const key = isProposing(state) ? 'newNetwork.section' : 'section.network.chosen';
  const missing = unfitText(say, state);
  return { summary: say(key, values), complete: missing === null, locked: null, missing };
}

/** Returns the advice for a subnet that can't be used; null for other subnets. */
function unfitText(say: Say, state: WizardState): string | null {
  const why = unfitOf(state);
  return why && say('section.locked.unfit', { why: sayReason(say, why) });
}

function sizeSection(say: Say, state: WizardState): PlanSection {
  const locked = sizeLocked(say, state);
  const size = chosenVmSize(state);
  const missing = locked === null ? sizeMissing(say, state) : null;
  const complete = locked === null && missing === null;
  if (!complete || !size) return { summary: say('section.size.hint'), complete, locked, missing };
  const nodes = plannedNodes(state);
  const counts = traitsOf(state.choices.kind).scales
    ? [say('section.size.nodes', { min: nodes.min, max: nodes.max })]
    : [];
  return {
    summary: [plannedName(state), size.name, ...counts].map(displayText).join(' · '),
    complete,
    locked,
    missing,
  };
}

function sizeLocked(say: Say, state: WizardState): string | null {
  if (!chosenWorkspace(state)) return say('section.locked.workspace');
  if (usesManagedNetwork(state)) return null;
  if (chosenSubnet(state)) return unfitText(say, state);
  return say(isProposing(state) ? 'newNetwork.locked' : 'section.locked.subnet');
}

function sizeMissing(say: Say, state: WizardState): string | null {
  const name = nameMissing(say, state);
  if (name !== null) return name;
  if (!chosenVmSize(state)) return say('section.missing.vmSize');
  if (nodesProblem(say, state) !== null) return say('section.missing.nodes');
  const fault = optionFault(state);
  return fault && say(`section.missing.${fault}`);
}

function reviewSection(say: Say, state: WizardState): PlanSection {
  const { size: sectionOf, incomplete } = sectionsOf(state);
  const size = sectionOf(say, state);
  const locked = size.locked ?? (size.complete ? null : say(incomplete));
  return {
    summary:
      locked === null
        ? say(isProposing(state) ? 'newNetwork.review' : 'section.review.line')
        : say('section.review.hint'),
    complete: false,
    locked,
    missing: null,
  };
}
