import type { HttpClient } from '@azure/core-rest-pipeline';
import { connectTerminal, type TerminalAzure } from '../../azure/connect-terminal';
import { withDeadline, deadlines } from '../../azure/deadline';
import { failingCredential } from '../../azure/failing-credential';
import { defaultHttpClient } from '../../azure/http-client';
import { cliCredential, defaultCredential } from '../../azure/sign-in/credentials';
import { cloudTarget, customTarget, type SignInTarget } from '../../azure/sign-in/sign-in-target';
import { inTenant } from '../../azure/sign-in/tenant-directory';
import { toFailure } from '../../azure/to-failure';
import { UnreadableFile } from '../resources/read-resources';
import { failureReason } from './failure-reason';
import type { SignInValues } from './sign-in-options';

/** Parameters for signing in. */
export interface TerminalSignIn {
  readonly values: SignInValues;
  /** Seconds to wait for a creation. */
  readonly createSeconds?: number;
}

/**
 * Maximum number of seconds for the first token, which includes starting Azure CLI or looking for a managed identity.
 */
const signInSeconds = 60;

/**
 * Connects to Azure with the account in the options, after it has returned a token.
 * @throws {UnreadableFile} if there isn't a token, or if the endpoint isn't safe
 */
export async function connectSignedIn(
  { values, createSeconds }: TerminalSignIn,
  httpClient: HttpClient = defaultHttpClient(),
): Promise<TerminalAzure> {
  const { auth = 'azure-cli', tenant } = values;
  try {
    const target = await targetOf(values, httpClient);
    const account = await (auth === 'azure-cli' ? cliCredential() : defaultCredential({ target }));
    const credential = tenant === undefined ? account : inTenant(account, () => Promise.resolve(tenant));
    await withDeadline(signInSeconds, new AbortController().signal, (abortSignal) =>
      failingCredential(credential).getToken([...target.scopes], { abortSignal }),
    );
    return connectTerminal({
      credential,
      endpoint: target.endpoint,
      httpClient,
      scopes: target.scopes,
      cloud: target.cloud,
      ...(createSeconds === undefined
        ? {}
        : { timing: { deadlines: { ...deadlines, create: createSeconds } } }),
    });
  } catch (error) {
    const failure = toFailure(error);
    throw new UnreadableFile(failureReason(failure, 'Azure'));
  }
}

/** Returns the endpoint to sign in to. A custom endpoint can only name a sign-in host that the command line allows. */
function targetOf(
  { cloud = 'public', endpoint, signInHost }: SignInValues,
  httpClient: HttpClient,
): Promise<SignInTarget> {
  return endpoint === undefined
    ? Promise.resolve(cloudTarget(cloud))
    : customTarget(endpoint, httpClient, ({ host }) => Promise.resolve(host === signInHost));
}
