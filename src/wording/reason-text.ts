import { sayReason, type Say } from '../messages/say';
import type { Reason, ReasonValues } from '../core/reason';
import { formatDate } from './dates';

const isoDate = /^\d{4}-\d{2}-\d{2}(T|$)/;

/** Built-in roles in reasons, as Azure localizes them. */
const roles = new Map([
  ['Reader', 'role.reader'],
  ['Contributor', 'role.contributor'],
  ['Network Contributor', 'role.networkContributor'],
  ['Private DNS Zone Contributor', 'role.privateDnsZoneContributor'],
] as const);

/** Formats a reason of a pure layer. Dates and roles among its values are formatted for display. */
export function formatReason(say: Say, reason: Reason): string {
  const values = Object.entries(reason.values ?? {}).map(([name, value]) => [
    name,
    valueText(say, name, value),
  ]);
  return sayReason(say, { key: reason.key, values: Object.fromEntries(values) as Reason['values'] });
}

/** Formats a reason as a sentence or a title. Some reasons continue a sentence, and others begin with a name. */
export function formatSentence(say: Say, reason: Reason): string {
  const text = formatReason(say, reason);
  const beginsWithName = Object.values(reason.values ?? {})
    .flat()
    .some((value) => typeof value === 'string' && value !== '' && text.startsWith(value));
  return beginsWithName ? text : text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

function valueText(say: Say, name: string, value: ReasonValues[string]): ReasonValues[string] {
  if (typeof value !== 'string') return value;
  if (name === 'role') return formatRole(say, value);
  return isoDate.test(value) ? formatDate(say, value) : value;
}

/** Returns a built-in role as Azure localizes it; another role by its name. */
export function formatRole(say: Say, role: string): string {
  const key = [...roles].find(([one]) => one === role)?.[1];
  return key ? say(key) : role;
}
