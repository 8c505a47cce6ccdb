import type { ResourceId, Subnet } from '../core/network/model';
import type { DeclaredNetwork } from '../documents/model/declared-network';
import { propertyOf } from '../documents/model/declared-resource';
import type { Place } from '../documents/source/place';
import type { SaidPlan } from '../documents/subjects/plans-of';
import type { DirectiveComment } from '../documents/template/template';

/** What a comment says of the subnets that it stands before: they are judged, and for this. */
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

/** What the comments of files say, each of what is declared next after it. */
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
    const next = nextAfter(place, targets);
    return next ? [{ subnets: next.subnets, said }] : [];
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

function nextAfter(comment: Place, targets: readonly Target[]): Target | undefined {
  return targets
    .filter(({ place }) => place.file === comment.file && place.start >= comment.end)
    .sort((a, b) => a.place.start - b.place.start)[0];
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
    const inside = items?.is === 'array' ? items.items : [];
    const below = belowNetwork.get(resource.id.toLowerCase()) ?? [];
    const using = usingResource.get(resource.id.toLowerCase()) ?? [];
    return [
      { place: resource.place, subnets: [...below, ...using].map(({ id }) => id) },
      ...inside.flatMap(({ from }, index): readonly Target[] => {
        const subnet = below[index];
        return from && subnet ? [{ place: from, subnets: [subnet.id] }] : [];
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
