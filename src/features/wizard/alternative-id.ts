import type { FixAlternative } from '../../checks/fixes/fix-options';

/** ID of the alternative that changes nothing: ask the owner of the blocking resource. */
export const ownerRequestId = 'ask-owner';

/** Returns the ID of an alternative for messages. */
export function alternativeId({ rules, gateway }: FixAlternative): string {
  return gateway === undefined ? rules : `${rules}:${gateway ?? ''}`;
}
