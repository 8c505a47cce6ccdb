import type { LoggedChange } from '../core/logged-change';
import { nameOf } from '../core/network/find';
import { displayText } from '../core/text/display-text';
import type { Say } from '../messages/say';
import { formatDateTime } from './dates';

/** ID of a service principal: an application or managed identity. Users have names. */
const guid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Returns a sentence about who last changed a resource; none if Azure doesn't name who did. It isn't a reason. */
export function loggedChangeText(say: Say, { id, scope, at, caller }: LoggedChange): readonly string[] {
  if (caller === null) return [];
  const who = guid.test(caller) ? 'principal' : 'user';
  const values = { name: displayText(nameOf(id)), who: displayText(caller), when: formatDateTime(say, at) };
  return [say(`create.changed.${scope === 'whole' ? 'whole' : 'own'}.${who}`, values)];
}
