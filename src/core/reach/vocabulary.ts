import { parseAddressSet } from '../addresses/address-set';
import { intersect, union } from '../addresses/interval-algebra';
import { readAddressList } from '../addresses/address-list';
import { everyAddress, isEmpty, emptySet, setOfRanges, type IntervalSet } from '../addresses/interval-set';
import { assignableAddresses } from '../azure-facts/subnet-addresses';
import { platformTags } from '../azure-facts/platform-addresses';
import { certainSet, type Unknown, type PartialSet } from './partial-set';
import type { SubnetPlace } from './subnet-place';
import { publicAddresses, type Spaces } from './spaces';
import { notInList } from '../tags/tag-catalog';

/** Meaning of address texts in rules for a subnet. */
export interface Vocabulary {
  /** Possible addresses of the subnet's machines. */
  readonly local: IntervalSet;
  /** False if the subnet's prefixes are unknown; `local` is then an address that represents all. */
  readonly localKnown: boolean;
  /** The subnet's network, with the DNS servers that its machines use. */
  readonly network: Speaking['network'];
  meaningOf(texts: readonly string[]): PartialSet;
  /** Returns the part of `local` that the texts include. */
  localMeaningOf(texts: readonly string[]): PartialSet;
}

/** Represents the machines of a subnet whose prefixes are unknown. */
const someAddress = setOfRanges([{ first: 0x0a000004, last: 0x0a000004 }]);

/** Texts for every address, which Azure treats as the same. */
const everything = new Set(['*', 'any', '0.0.0.0/0']);

const virtualNetwork = 'virtualnetwork';

/** Parts of a subnet's data that give texts a meaning. */
type Speaking = Pick<SubnetPlace, 'tags'> & {
  readonly subnet: Pick<SubnetPlace['subnet'], 'addressPrefixes'>;
  readonly network: Pick<SubnetPlace['network'], 'name' | 'dnsServers'>;
};

export function vocabularyOf(place: Speaking, spaces: Spaces): Vocabulary {
  const { addressPrefixes } = place.subnet;
  const local = addressPrefixes.known ? machineAddresses(addressPrefixes.value) : someAddress;
  const near = new WeakMap<PartialSet, PartialSet>();
  const names = new Map<string, PartialSet>([
    ...[...everything].map((name) => [name, certainSet(everyAddress)] as const),
    [virtualNetwork, spaces.virtualNetwork],
    ['internet', spaces.internet],
    ...[...platformTags].map(([name, set]) => [name, certainSet(set)] as const),
  ]);

  function meaningOf(texts: readonly string[]): PartialSet {
    return readTexts(texts, meaningOfName);
  }

  /** Cached, because rules have few different texts on the near side, and often. */
  function localMeaningOf(texts: readonly string[]): PartialSet {
    if (!addressPrefixes.known) {
      return withoutPrefixes(texts, { id: 'spaces:subnet', because: addressPrefixes.because });
    }
    const meaning = meaningOf(texts);
    const before = near.get(meaning);
    if (before) return before;
    const resolved = within(local, meaning);
    near.set(meaning, resolved);
    return resolved;
  }

  function meaningOfName(name: string): PartialSet {
    const key = name.toLowerCase();
    const before = names.get(key);
    if (before) return before;
    const resolved = meaningOfTag(place, name);
    names.set(key, resolved);
    return resolved;
  }

  return {
    local,
    localKnown: addressPrefixes.known,
    network: place.network,
    meaningOf,
    localMeaningOf,
  };
}

/**
 * Returns the addresses of machines. If a prefix is too small for a machine, rules are still checked for its addresses.
 */
function machineAddresses(prefixes: readonly string[]): IntervalSet {
  const assignable = assignableAddresses(prefixes);
  return isEmpty(assignable) ? parseAddressSet(prefixes).set : assignable;
}

function readTexts(texts: readonly string[], meaningOfName: (name: string) => PartialSet): PartialSet {
  const { set, names } = readAddressList(texts);
  if (names.length === 0) return certainSet(set);
  const named = names.map(meaningOfName);
  const [only] = named;
  if (only && named.length === 1 && isEmpty(set)) return only;
  return {
    certain: named.reduce((sum, { certain }) => union(sum, certain), set),
    possible: named.flatMap((meaning) => meaning.possible),
  };
}

function isEverything(text: string): boolean {
  return everything.has(text.trim().toLowerCase());
}

export function isVirtualNetwork(text: string): boolean {
  return text.trim().toLowerCase() === virtualNetwork;
}

/**
 * Returns the addresses of a service tag. A tag that isn't in the list may include any public address: certainly some,
 * never all.
 */
function meaningOfTag({ tags }: Pick<SubnetPlace, 'tags'>, name: string): PartialSet {
  const set = tags.lookup(name);
  if (set) return certainSet(set);
  const whyUnknown: Unknown = {
    id: `tag:${name.toLowerCase()}`,
    because: notInList(name, tags),
  };
  return { certain: emptySet, possible: [{ set: publicAddresses, if: { whyUnknown, value: true } }] };
}

function within(local: IntervalSet, { certain, possible }: PartialSet): PartialSet {
  return {
    certain: intersect(local, certain),
    possible: possible
      .map(({ set, if: literal }) => ({
        set: intersect(local, set),
        // The same unknown about another address is another unknown.
        if: { ...literal, whyUnknown: { ...literal.whyUnknown, id: `local:${literal.whyUnknown.id}` } },
      }))
      .filter(({ set }) => !isEmpty(set)),
  };
}

function withoutPrefixes(texts: readonly string[], whyUnknown: Unknown): PartialSet {
  if (texts.some((text) => isEverything(text) || isVirtualNetwork(text))) return certainSet(someAddress);
  if (texts.length === 0) return certainSet(emptySet);
  const id = `${whyUnknown.id}:${texts.join().toLowerCase()}`;
  return {
    certain: emptySet,
    possible: [{ set: someAddress, if: { whyUnknown: { ...whyUnknown, id }, value: true } }],
  };
}
