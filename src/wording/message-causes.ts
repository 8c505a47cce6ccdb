import { statusOf, type CheckResult } from '../core/check-result';
import type { MessageKey } from '../messages/en/catalog';
import type { Say } from '../messages/say';
import type { AzureErrorDetail } from './azure-error-detail';
import { errorCauses, type ErrorCause } from './error-causes';
import { failureText, type WordedFailure } from './failure-text';
import type { CauseId } from './known-errors';
import { likelyCause, type LikelyCause } from './likely-cause';

/**
 * Returns the causes that Azure's message states, the same as *Explain an error message* finds in it. Otherwise, returns
 * that Azure limits requests, changes the
 * resource, or has an error.
 */
export function messageCauses(
  say: Say,
  failure: WordedFailure & { readonly details: AzureErrorDetail },
  results: readonly CheckResult[],
): readonly LikelyCause[] {
  const stated = statedCauses(say, failure.details, results);
  if (stated.length > 0) return stated;
  const key = causeOfResponse(failure);
  return key === null ? [] : [likelyCause('error', say(key), failureText(say, failure))];
}

function causeOfResponse({ code, details }: WordedFailure): MessageKey | null {
  if (code === 'throttled') return 'create.likely.throttled';
  if (code === 'conflict') return 'create.likely.conflict';
  return (details.status ?? 0) >= 500 ? 'create.likely.ownFault' : null;
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
  permission: 'owner',
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
