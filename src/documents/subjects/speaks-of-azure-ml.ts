import type { SecurityGroup, SecurityRule } from '../../core/network/model';

/** True of a group that was written for Azure ML: it names a tag of the service. */
export function speaksOfAzureMl({ rules }: SecurityGroup): boolean {
  return rules.known && rules.value.some(namesAzureMl);
}

function namesAzureMl({ sources, destinations }: SecurityRule): boolean {
  const texts = [sources, destinations].flatMap((one) => (one.known ? one.value : []));
  return texts.some((text) => /^(AzureMachineLearning|BatchNodeManagement)(\.|$)/i.test(text));
}
