import type { OtherSubnet } from '../checks/fixes/other-subnets';
import { groupBy } from '../core/group-by';
import { nameOf } from '../core/network/find';
import type { MessageKey } from '../messages/en/catalog';
import type { Say } from '../messages/say';
import { formatList } from '../messages/format-list';
import { requirementName } from './requirement-text';

/**
 * Describes the effect of a fix on other subnets of a changed resource. Subnets with the same effect share a sentence.
 */
export function formatOtherSubnets(
  say: Say,
  others: readonly OtherSubnet[],
  group: string,
): readonly string[] {
  const byEffect = groupBy(others, (one) => JSON.stringify(effectOf(one)));
  return [...byEffect.values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const [key, ids] = effectOf(first);
    const subnet = formatList(
      say,
      same.map((one) => nameOf(one.subnetId)),
    );
    const names = formatList(
      say,
      ids.map((id) => requirementName(say, id)),
    );
    return [say(key, { subnet, group, names, n: same.length })];
  });
}

function effectOf({ before, worse, withoutPublicIp, changed }: OtherSubnet): [MessageKey, readonly string[]] {
  if (!before) return ['fix.sharedUnread', []];
  if (worse.length > 0) return [withoutPublicIp ? 'fix.sharedClosesPrivate' : 'fix.sharedCloses', worse];
  return changed.length === 0 ? ['fix.shared', []] : ['fix.sharedOpens', changed];
}
