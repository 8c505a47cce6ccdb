import type { TokenCredential } from '@azure/core-auth';
import type { HttpClient } from '@azure/core-rest-pipeline';
import { AzureFailure, isAnswerLost, type SignInFailureKind } from '../failure';
import { jsonAt, textAt, type Json } from '../json';
import { toFailure } from '../to-failure';
import type { SignInTarget } from './sign-in-target';

/** Seconds that the Azure CLI may take for a token: it is a Python program that starts anew each time. */
const cliSeconds = 30;

/** The account that the Azure CLI is signed in with. */
export async function cliCredential(): Promise<TokenCredential> {
  const { AzureCliCredential } = await import('@azure/identity');
  const credential = new AzureCliCredential({
    additionallyAllowedTenants: ['*'],
    processTimeoutInMs: cliSeconds * 1000,
  });
  return sayingWhy(credential, cliTrouble);
}

export interface DefaultCredentialOptions {
  readonly target: Pick<SignInTarget, 'authority' | 'hasOwnAuthority'>;
  readonly httpClient?: HttpClient | undefined;
}

/** What the environment, a workload or the machine signs in with, then the tools for developers. */
export async function defaultCredential({
  target,
  httpClient,
}: DefaultCredentialOptions): Promise<TokenCredential> {
  const { DefaultAzureCredential } = await import('@azure/identity');
  const credential = new DefaultAzureCredential({
    additionallyAllowedTenants: ['*'],
    authorityHost: target.authority,
    processTimeoutInMs: cliSeconds * 1000,
    // An authority of one's own is not in the list of Microsoft's that would be asked about it.
    disableInstanceDiscovery: target.hasOwnAuthority,
    ...(httpClient ? { httpClient } : {}),
  });
  return sayingWhy(credential, defaultTrouble);
}

type Trouble = (error: unknown) => { readonly signIn: SignInFailureKind; readonly serviceCode?: string };

/** The credential, except that its errors are failures that say why there is no token, and no more. */
function sayingWhy(credential: TokenCredential, trouble: Trouble): TokenCredential {
  return {
    async getToken(scopes, options) {
      try {
        return await credential.getToken(scopes, options);
      } catch (error) {
        const failure = toFailure(error);
        if (isAnswerLost(failure) || failure.code === 'cancelled') throw failure;
        throw new AzureFailure('signedOut', trouble(error));
      }
    },
  };
}

/** `@azure/identity` 4.14 has one class for all; only the text tells that the program is not there. */
function cliTrouble(error: unknown): ReturnType<Trouble> {
  const isMissing = /could not be found|ENOENT/.test(textAt(error as Json, 'message') ?? '');
  return { signIn: isMissing ? 'cli-missing' : 'cli-signed-out' };
}

/** What an AADSTS code does not name is no refusal of the sign-in service: there was nothing to ask it with. */
function defaultTrouble(error: unknown): ReturnType<Trouble> {
  const refusal = [error, ...listErrors(error)].find((one) => nameOf(one) === 'AuthenticationError');
  const description = textAt(refusal as Json, 'errorResponse', 'errorDescription') ?? '';
  const serviceCode = /AADSTS\d+/.exec(description)?.[0];
  return serviceCode === undefined ? { signIn: 'no-credential' } : { signIn: 'refused', serviceCode };
}

function listErrors(error: unknown): readonly unknown[] {
  const errors = jsonAt(error as Json, 'errors') as unknown;
  return Array.isArray(errors) ? errors : [];
}

function nameOf(error: unknown): string | undefined {
  return error instanceof Error ? error.name : undefined;
}
