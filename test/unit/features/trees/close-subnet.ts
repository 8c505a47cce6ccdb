import { researchSubscription } from '../../../../src/sandbox/sample/names';
import { denyOutbound } from '../../../support/deny-outbound';
import type { OpenTrees } from './open-trees';

/** Another user closes the subnets of an NSG, by default those of the healthy one. */
export async function closeSubnet(t: OpenTrees, group = 'nsg-train-gpu', port = '*'): Promise<void> {
  await denyOutbound(await t.session.reads().azure(), researchSubscription.id, { group, port });
}
