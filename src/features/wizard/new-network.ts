import {
  completeProposedNetwork,
  planInProposedSubnet,
} from '../../checks/new-network/complete-proposed-network';
import { networkFaults, overlapAdvice } from '../../checks/new-network/network-faults';
import { proposeNetwork } from '../../checks/new-network/propose-network';
import type { CheckInput } from '../../checks/check-subnet';
import { unfitReason } from '../../checks/subnet-suitability';
import { computeKindOf } from '../../core/compute-kinds';
import type { PlanToCheck } from '../../core/plan';
import { chosenWorkspace, usesManagedNetwork } from './selection';
import type { ProposalInput, Proposal } from './proposal';
import { loadedValue, type WizardState } from './state';

/** The proposal as plan and networks now stand; null where the person chooses among networks that exist. */
export function renewedProposal(state: WizardState, plan: PlanToCheck, facts: CheckInput): Proposal | null {
  const { newNetwork: wishes } = state.choices;
  const workspace = chosenWorkspace(state);
  // Until they are read nobody knows which names and addresses are taken.
  const networks = loadedValue(state.networks);
  if (
    wishes === null ||
    !workspace ||
    !networks ||
    usesManagedNetwork(state) ||
    computeKindOf(plan.kind) === null
  ) {
    return null;
  }
  // What the compute is called is nothing to its network.
  const madeFrom = { wishes, workspace, networks, facts, plan: { ...plan, name: null } };
  const { proposal } = state;
  return proposal && isSame(proposal.madeFrom, madeFrom) ? proposal : propose(madeFrom);
}

function isSame(a: ProposalInput, b: ProposalInput): boolean {
  return (
    a.wishes === b.wishes &&
    a.workspace === b.workspace &&
    a.networks === b.networks &&
    a.facts.tags === b.facts.tags &&
    JSON.stringify(a.plan) === JSON.stringify(b.plan)
  );
}

function propose(madeFrom: ProposalInput): Proposal {
  const { wishes, workspace, networks: model, facts, plan } = madeFrom;
  const maxNodes = plan.maxNodes.known ? plan.maxNodes.value : 1;
  const proposed = proposeNetwork(wishes, { workspace, model, maxNodes });
  const faults = networkFaults(proposed, model);
  const isSound = Object.keys(faults).length === 0;
  const furnished = isSound ? completeProposedNetwork(proposed, { model, plan, facts }) : null;
  const unfit = furnished ? unfitReason(furnished.model, planInProposedSubnet(proposed, plan)) : undefined;
  return { proposed, faults, advice: unfit ?? overlapAdvice(proposed, model) ?? null, furnished, madeFrom };
}
