import type { FurnishedNetwork } from '../../checks/new-network/furnish-network';
import type { NetworkFaults } from '../../checks/new-network/network-faults';
import type { NetworkWishes } from '../../checks/new-network/propose-network';
import type { JudgeFacts } from '../../checks/judge';
import type { NetworkModel } from '../../core/network/model';
import type { ProposedNetwork } from '../../core/network/proposed-network';
import type { JudgePlan, WorkspaceFacts } from '../../core/plan';
import type { Reason } from '../../core/reason';

/** A network that does not exist yet, in place of a chosen one. */
export interface Proposal {
  readonly proposed: ProposedNetwork;
  readonly faults: NetworkFaults;
  /** What speaks against its addresses: why no compute can use it, else another network that has them too. */
  readonly advice: Reason | null;
  /** Null while a field is at fault: Azure would not take it. */
  readonly furnished: FurnishedNetwork | null;
  /** What it was made from: another is made where one of these is another. */
  readonly madeFrom: ProposalInput;
}

export interface ProposalInput {
  readonly wishes: NetworkWishes;
  readonly workspace: WorkspaceFacts;
  readonly networks: NetworkModel;
  readonly facts: JudgeFacts;
  readonly plan: JudgePlan;
}
