import type { Cloud } from '../core/network/model';
import { requirements } from './requirements';

/** Service tags without which a requirement of the cloud could not be checked, as Microsoft spells them. */
export function neededTags(cloud: Cloud): readonly string[] {
  const asked = requirements.flatMap((one) => Object.values(one.profiles));
  const flows = asked
    .filter((one) => one.appliesTo.clouds.includes(cloud))
    .flatMap(({ what }) => (what.is === 'flows' ? what.flows : []));
  const tags = flows.flatMap(({ remote }) => (remote.is === 'tag' ? [remote.tag] : []));
  return [...new Set(tags)].filter((tag) => !ownOfNetworks.has(tag));
}

/** Tags that stand for parts of a network: no list holds them. */
const ownOfNetworks: ReadonlySet<string> = new Set(['VirtualNetwork', 'AzureLoadBalancer', 'Internet']);
