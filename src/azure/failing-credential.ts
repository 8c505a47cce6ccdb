import type { TokenCredential } from '@azure/core-auth';
import { AzureFailure } from './failure';
import { toFailure } from './to-failure';

/** The credential, except that having no token says so: the clients would report a fault without a name. */
export function failingCredential(credential: TokenCredential): TokenCredential {
  return {
    async getToken(scopes, options) {
      const token = await credential.getToken(scopes, options).catch((error: unknown) => {
        const failure = toFailure(error);
        const isOfWayThere = ['offline', 'timeout', 'cancelled'].includes(failure.code);
        throw isOfWayThere ? failure : new AzureFailure('signedOut');
      });
      if (token === null) throw new AzureFailure('signedOut');
      return token;
    },
  };
}
