import { findSubnet } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import { attachmentsOf } from '../../core/resource-change';
import { mergeable } from './broad-rules';
import { partChanges, type Draft } from './draft';
import { gatewayChoices } from './draft-outbound-access';
import type { FixInput } from './fix-input';
import type { FixAlternative } from './fix-options';

/**
 * Returns the strategies that a draft could have used, each to be tested: existing NAT gateways, then a new one;
 * narrow, then broad.
 */
export function fixAlternatives({ model, plan }: FixInput, draft: Draft): readonly FixAlternative[] {
  const place = plan.subnetId === null ? undefined : findSubnet(model, plan.subnetId);
  const gateways = place && attachesGateway(draft) ? gatewayChoices(model, place) : [undefined];
  const rules =
    mergeable(draft.rules.values()).length > 0 ? (['narrow', 'broad'] as const) : (['narrow'] as const);
  return rules.flatMap((one) => gateways.map((gateway) => wayOf(one, gateway)));
}

function wayOf(rules: FixAlternative['rules'], gateway: ResourceId | null | undefined): FixAlternative {
  return gateway === undefined ? { rules } : { rules, gateway };
}

function attachesGateway(draft: Draft): boolean {
  const attached = partChanges(draft).flatMap(attachmentsOf);
  return attached.some(({ type }) => type === 'natGateway');
}
