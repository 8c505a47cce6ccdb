import { computeKinds } from '../core/compute-kinds';
import type { ResourceId, Subnet } from '../core/network/model';
import { groupBy } from '../core/group-by';
import { childrenPart } from '../documents/model/children';
import type { DeclaredNetwork } from '../documents/model/declared-network';
import { propertyOf } from '../documents/model/declared-resource';
import type { SourceRange } from '../documents/source/source-range';
import type { PlanOverrides } from '../documents/subjects/subject-plans';
import type { DirectiveComment } from '../documents/template/template';

/** The overrides in a comment for the subnets that it precedes or is in. These subnets are checked with them. */
export interface Directed {
  readonly subnets: readonly ResourceId[];
  readonly overrides: Partial<Pick<PlanOverrides, 'compute' | 'publicIp' | 'workspace'>>;
}

/** Words in comments such as `// aml-secure-compute: cluster no-public-ip`. */
const words: Readonly<Record<string, Directed['overrides']>> = {
  ...Object.fromEntries(computeKinds.map((compute) => [compute, { compute }])),
  'public-ip': { publicIp: true },
  'no-public-ip': { publicIp: false },
  'private-workspace': { workspace: 'private' },
  'public-workspace': { workspace: 'public' },
};

/** The words that a directive supports, for completion. */
export const directiveKeywords: readonly string[] = Object.keys(words);

/** Returns the overrides in the comments of files, each for the declaration that it precedes or is in. */
export function directedBy(
  declared: DeclaredNetwork,
  comments: readonly DirectiveComment[],
): readonly Directed[] {
  const saying = comments.flatMap(({ place, text }) => {
    const overrides = wordsOf(text);
    return overrides ? [{ place, overrides }] : [];
  });
  if (saying.length === 0) return [];
  const targets = targetsOf(declared);
  const byFile = groupBy(targets, ({ place }) => place.file);
  const ordered = new Map([...byFile].map(([file, its]) => [file, inOrder(its)] as const));
  return saying.flatMap(({ place, overrides: overrides }) => {
    const subnets = intendedBy(place, ordered.get(place.file) ?? []);
    return subnets.length > 0 ? [{ subnets, overrides }] : [];
  });
}

/** Parses a comment's words. Null for a comment with another purpose, such as a suppression. */
function wordsOf(text: string): Directed['overrides'] | null {
  const all = text
    .trim()
    .toLowerCase()
    .split(/[\s,]+/);
  const known = all.flatMap((word) => words[word] ?? []);
  return known.length === 0 ? null : Object.assign({}, ...known);
}

interface Target {
  readonly place: SourceRange;
  readonly subnets: readonly ResourceId[];
}

/** Targets at one place, and the target that contains them. */
interface OrderedTarget {
  readonly place: SourceRange;
  readonly subnets: Set<ResourceId>;
  readonly around: OrderedTarget | undefined;
}

/**
 * Sorts the targets of one file by position, an outer one before its inner ones. A loop creates several targets at one
 * place.
 */
function inOrder(targets: readonly Target[]): readonly OrderedTarget[] {
  const sorted = [...targets].sort((a, b) => a.place.start - b.place.start || b.place.end - a.place.end);
  const ordered: OrderedTarget[] = [];
  for (const { place, subnets } of sorted) {
    const last = ordered.at(-1);
    if (last?.place.start === place.start && last.place.end === place.end) {
      for (const id of subnets) last.subnets.add(id);
      continue;
    }
    let around = last;
    while (around && around.place.end < place.end) around = around.around;
    ordered.push({ place, subnets: new Set(subnets), around });
  }
  return ordered;
}

/**
 * Returns the subnets of the next declaration, or of the declaration that contains the comment if nothing more is
 * declared in it.
 */
function intendedBy(comment: SourceRange, targets: readonly OrderedTarget[]): readonly ResourceId[] {
  let around = targets[firstFrom(targets, comment.start + 1) - 1];
  while (around && around.place.end < comment.end) around = around.around;
  const next = targets[firstFrom(targets, comment.end)];
  const intended = around && !(next && isIn(next.place, around.place)) ? around : next;
  return [...(intended?.subnets ?? [])];
}

/** Returns the index of the first target at or after an offset. */
function firstFrom(targets: readonly OrderedTarget[], offset: number): number {
  let low = 0;
  let high = targets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((targets[middle]?.place.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isIn(inner: SourceRange, outer: SourceRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/**
 * Returns the possible targets of a comment: a subnet, a network with its subnets, or an NSG with the subnets that use
 * it.
 */
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
    const byName = new Map(below.map((one) => [one.name.toLowerCase(), one]));
    const using = usingResource.get(resource.id.toLowerCase()) ?? [];
    return [
      { place: resource.place, subnets: [...below, ...using].map(({ id }) => id) },
      ...(inside.known ? inside.value : []).flatMap(({ place, name }): readonly Target[] => {
        const subnet = byName.get(name.toLowerCase());
        return place && subnet ? [{ place, subnets: [subnet.id] }] : [];
      }),
    ];
  });
}

/** Groups subnets by related IDs, in lowercase. */
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
