import { researchSubscription } from '../../../../src/sandbox/sample/names';
import { denyOutbound } from '../../../support/deny-outbound';
import type { OpenTrees } from './open-trees';

/** Somebody closes the subnets of a security group, the healthy one's unless said otherwise. */
export async function closeSubnet(t: OpenTrees, group = 'nsg-train-gpu', port = '*'): Promise<void> {
  await denyOutbound(await t.session.reads().azure(), researchSubscription.id, { group, port });
}
