import type { LoggedChange } from '../core/logged-change';
import { nameOf } from '../core/network/find';
import { displayText } from '../core/text/display-text';
import type { Say } from '../messages/say';
import { formatDateTime } from './dates';

/** ID of a service principal: an application or managed identity. Users have names. */
const guid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** ISO times between which a failure is explained. */
interface FailureTimes {
  /** When the user sent the request. */
  readonly sentAt: string;
  /** When the network was read after the failure. */
  readonly readAt: string;
}

/**
 * Returns sentences about who last changed a resource, and how long before or after the request; none if Azure doesn't
 * name who did. It isn't a reason.
 */
export function loggedChangeText(
  say: Say,
  { id, scope, at, caller }: LoggedChange,
  around: FailureTimes,
): string | null {
  if (caller === null) return null;
  const who = guid.test(caller) ? 'principal' : 'user';
  const values = { name: displayText(nameOf(id)), who: displayText(caller), when: formatDateTime(say, at) };
  const sentence = say(`create.changed.${scope === 'whole' ? 'whole' : 'own'}.${who}`, values);
  return [sentence, ...distanceText(say, at, around)].join(' ');
}

const minute = 60_000;
/** The largest unit comes first. */
const units = [
  ['days', 24 * 60 * minute],
  ['hours', 60 * minute],
  ['minutes', minute],
] as const;

/**
 * Returns how long before or after the request a change was. The log has the time of Azure's clock, and the request that
 * of this computer. Below a minute, it isn't known which came first. A change that is later than the network was read
 * shows that the clocks differ by more than that, so nothing is returned.
 */
function distanceText(say: Say, at: string, { sentAt, readAt }: FailureTimes): readonly string[] {
  const changed = Date.parse(at);
  const distance = changed - Date.parse(sentAt);
  if (Number.isNaN(distance) || changed - Date.parse(readAt) >= minute) return [];
  const found = units.find(([, size]) => Math.abs(distance) >= size);
  if (!found) return [say('create.changed.about')];
  const [unit, size] = found;
  const n = Math.floor(Math.abs(distance) / size);
  return [say(`create.changed.${unit}.${distance < 0 ? 'before' : 'after'}`, { n })];
}
