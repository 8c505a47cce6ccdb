import type { AccessToken, GetTokenOptions, TokenCredential } from '@azure/core-auth';
import { AzureFailure, isAnswerLost, type SignInFailureKind } from './failure';
import { toFailure } from './to-failure';

/** Wraps a credential so that a missing token throws `signedOut`. The clients would report an error without a name. */
export function failingCredential(credential: TokenCredential): TokenCredential {
  return {
    async getToken(scopes, options) {
      const token = await credential.getToken(scopes, options).catch((error: unknown) => {
        if (error instanceof AzureFailure) throw error;
        const failure = toFailure(error);
        const isOfWayThere = isAnswerLost(failure) || failure.code === 'cancelled';
        throw isOfWayThere ? failure : new AzureFailure('signedOut', { signIn: signInFailureOf(options) });
      });
      if (token === null) throw new AzureFailure('signedOut', { signIn: signInFailureOf(options) });
      return ofThisAge(token);
    },
  };
}

/**
 * Returns the token with an expiry that also follows the monotonic clock. If the system clock is set back, the clients
 * would otherwise send an expired token. The system clock counts, too, because the monotonic clock stops while a
 * computer sleeps.
 */
function ofThisAge(token: AccessToken): AccessToken {
  const { expiresOnTimestamp } = token;
  const [lifetime, since] = [expiresOnTimestamp - Date.now(), performance.now()];
  return {
    ...token,
    get expiresOnTimestamp() {
      const left = lifetime - (performance.now() - since);
      return Math.min(expiresOnTimestamp, Date.now() + left);
    },
  };
}

/** Returns why there is no token, based on the requested options. */
function signInFailureOf(options: GetTokenOptions | undefined): SignInFailureKind {
  if (options?.claims !== undefined) return 'claims';
  return options?.tenantId === undefined ? 'none' : 'tenant';
}
