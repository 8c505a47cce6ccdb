import { statusOf, type CheckResult } from '../core/check-result';
import type { Say } from '../messages/say';
import type { AzureErrorDetail } from './azure-error-detail';
import { errorCauses, type ErrorCause } from './error-causes';
import { failureText, type WordedFailure } from './failure-text';
import type { CauseId } from './known-errors';
import { likelyCause, type LikelyCause } from './likely-cause';

/**
 * Returns the causes that Azure's message states, the same as *Explain an error message* finds in it. Otherwise, returns
 * that Azure limits requests, or has an error.
 */
export function messageCauses(
  say: Say,
  failure: WordedFailure & { readonly details: AzureErrorDetail },
  results: readonly CheckResult[],
): readonly LikelyCause[] {
  const stated = statedCauses(say, failure.details, results);
  if (stated.length > 0) return stated;
  const isThrottled = failure.code === 'throttled';
  if (!isThrottled && (failure.details.status ?? 0) < 500) return [];
  const key = isThrottled ? 'create.likely.throttled' : 'create.likely.ownFault';
  return [likelyCause('error', say(key), failureText(say, failure))];
}

function statedCauses(
  say: Say,
  details: AzureErrorDetail,
  results: readonly CheckResult[],
): readonly LikelyCause[] {
  const { serviceCode = '', serviceMessage = '', innerCodes = [] } = details;
  return errorCauses([serviceCode, serviceMessage, ...innerCodes].join(' ')).flatMap((one) => {
    if (!isStated(one)) return [];
    const { id, checks } = one;
    const failed = results.filter(
      ({ requirement, outcome }) => checks.includes(requirement) && statusOf(outcome) === 'open',
    );
    const found = likelyCause(
      'error',
      say(`explain.${id}`),
      `${say(`explain.${id}.means`)} ${say(`explain.${id}.do`)}`,
    );
    const remedy = remedies[id];
    return [
      failed.length > 0
        ? { ...found, results: failed }
        : { ...found, sameAs: checks, ...(remedy && { remedy }) },
    ];
  });
}

/** A flow that the message names is already a cause of the network. */
function isStated(cause: ErrorCause): cause is ErrorCause & { readonly id: CauseId } {
  return cause.isReported && cause.id !== 'flow';
}

/** Steps for causes that no check of the subnet confirms. */
const remedies: Readonly<Partial<Record<CauseId, LikelyCause['remedy']>>> = {
  taken: 'name',
  name: 'name',
  quota: 'quota',
  capacity: 'size',
  join: 'role',
  write: 'role',
  permission: 'role',
  tenant: 'owner',
  policy: 'owner',
  lock: 'owner',
  provider: 'owner',
  disabled: 'owner',
  sharedKey: 'owner',
  storageNetwork: 'owner',
  storageRole: 'owner',
  registryAccess: 'owner',
  registryRole: 'owner',
  vault: 'owner',
  networkPolicies: 'owner',
};
