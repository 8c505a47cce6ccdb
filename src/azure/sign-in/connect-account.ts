import type { TokenCredential } from '@azure/core-auth';
import type { HttpClient } from '@azure/core-rest-pipeline';
import { connectAzure } from '../connect';
import type { Cloud } from '../../core/network/model';
import { withDeadline } from '../deadline';
import { editorHttpClient } from '../http-client';
import { failingCredential } from '../failing-credential';
import type { RequestLog } from '../policies/log-requests';
import type { AzureConnection } from '../ports';
import type { Timing } from '../timing';
import { cliCredential, defaultCredential } from './credentials';
import { cloudTarget, customTarget, type ConfirmSignInHost, type SignInTarget } from './sign-in-target';
import { parseJson, textAt } from '../json';

/** Claims of a token that name its owner, from the most to the least personal. */
const nameClaims = ['upn', 'unique_name', 'preferred_username', 'app_displayname', 'appid'];

/** Reads the owner of the credential's token; null if the token doesn't name one. It doesn't read other claims. */
async function readTokenOwner(
  credential: TokenCredential,
  scopes: readonly string[],
  abortSignal: AbortSignal,
): Promise<string | null> {
  const token = await credential.getToken([...scopes], { abortSignal });
  const payload = Buffer.from(token?.token.split('.')[1] ?? '', 'base64url').toString('utf8');
  const claims = parseJson(payload);
  return nameClaims.map((one) => textAt(claims, one)).find((one) => one !== undefined) ?? null;
}

/** Source of the sign-in, and its target. */
export interface AccountRequest {
  readonly target: SignInTarget;
  readonly by:
    | { readonly source: 'microsoft'; readonly credential: TokenCredential; readonly name: string }
    | { readonly source: 'azureCli' }
    | { readonly source: 'default' };
  readonly httpClient?: HttpClient;
  readonly log?: RequestLog;
  readonly timing?: Partial<Timing>;
}

/** Names that are shown if the token doesn't name its owner. */
const namesOfSources = { microsoft: 'Microsoft', azureCli: 'Azure CLI', default: 'DefaultAzureCredential' };

/** Maximum number of seconds for the first token: the Azure CLI starts, or a managed identity is searched. */
const signInSeconds = 60;

/** Connects to Azure with an account. Rejects with `signedOut` and the reason if there is no token. */
export async function connectAccount(request: AccountRequest): Promise<AzureConnection> {
  const { target, by, httpClient, log, timing } = request;
  const credential = await credentialOf(request);
  const account = by.source === 'microsoft' ? by.name : await nameOf(credential, target);
  const azure = connectAzure({
    credential,
    endpoint: target.endpoint,
    scopes: target.scopes,
    cloud: target.cloud,
    allTenants: true,
    ...(httpClient ? { httpClient } : {}),
    ...(log ? { log } : {}),
    ...(timing ? { timing } : {}),
  });
  return {
    azure,
    cloud: target.cloud,
    sample: false,
    account: account ?? namesOfSources[by.source],
    userName: account,
    portal: target.portal,
  };
}

/** Returns the sign-in target of a place. The endpoint is used only if the cloud is `custom`. */
export async function findSignInTarget(
  place: { readonly cloud: Cloud | 'custom'; readonly endpoint: string },
  confirm: ConfirmSignInHost,
): Promise<SignInTarget> {
  return place.cloud === 'custom'
    ? customTarget(place.endpoint, editorHttpClient(), confirm)
    : cloudTarget(place.cloud);
}

/** Connects from VS Code. Requests use VS Code's network stack. */
export function connectInEditor(
  target: SignInTarget,
  by: AccountRequest['by'],
  log: RequestLog,
): Promise<AzureConnection> {
  return connectAccount({ target, by, httpClient: editorHttpClient(), log });
}

function credentialOf({ by, target, httpClient }: AccountRequest): Promise<TokenCredential> {
  switch (by.source) {
    case 'microsoft':
      return Promise.resolve(by.credential);
    case 'azureCli':
      return cliCredential();
    case 'default':
      return defaultCredential({ target, httpClient });
  }
}

/** Requests a first token, which also shows at once whether there is one. */
function nameOf(credential: TokenCredential, { scopes }: SignInTarget): Promise<string | null> {
  return withDeadline(signInSeconds, new AbortController().signal, (signal) =>
    readTokenOwner(failingCredential(credential), scopes, signal),
  );
}
