import type { OtherSubnet } from '../checks/fixes/other-subnets';
import { nameOf } from '../core/network/find';
import type { Say } from '../messages/say';
import { formatList } from '../messages/format-list';
import { requirementName } from './requirement-text';

/** Describes the effect of a fix on another subnet of a changed resource, in one sentence. */
export function formatOtherSubnet(say: Say, other: OtherSubnet, group: string): string {
  const subnet = nameOf(other.subnetId);
  const names = (ids: readonly string[]): string =>
    formatList(
      say,
      ids.map((id) => requirementName(say, id)),
    );
  if (!other.before) return say('fix.sharedUnread', { subnet, group });
  if (other.worse.length > 0) {
    const key = other.withoutPublicIp ? 'fix.sharedClosesPrivate' : 'fix.sharedCloses';
    return say(key, { subnet, group, names: names(other.worse) });
  }
  return other.changed.length === 0
    ? say('fix.shared', { subnet, group })
    : say('fix.sharedOpens', { subnet, group, names: names(other.changed) });
}
