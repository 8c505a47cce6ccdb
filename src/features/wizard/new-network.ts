import {
  completePeeredNetwork,
  completeProposedNetwork,
  planInProposedSubnet,
  type CompletedNetwork,
} from '../../checks/new-network/complete-proposed-network';
import { networkFaults, overlapAdvice } from '../../checks/new-network/network-faults';
import { proposeNetwork, type NetworkConnection } from '../../checks/new-network/propose-network';
import { applyFix } from '../../checks/fixes/apply-fix';
import type { FixInput } from '../../checks/fixes/fix-input';
import { unfitReason } from '../../checks/subnet-suitability';
import { computeKindOf } from '../../core/compute-kinds';
import type { ProposedNetwork } from '../../core/network/proposed-network';
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
  const input = { model, plan, facts };
  const alone = isSound ? completeProposedNetwork(proposed, input) : null;
  const completed = alone && connectedBy(options.connection, alone, { proposed, input });
  const unfit = completed ? unfitReason(completed.model, planInProposedSubnet(proposed, plan)) : undefined;
  return { proposed, faults, advice: unfit ?? overlapAdvice(proposed, model) ?? null, completed };
}

/** Adds the chosen connection with the workspace, if it is possible. */
function connectedBy(
  connection: NetworkConnection,
  alone: CompletedNetwork,
  { proposed, input }: { readonly proposed: ProposedNetwork; readonly input: FixInput },
): CompletedNetwork {
  const { fixes, model, connections } = alone;
  if (connections === null || connection === 'none') return alone;
  const { endpoint, peering } = connections;
  if (connection === 'peering') {
    if (peering.is === 'refused') return alone;
    return { ...completePeeredNetwork(proposed, input, peering), connections };
  }
  if (endpoint === null) return alone;
  return { ...alone, fixes: [...fixes, endpoint], model: applyFix(model, endpoint), connected: endpoint };
}
