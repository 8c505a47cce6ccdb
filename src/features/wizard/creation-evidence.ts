import type { StoredChoices } from '../../contract/wizard/stored-choices';
import { idUpTo, sameId } from '../../core/network/find';
import { matchPlan, type ComputePlan, type Plan } from '../../plans/compute-plan';
import type { CreationState } from './creation-state';
import { chosenWorkspace, subnetChoice } from './selection';
import { withParts, type WizardState } from './state';

/**
 * The state as if the plan of the creation were chosen, by today's requirements: it's created today. Null where another
 * workspace is chosen, since nothing of its own is then read.
 */
export function stateOfCreation(state: WizardState): WizardState | null {
  const { creation } = state;
  const workspace = chosenWorkspace(state);
  if (!creation || !workspace || !sameId(workspace.id, creation.plan.workspaceId)) return null;
  const choices = choicesOf(creation.plan, state.choices);
  // What was read around another subnet says nothing of this one.
  const around = isInChosenSubnet(state, creation) ? {} : { governance: null, services: null };
  return withParts(state, { choices, proposal: null, ...around });
}

/** True where the subnet that is chosen now is the one that the creation is for. */
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
