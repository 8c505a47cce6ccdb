import { sayReason, type Say } from '../messages/say';
import type { Reason, ReasonValues } from '../core/reason';
import { formatDate } from './dates';

const isoDate = /^\d{4}-\d{2}-\d{2}(T|$)/;

/** Built-in roles that reasons name, as Azure localizes them. */
const roles = new Map([
  ['Reader', 'role.reader'],
  ['Network Contributor', 'role.networkContributor'],
  ['Private DNS Zone Contributor', 'role.privateDnsZoneContributor'],
] as const);

/** Words a reason of a pure layer; dates and roles among its values are written as people write them. */
export function formatReason(say: Say, reason: Reason): string {
  const values = Object.entries(reason.values ?? {}).map(([name, value]) => [
    name,
    valueText(say, name, value),
  ]);
  return sayReason(say, { key: reason.key, values: Object.fromEntries(values) as Reason['values'] });
}

function valueText(say: Say, name: string, value: ReasonValues[string]): ReasonValues[string] {
  if (typeof value !== 'string') return value;
  if (name === 'role') return formatRole(say, value);
  return isoDate.test(value) ? formatDate(say, value) : value;
}

/** A built-in role as Azure localizes it; another one by its name. */
export function formatRole(say: Say, role: string): string {
  const key = [...roles].find(([one]) => one === role)?.[1];
  return key ? say(key) : role;
}
