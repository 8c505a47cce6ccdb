import type { ResourceId, Subnet } from '../core/network/model';
import { sameId } from '../core/network/find';
import { childrenPart } from '../documents/model/children';
import type { DeclaredNetwork } from '../documents/model/declared-network';
import { propertyOf } from '../documents/model/declared-resource';
import type { Place } from '../documents/source/place';
import type { SaidPlan } from '../documents/subjects/plans-of';
import type { DirectiveComment } from '../documents/template/template';

/** What a comment says of the subnets that it stands before or in: they are judged, and for this. */
export interface Directed {
  readonly subnets: readonly ResourceId[];
  readonly said: Partial<Pick<SaidPlan, 'compute' | 'publicIp' | 'workspace'>>;
}

/** Words of `// aml-secure-compute: cluster no-public-ip`. */
const words: Readonly<Record<string, Directed['said']>> = {
  cluster: { compute: 'cluster' },
  instance: { compute: 'instance' },
  'public-ip': { publicIp: true },
  'no-public-ip': { publicIp: false },
  'private-workspace': { workspace: 'private' },
  'public-workspace': { workspace: 'public' },
};

/** The words that a directive knows, for whoever completes them. */
export const directiveWords: readonly string[] = Object.keys(words);

/** What the comments of files say, each of what it stands before or in. */
export function directedBy(
  declared: DeclaredNetwork,
  comments: readonly DirectiveComment[],
): readonly Directed[] {
  const saying = comments.flatMap(({ place, text }) => {
    const said = wordsOf(text);
    return said ? [{ place, said }] : [];
  });
  if (saying.length === 0) return [];
  const targets = targetsOf(declared);
  return saying.flatMap(({ place, said }) => {
    const subnets = meantBy(place, targets);
    return subnets.length > 0 ? [{ subnets, said }] : [];
  });
}

/** Null for a comment that says something else, such as what to ignore. */
function wordsOf(text: string): Directed['said'] | null {
  const all = text
    .trim()
    .toLowerCase()
    .split(/[\s,]+/);
  const known = all.flatMap((word) => words[word] ?? []);
  return known.length === 0 ? null : Object.assign({}, ...known);
}

interface Target {
  readonly place: Place;
  readonly subnets: readonly ResourceId[];
}

/** What is declared next, or what the comment stands in, where nothing more is declared in that. */
function meantBy(comment: Place, targets: readonly Target[]): readonly ResourceId[] {
  const here = targets.filter(({ place }) => place.file === comment.file);
  const around = here
    .filter(({ place }) => place.start <= comment.start && comment.end <= place.end)
    .reduce<Place | undefined>(
      (least, { place }) => (least && isIn(least, place) ? least : place),
      undefined,
    );
  const next = here
    .filter(({ place }) => place.start >= comment.end)
    .reduce<Place | undefined>(
      (first, { place }) => (first && first.start <= place.start ? first : place),
      undefined,
    );
  const meant = around && !(next && isIn(next, around)) ? around : next;
  // A loop makes several at one place.
  const all = here.filter(({ place }) => place.start === meant?.start && place.end === meant.end);
  return [...new Set(all.flatMap(({ subnets }) => subnets))];
}

function isIn(inner: Place, outer: Place): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** What a comment may stand before: a subnet, a network with its subnets, a group with those that use it. */
function targetsOf(declared: DeclaredNetwork): readonly Target[] {
  const { model, resources } = declared;
  const subnets = model.virtualNetworks.flatMap((one) => one.subnets);
  const belowNetwork = byIds(subnets, ({ virtualNetworkId }) => [virtualNetworkId]);
  const usingResource = byIds(subnets, ({ id, securityGroup }) =>
    securityGroup.known && securityGroup.value !== null ? [id, securityGroup.value] : [id],
  );
  return resources.flatMap((resource): readonly Target[] => {
    const items = propertyOf(resource, 'subnets');
    const inside = childrenPart(items);
    const below = belowNetwork.get(resource.id.toLowerCase()) ?? [];
    const using = usingResource.get(resource.id.toLowerCase()) ?? [];
    return [
      { place: resource.place, subnets: [...below, ...using].map(({ id }) => id) },
      ...(inside.known ? inside.value : []).flatMap(({ place, name }): readonly Target[] => {
        const subnet = below.find((one) => sameId(one.name, name));
        return place && subnet ? [{ place, subnets: [subnet.id] }] : [];
      }),
    ];
  });
}

/** Subnets by ids that they have to do with, in small letters. */
function byIds(
  subnets: readonly Subnet[],
  idsOf: (subnet: Subnet) => readonly ResourceId[],
): ReadonlyMap<string, readonly Subnet[]> {
  const found = new Map<string, Subnet[]>();
  for (const subnet of subnets) {
    for (const id of idsOf(subnet)) {
      const key = id.toLowerCase();
      const before = found.get(key);
      if (before) before.push(subnet);
      else found.set(key, [subnet]);
    }
  }
  return found;
}
