import { known } from '../../../src/core/known';
import type { Prefix } from '../../../src/core/addresses/prefix';
import { formatPrefix } from '../../../src/core/addresses/prefix';
import { memberCount } from '../../../src/core/addresses/interval-set';
import { fails } from '../../../src/core/reach/flow-outcome';
import { flowSegments } from '../../../src/core/reach/reach';
import type { NetworkModel } from '../../../src/core/network/model';
import type { TagCatalog } from '../../../src/core/tags/tag-catalog';
import { ids, parseRule, someNetwork } from '../networks';
import { seeded } from '../random';

/** Rules in evaluation order, each with its prefixes. The last default rule denies the rest. */
interface PeerRule {
  readonly allow: boolean;
  readonly prefixes: readonly Prefix[];
}

/** One question that every library can answer: how many addresses of a service tag are blocked on TCP 443? */
export interface PeerWork {
  readonly tag: string;
  readonly required: readonly Prefix[];
  readonly rules: readonly PeerRule[];
  readonly tags: TagCatalog;
  readonly model: NetworkModel;
}

/**
 * Builds `count` rules of four prefixes each, in the ranges of the tag itself, so that almost every rule has an effect.
 */
export function peerWork(count: number, tag: string, tags: TagCatalog): PeerWork {
  const random = seeded(19);
  const required = tags.prefixes(tag) ?? [];
  const rules = Array.from({ length: count }, (_, index): PeerRule => ({
    allow: index === count - 1 || random.below(3) > 0,
    prefixes: index === count - 1 ? required : Array.from({ length: 4 }, () => within(random.pick(required))),
  }));
  function within({ first, last, length }: Prefix): Prefix {
    const longer = Math.min(32, length + random.below(6));
    const size = 2 ** (32 - longer);
    const start = first + size * random.below(Math.max(1, (last - first + 1) / size));
    return { first: start, last: start + size - 1, length: longer };
  }
  const model = someNetwork({
    rules: rules.map(({ allow, prefixes }, index) => ({
      ...parseRule(`${allow ? 'Allow' : 'Deny'} Outbound ${100 + index} Tcp *>*:443`),
      index,
      destinations: known(index === count - 1 ? [tag] : prefixes.map(formatPrefix)),
    })),
  });
  return { tag, required, rules, tags, model };
}

/** Returns the product's answer. */
export function stoppedByEngine({ model, tags, tag }: PeerWork): number {
  const flow = { direction: 'Outbound', protocol: 'TCP', ports: ['443'], remotes: [tag] } as const;
  return flowSegments({ model, subnetId: ids.subnet, tags, publicIp: known(true), flow })
    .filter(fails)
    .reduce((sum, { cell }) => sum + memberCount(cell.remote), 0);
}
