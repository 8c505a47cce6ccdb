import { everyAddress, emptySet } from '../addresses/interval-set';
import { known } from '../known';
import { idSet, sameId } from '../network/find';
import type { Direction, NetworkModel, SecurityGroup } from '../network/model';
import { reason } from '../reason';
import type { TagCatalog } from '../tags/tag-catalog';
import type { GroupContext } from './compile-group';
import type { Unknown, PartialSet } from './partial-set';
import { requirePlace } from './subnet-place';
import { publicAddresses, type Spaces } from './spaces';
import { subnetReachContext } from './subnet-reach-context';
import { isVirtualNetwork, vocabularyOf } from './vocabulary';

/** The subnets that use an NSG, as far as the model has them. */
export interface GroupUsers {
  /** Whether no other subnet uses the NSG. */
  readonly areAll: boolean;
  /**
   * Returns the meaning of the NSG's texts in each of them; a context that represents any subnet if the model has none.
   */
  contexts(direction: Direction): readonly GroupContext[];
}

export function usersOf(model: NetworkModel, group: SecurityGroup, tags: TagCatalog): GroupUsers {
  const associated = model.virtualNetworks
    .flatMap(({ subnets }) => subnets)
    .filter(({ securityGroup: its }) => its.known && its.value !== null && sameId(its.value, group.id));
  if (associated.length === 0) {
    return { areAll: false, contexts: (direction) => [anywhere(tags, direction)] };
  }
  const all = associated.map(({ id }) => subnetReachContext(requirePlace(model, id, tags)));
  const { usedBy } = group;
  return {
    areAll: usedBy.known && usedBy.value.every(idSet(associated.map(({ id }) => id))),
    contexts: (direction) =>
      all.map(({ vocabulary, spaces, readRules }) => ({
        vocabulary,
        spaces,
        level: 'subnet',
        direction,
        read: readRules(`${group.id} ${group.name}`, 'subnet', direction),
      })),
  };
}

/**
 * Returns a context that holds in every subnet. The addresses of `VirtualNetwork` and `Internet` aren't known, only
 * that they are the same in each rule.
 */
export function anywhere(tags: TagCatalog, direction: Direction): GroupContext {
  const spaces: Spaces = {
    virtualNetwork: perhaps('VirtualNetwork', everyAddress),
    internet: perhaps('Internet', publicAddresses),
    own: everyAddress,
    onlyRouted: emptySet,
    assumptions: [],
  };
  const vocabulary = vocabularyOf(
    {
      tags,
      subnet: { addressPrefixes: known(['0.0.0.0/0']) },
      network: { name: '', dnsServers: known([]) },
    },
    spaces,
  );
  return {
    // A subnet's machines are always in `VirtualNetwork`.
    vocabulary: {
      ...vocabulary,
      localMeaningOf: (texts) =>
        vocabulary.localMeaningOf(texts.map((one) => (isVirtualNetwork(one) ? '*' : one))),
    },
    spaces,
    level: 'subnet',
    direction,
    read: new WeakMap(),
  };
}

function perhaps(tag: string, set: Spaces['own']): PartialSet {
  const whyUnknown: Unknown = { id: `anywhere:${tag}`, because: reason('unknown.notRead', { name: tag }) };
  return { certain: emptySet, possible: [{ set, if: { whyUnknown, value: true } }] };
}
