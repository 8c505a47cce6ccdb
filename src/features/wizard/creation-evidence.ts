import type { StoredChoices } from '../../contract/wizard/stored-choices';
import { idUpTo, sameId } from '../../core/network/find';
import { matchPlan, type ComputePlan, type Plan } from '../../plans/compute-plan';
import type { CreationState } from './creation-state';
import { chosenWorkspace, subnetChoice } from './selection';
import { withParts, type WizardState } from './state';

/**
 * Returns the state as if the creation's plan were chosen, with today's requirements because it's created today.
 * null if another workspace is chosen, because the data of the creation's workspace isn't read then.
 */
export function stateOfCreation(state: WizardState): WizardState | null {
  const { creation } = state;
  const workspace = chosenWorkspace(state);
  if (!creation || !workspace || !sameId(workspace.id, creation.plan.workspaceId)) return null;
  const choices = choicesOf(creation.plan, state.choices);
  // Data that was read for another subnet doesn't apply.
  const around = isInChosenSubnet(state, creation) ? {} : { governance: null, services: null };
  return withParts(state, { choices, proposal: null, ...around });
}

/** Checks whether the chosen subnet is the one of the creation. */
export function isInChosenSubnet(state: WizardState, { plan }: CreationState): boolean {
  const chosen = subnetChoice(state);
  return chosen === null || plan.subnetId === null ? chosen === plan.subnetId : sameId(chosen, plan.subnetId);
}

function choicesOf(plan: Plan, choices: StoredChoices): StoredChoices {
  const { kind, name, subnetId } = plan;
  const own = { ...choices, kind, name, newNetwork: null, profile: 'current' } as const;
  return matchPlan<StoredChoices>(plan, {
    create: ({ publicIp, vmSize, nodes, ssh }) => ({
      ...own,
      publicIp,
      vmSize,
      minNodes: nodes.min,
      maxNodes: nodes.max,
      subnet: subnetId,
      network: subnetId === null ? null : idUpTo(subnetId, 'subnets'),
      options: { ...choices.options, ssh: sshOf(ssh, choices) },
    }),
    attach: ({ targetId, access }) => ({
      ...own,
      attach: {
        ...choices.attach,
        target: targetId,
        subnet: subnetId,
        ...(access.is === 'ssh' ? { port: access.port } : {}),
      },
    }),
  });
}

function sshOf(ssh: ComputePlan['ssh'], { options }: StoredChoices): StoredChoices['options']['ssh'] {
  return { ...options.ssh, on: ssh !== null, publicPort: ssh?.publicPort === true };
}
