import type { AccessToken, GetTokenOptions, TokenCredential } from '@azure/core-auth';
import { AzureFailure, isAnswerLost, type SignInFailureKind } from './failure';
import { toFailure } from './to-failure';

/** The credential, except that having no token says so: the clients would report a fault without a name. */
export function failingCredential(credential: TokenCredential): TokenCredential {
  return {
    async getToken(scopes, options) {
      const token = await credential.getToken(scopes, options).catch((error: unknown) => {
        if (error instanceof AzureFailure) throw error;
        const failure = toFailure(error);
        const isOfWayThere = isAnswerLost(failure) || failure.code === 'cancelled';
        throw isOfWayThere ? failure : new AzureFailure('signedOut', { signIn: troubleOf(options) });
      });
      if (token === null) throw new AzureFailure('signedOut', { signIn: troubleOf(options) });
      return ofThisAge(token);
    },
  };
}

/**
 * The token, which grows old by a clock that nobody can set back too: the clients would send it long after its end. By
 * the other clock as well, since the first one stands still while a computer sleeps.
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

/** Why there is none, by what was wished for. */
function troubleOf(options: GetTokenOptions | undefined): SignInFailureKind {
  if (options?.claims !== undefined) return 'claims';
  return options?.tenantId === undefined ? 'nobody' : 'tenant';
}
