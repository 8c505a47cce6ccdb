import { readableRules } from '../../core/network/find';
import type { SecurityGroup, SecurityRule } from '../../core/network/model';

/** True of a group that was written for Azure ML: it names a tag of the service. */
export function speaksOfAzureMl(group: SecurityGroup): boolean {
  return readableRules(group).some(namesAzureMl);
}

function namesAzureMl({ sources, destinations }: SecurityRule): boolean {
  const texts = [sources, destinations].flatMap((one) => (one.known ? one.value : []));
  return texts.some((text) => /^(AzureMachineLearning|BatchNodeManagement)(\.|$)/i.test(text));
}
