import type { FixAlternative } from '../../checks/fixes/fix-options';

/** On the wire, the way that changes nothing: whoever owns what stands in the way is asked. */
export const askOwner = 'ask-owner';

/** A way's name on the wire. */
export function alternativeId({ rules, gateway }: FixAlternative): string {
  return gateway === undefined ? rules : `${rules}:${gateway ?? ''}`;
}
