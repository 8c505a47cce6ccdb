import type { CompletedNetwork } from '../../checks/new-network/complete-proposed-network';
import type { NetworkFaults } from '../../checks/new-network/network-faults';
import type { NetworkOptions } from '../../checks/new-network/propose-network';
import type { CheckInput } from '../../checks/check-subnet';
import type { NetworkModel } from '../../core/network/model';
import type { ProposedNetwork } from '../../core/network/proposed-network';
import type { PlanToCheck, WorkspaceFacts } from '../../core/plan';
import type { Reason } from '../../core/reason';

/** A network to create, in place of a chosen one. */
export interface Proposal {
  readonly proposed: ProposedNetwork;
  readonly faults: NetworkFaults;
  /** A problem of its addresses: why compute resources can't use them, or another network that uses them. */
  readonly advice: Reason | null;
  /** null while a field is invalid, because Azure would refuse it. */
  readonly completed: CompletedNetwork | null;
}

export interface ProposalInput {
  readonly options: NetworkOptions;
  readonly workspace: WorkspaceFacts;
  readonly networks: NetworkModel;
  readonly facts: CheckInput;
  readonly plan: PlanToCheck;
}
