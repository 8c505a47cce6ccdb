import { sayReason, type Say } from '../messages/say';
import type { Reason } from '../core/reason';
import { formatDate } from './dates';

const isoDate = /^\d{4}-\d{2}-\d{2}(T|$)/;

/** Words a reason of a pure layer; dates among its values are written as people write them. */
export function formatReason(say: Say, reason: Reason): string {
  const values = Object.entries(reason.values ?? {}).map(([name, value]) => [
    name,
    typeof value === 'string' && isoDate.test(value) ? formatDate(say, value) : value,
  ]);
  return sayReason(say, { key: reason.key, values: Object.fromEntries(values) as Reason['values'] });
}
