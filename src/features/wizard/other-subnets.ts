import { otherSubnetsAfter, type OtherSubnet } from '../../checks/fixes/other-subnets';
import type { Fix } from '../../core/fix';
import type { NetworkModel } from '../../core/network/model';
import { planToCheck } from './derived-plan';
import { checkInputOf } from './check-input';
import type { WizardState } from './state';

/** What a fix means for every other subnet of the resources it changes; none where nothing can be checked. */
export function otherSubnets(state: WizardState, model: NetworkModel, fix: Fix): readonly OtherSubnet[] {
  const facts = checkInputOf(state);
  return facts ? otherSubnetsAfter({ model, plan: planToCheck(state), facts }, fix) : [];
}
