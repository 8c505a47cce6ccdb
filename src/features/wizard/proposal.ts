import type { CompletedNetwork } from '../../checks/new-network/complete-proposed-network';
import type { NetworkFaults } from '../../checks/new-network/network-faults';
import type { NetworkOptions } from '../../checks/new-network/propose-network';
import type { CheckInput } from '../../checks/check-subnet';
import type { NetworkModel } from '../../core/network/model';
import type { ProposedNetwork } from '../../core/network/proposed-network';
import type { PlanToCheck, WorkspaceFacts } from '../../core/plan';
import type { Reason } from '../../core/reason';

/** A network that does not exist yet, in place of a chosen one. */
export interface Proposal {
  readonly proposed: ProposedNetwork;
  readonly faults: NetworkFaults;
  /** What speaks against its addresses: why no compute can use it, else another network that has them too. */
  readonly advice: Reason | null;
  /** Null while a field is at fault: Azure would not take it. */
  readonly completed: CompletedNetwork | null;
}

export interface ProposalInput {
  readonly options: NetworkOptions;
  readonly workspace: WorkspaceFacts;
  readonly networks: NetworkModel;
  readonly facts: CheckInput;
  readonly plan: PlanToCheck;
}
