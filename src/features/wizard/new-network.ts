import {
  completeProposedNetwork,
  planInProposedSubnet,
  type CompletedNetwork,
} from '../../checks/new-network/complete-proposed-network';
import { networkFaults, overlapAdvice } from '../../checks/new-network/network-faults';
import { proposeNetwork } from '../../checks/new-network/propose-network';
import { applyFix } from '../../checks/fixes/apply-fix';
import { unfitReason } from '../../checks/subnet-suitability';
import { computeKindOf } from '../../core/compute-kinds';
import type { PlanToCheck } from '../../core/plan';
import { chosenWorkspace, usesManagedNetwork } from './selection';
import { checkInputOf } from './check-input';
import type { ProposalInput, Proposal } from './proposal';
import { loadedValue, type WizardState } from './state';

/** Returns the input of a proposed network; null if the user chooses an existing one. */
export function proposalInput(state: WizardState, plan: PlanToCheck): ProposalInput | null {
  const { newNetwork: options } = state.choices;
  const workspace = chosenWorkspace(state);
  const facts = checkInputOf(state);
  // Used names and addresses are unknown until the networks are read.
  const networks = loadedValue(state.networks);
  if (options === null || !workspace || !facts || !networks) return null;
  if (usesManagedNetwork(state) || computeKindOf(plan.kind) === null) return null;
  // The network doesn't depend on the compute resource's name.
  return { options, workspace, networks, facts, plan: { ...plan, name: null } };
}

export function propose({ options, workspace, networks: model, facts, plan }: ProposalInput): Proposal {
  const maxNodes = plan.maxNodes.known ? plan.maxNodes.value : 1;
  const proposed = proposeNetwork(options, { workspace, model, maxNodes });
  const faults = networkFaults(proposed, model);
  const isSound = Object.keys(faults).length === 0;
  const bare = isSound ? completeProposedNetwork(proposed, { model, plan, facts }) : null;
  const completed = bare && options.privateEndpoint ? withEndpoint(bare) : bare;
  const unfit = completed ? unfitReason(completed.model, planInProposedSubnet(proposed, plan)) : undefined;
  return { proposed, faults, advice: unfit ?? overlapAdvice(proposed, model) ?? null, completed };
}

/** Adds the chosen private endpoint to the network. */
function withEndpoint(completed: CompletedNetwork): CompletedNetwork {
  const { endpoint, fixes, model } = completed;
  if (endpoint === null) return completed;
  return { ...completed, fixes: [...fixes, endpoint], model: applyFix(model, endpoint) };
}
