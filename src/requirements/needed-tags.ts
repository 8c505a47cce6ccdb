import type { Cloud } from '../core/network/model';
import { requirements } from './requirements';

/** Returns the service tags that the cloud's requirements need for their check, as Microsoft spells them. */
export function neededTags(cloud: Cloud): readonly string[] {
  const definitions = requirements.flatMap((one) => Object.values(one.profiles));
  const flows = definitions
    .filter((one) => one.appliesTo.clouds.includes(cloud))
    .flatMap(({ what }) => (what.is === 'flows' ? what.flows : []));
  const tags = flows.flatMap(({ remote }) => (remote.is === 'tag' ? [remote.tag] : []));
  return [...new Set(tags)].filter((tag) => !ownOfNetworks.has(tag));
}

/** Tags for parts of a network, which aren't in a list. */
const ownOfNetworks: ReadonlySet<string> = new Set(['VirtualNetwork', 'AzureLoadBalancer', 'Internet']);
