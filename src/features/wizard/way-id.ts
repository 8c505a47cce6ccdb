import type { FixWay } from '../../checks/fixes/wishes';

/** A way's name on the wire. */
export function wayId({ rules, gateway }: FixWay): string {
  return gateway === undefined ? rules : `${rules}:${gateway ?? ''}`;
}
