import { furnishNetwork, planFor, type FurnishedNetwork } from '../../checks/new-network/furnish-network';
import { networkFaults, overlapAdvice, type NetworkFaults } from '../../checks/new-network/network-faults';
import { proposeNetwork, type NetworkWishes } from '../../checks/new-network/propose-network';
import type { JudgeFacts } from '../../checks/judge';
import { unfitReason } from '../../checks/fitness';
import type { NetworkModel } from '../../core/network/model';
import type { ProposedNetwork } from '../../core/network/proposed-network';
import { madeKind, type JudgePlan, type WorkspaceFacts } from '../../core/plan';
import type { Reason } from '../../core/reason';
import { chosenWorkspace, isManaged } from './chosen';
import { loadedValue, type WizardState } from './state';

/** A network that does not exist yet, in place of a chosen one. */
export interface Proposal {
  readonly proposed: ProposedNetwork;
  readonly faults: NetworkFaults;
  /** What speaks against its addresses: why no compute can use it, else another network that has them too. */
  readonly advice: Reason | null;
  /** Null while a field is at fault: Azure would not take it. */
  readonly furnished: FurnishedNetwork | null;
  /** What it was made from: another is made where one of these is another. */
  readonly madeFrom: MadeFrom;
}

interface MadeFrom {
  readonly wishes: NetworkWishes;
  readonly workspace: WorkspaceFacts;
  readonly networks: NetworkModel;
  readonly facts: JudgeFacts;
  readonly plan: JudgePlan;
}

/** The proposal as plan and networks now stand; null where the person chooses among networks that exist. */
export function renewedProposal(state: WizardState, plan: JudgePlan, facts: JudgeFacts): Proposal | null {
  const { newNetwork: wishes } = state.choices;
  const workspace = chosenWorkspace(state);
  // Until they are read nobody knows which names and addresses are taken.
  const networks = loadedValue(state.networks);
  if (wishes === null || !workspace || !networks || isManaged(state) || madeKind(plan.kind) === null) {
    return null;
  }
  const madeFrom = { wishes, workspace, networks, facts, plan };
  const { proposal } = state;
  return proposal && isSame(proposal.madeFrom, madeFrom) ? proposal : propose(madeFrom);
}

function isSame(a: MadeFrom, b: MadeFrom): boolean {
  return (
    a.wishes === b.wishes &&
    a.workspace === b.workspace &&
    a.networks === b.networks &&
    a.facts.tags === b.facts.tags &&
    JSON.stringify(a.plan) === JSON.stringify(b.plan)
  );
}

function propose(madeFrom: MadeFrom): Proposal {
  const { wishes, workspace, networks: model, facts, plan } = madeFrom;
  const maxNodes = plan.maxNodes.known ? plan.maxNodes.value : 1;
  const proposed = proposeNetwork(wishes, { workspace, model, maxNodes });
  const faults = networkFaults(proposed, model);
  const isSound = Object.keys(faults).length === 0;
  const furnished = isSound ? furnishNetwork(proposed, { model, plan, facts }) : null;
  const unfit = furnished ? unfitReason(furnished.model, planFor(proposed, plan)) : undefined;
  return { proposed, faults, advice: unfit ?? overlapAdvice(proposed, model) ?? null, furnished, madeFrom };
}
