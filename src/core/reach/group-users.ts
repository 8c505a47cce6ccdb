import { everyAddress, nothing } from '../addresses/interval-set';
import { known } from '../known';
import { findSubnet, sameId } from '../network/find';
import type { Direction, NetworkModel, SecurityGroup } from '../network/model';
import { reason } from '../reason';
import type { TagCatalogue } from '../tags/tag-catalogue';
import type { GroupContext } from './compile-group';
import type { Doubt, Meaning } from './doubt';
import { requirePlace } from './place';
import { publicAddresses, type Spaces } from './spaces';
import { surroundingsOf } from './surroundings';
import { vocabularyOf } from './vocabulary';

/** What the words of a group mean in each subnet that uses it; one context that stands for any where they are not all known. */
export function contextsOf(
  model: NetworkModel,
  group: SecurityGroup,
  tags: TagCatalogue,
): (direction: Direction) => readonly GroupContext[] {
  const users = group.usedBy.known ? group.usedBy.value : [];
  const found = users.flatMap((id) => findSubnet(model, id) ?? []);
  const attached = found.filter(
    ({ subnet: { securityGroup } }) =>
      securityGroup.known && securityGroup.value !== null && sameId(securityGroup.value, group.id),
  );
  if (attached.length === 0 || attached.length < users.length) {
    return (direction) => [anywhere(tags, direction)];
  }
  const all = attached.map(({ subnet }) => surroundingsOf(requirePlace(model, subnet.id, tags)));
  return (direction) =>
    all.map(({ vocabulary, spaces, readRules }) => ({
      vocabulary,
      spaces,
      level: 'subnet',
      direction,
      read: readRules(`${group.id} ${group.name}`, 'subnet', direction),
    }));
}

/** Holds in every subnet: which addresses `VirtualNetwork` and `Internet` are is not known, only that they are the same in each rule. */
function anywhere(tags: TagCatalogue, direction: Direction): GroupContext {
  const spaces: Spaces = {
    virtualNetwork: perhaps('VirtualNetwork', everyAddress),
    internet: perhaps('Internet', publicAddresses),
    own: everyAddress,
    onlyRouted: nothing,
    assumptions: [],
  };
  const vocabulary = vocabularyOf({ tags, subnet: { addressPrefixes: known(['0.0.0.0/0']) } }, spaces);
  return {
    // Machines of a subnet are always in `VirtualNetwork`.
    vocabulary: {
      ...vocabulary,
      localMeaningOf: (texts) => vocabulary.localMeaningOf(texts.map((one) => (isNetwork(one) ? '*' : one))),
    },
    spaces,
    level: 'subnet',
    direction,
    read: new WeakMap(),
  };
}

function isNetwork(text: string): boolean {
  return text.trim().toLowerCase() === 'virtualnetwork';
}

function perhaps(tag: string, set: Spaces['own']): Meaning {
  const doubt: Doubt = { id: `anywhere:${tag}`, because: reason('unknown.notRead', { name: tag }) };
  return { certain: nothing, possible: [{ set, if: { doubt, value: true } }] };
}
