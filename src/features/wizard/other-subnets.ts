import { otherSubnetsAfter, type OtherSubnet } from '../../checks/fixes/other-subnets';
import type { Fix } from '../../core/fix';
import type { NetworkModel } from '../../core/network/model';
import { planToCheck } from './derived-plan';
import { checkInputOf } from './check-input';
import type { WizardState } from './state';

/** Returns the effect of a fix on other subnets of the changed resources; empty if they can't be checked. */
export function otherSubnets(state: WizardState, model: NetworkModel, fix: Fix): readonly OtherSubnet[] {
  const facts = checkInputOf(state);
  return facts ? otherSubnetsAfter({ model, plan: planToCheck(state), facts }, fix) : [];
}
