import type { NetworkModel } from '../../core/network/model';
import type { PlanToCheck } from '../../core/plan';
import type { CheckInput } from '../check-subnet';

/** What a fix is tried on. */
export interface FixInput {
  readonly model: NetworkModel;
  readonly plan: PlanToCheck;
  readonly facts: CheckInput;
}
