import type { NetworkModel } from '../../core/network/model';
import type { PlanToCheck } from '../../core/plan';
import type { CheckInput } from '../check-subnet';

/** Input for testing a fix. */
export interface FixInput {
  readonly model: NetworkModel;
  readonly plan: PlanToCheck;
  readonly facts: CheckInput;
}
