import type { TokenCredential } from '@azure/core-auth';
import type { HttpClient } from '@azure/core-rest-pipeline';
import { AzureFailure, isAnswerLost, type SignInFailureKind } from '../failure';
import { jsonAt, textAt, type Json } from '../json';
import { toFailure } from '../to-failure';
import type { SignInTarget } from './sign-in-target';

/** Maximum number of seconds for a token from the Azure CLI: it is a Python program that starts each time. */
const cliSeconds = 30;

/** Creates a credential with the account of the Azure CLI. */
export async function cliCredential(): Promise<TokenCredential> {
  const { AzureCliCredential } = await import('@azure/identity');
  const credential = new AzureCliCredential({
    additionallyAllowedTenants: ['*'],
    processTimeoutInMs: cliSeconds * 1000,
  });
  return sayingWhy(credential, cliFailure);
}

export interface DefaultCredentialOptions {
  readonly target: Pick<SignInTarget, 'authority' | 'hasOwnAuthority'>;
  readonly httpClient?: HttpClient | undefined;
}

/** Creates a credential that tries the environment, workload identity, and managed identity, then developer tools. */
export async function defaultCredential({
  target,
  httpClient,
}: DefaultCredentialOptions): Promise<TokenCredential> {
  const { DefaultAzureCredential } = await import('@azure/identity');
  const credential = new DefaultAzureCredential({
    additionallyAllowedTenants: ['*'],
    authorityHost: target.authority,
    processTimeoutInMs: cliSeconds * 1000,
    // A custom authority isn't in Microsoft's list, which would be queried about it.
    disableInstanceDiscovery: target.hasOwnAuthority,
    ...(httpClient ? { httpClient } : {}),
  });
  return sayingWhy(credential, defaultFailure);
}

type FailureReader = (error: unknown) => {
  readonly signIn: SignInFailureKind;
  readonly serviceCode?: string;
};

/** Wraps a credential so that its errors contain only the reason why there is no token. */
function sayingWhy(credential: TokenCredential, failureOf: FailureReader): TokenCredential {
  return {
    async getToken(scopes, options) {
      try {
        return await credential.getToken(scopes, options);
      } catch (error) {
        const failure = toFailure(error);
        if (isAnswerLost(failure) || failure.code === 'cancelled') throw failure;
        throw new AzureFailure('signedOut', failureOf(error));
      }
    },
  };
}

/** `@azure/identity` 4.14 has a single error class; only the message shows that the program isn't installed. */
function cliFailure(error: unknown): ReturnType<FailureReader> {
  const isMissing = /could not be found|ENOENT/.test(textAt(error as Json, 'message') ?? '');
  return { signIn: isMissing ? 'cli-missing' : 'cli-signed-out' };
}

/** Returns the reason. Without an AADSTS code, the sign-in service didn't reject anything: there was no credential. */
function defaultFailure(error: unknown): ReturnType<FailureReader> {
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
