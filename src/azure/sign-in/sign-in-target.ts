import { withoutEnd } from '../../core/cut-text';
import { createHttpHeaders, createPipelineRequest, type HttpClient } from '@azure/core-rest-pipeline';
import { cloudAddresses, cloudOfName } from '../../core/azure-facts/clouds';
import type { Cloud } from '../../core/network/model';
import { withDeadline } from '../deadline';
import { AzureFailure } from '../failure';
import { parseJson, textAt, textsAt, type Json } from '../json';
import { answerFailure } from '../to-failure';

/** The resource manager that is asked, and what a token for it is asked with. */
export interface SignInTarget {
  /** Whose service tags and requirements are taken. */
  readonly cloud: Cloud;
  /** Addresses are without a slash at their end. */
  readonly endpoint: string;
  readonly authority: string;
  readonly scopes: readonly string[];
  readonly portal: string;
  /** An endpoint of one's own: nobody but itself vouches for its authority. */
  readonly isCustom: boolean;
}

/** One of Microsoft's clouds. */
export function cloudTarget(cloud: Cloud): SignInTarget {
  const { resourceManager, authority, portal } = cloudAddresses[cloud];
  return {
    cloud,
    endpoint: resourceManager,
    authority,
    scopes: [`${resourceManager}/.default`],
    portal,
    isCustom: false,
  };
}

const clouds: readonly Cloud[] = ['public', 'usgov', 'china'];

/** An https address without user, query and last slash; undefined where a token may not be sent to it. */
function secureAddress(text: string): string | undefined {
  if (!URL.canParse(text.trim())) return undefined;
  const { protocol, username, password, host, pathname } = new URL(text.trim());
  const isPlain = protocol === 'https:' && username === '' && password === '' && host !== '';
  return isPlain ? withoutSlash(`https://${host}${pathname}`) : undefined;
}

/**
 * A resource manager of one's own, which says itself where one signs in to it. What it says is taken only as far as
 * no token of another cloud can come to it: the audiences of Microsoft's clouds are theirs alone.
 */
export async function customTarget(address: string, httpClient: HttpClient): Promise<SignInTarget> {
  const endpoint = secureAddress(address);
  if (endpoint === undefined) throw new AzureFailure('signedOut', { signIn: 'endpoint' });
  const known = clouds.find((cloud) => cloudAddresses[cloud].resourceManager === endpoint);
  if (known) return cloudTarget(known);
  const metadata = withDeadline(metadataSeconds, new AbortController().signal, (stop) =>
    readMetadata(endpoint, httpClient, stop),
  );
  return describedTarget(endpoint, await metadata);
}

const metadataSeconds = 30;

/** Asked without a token: everybody may read it. */
async function readMetadata(endpoint: string, httpClient: HttpClient, stop: AbortSignal): Promise<Json> {
  const response = await httpClient.sendRequest(
    createPipelineRequest({
      url: `${endpoint}/metadata/endpoints?api-version=2022-09-01`,
      headers: createHttpHeaders({ accept: 'application/json' }),
      abortSignal: stop,
    }),
  );
  if (response.status >= 400) throw answerFailure(response);
  const body = parseJson(response.bodyAsText);
  if (textAt(body, 'authentication', 'loginEndpoint') === undefined) {
    throw new AzureFailure('signedOut', { signIn: 'endpoint' });
  }
  return body ?? {};
}

function describedTarget(endpoint: string, body: Json): SignInTarget {
  const authority = secureAddress(textAt(body, 'authentication', 'loginEndpoint') ?? '');
  if (authority === undefined) throw new AzureFailure('signedOut', { signIn: 'endpoint' });
  const audience = textsAt(body, 'authentication', 'audiences').map(withoutSlash).find(isItsOwn);
  return {
    cloud: cloudOfName(textAt(body, 'name') ?? '') ?? 'public',
    endpoint,
    authority,
    scopes: [`${audience ?? endpoint}/.default`],
    portal: secureAddress(textAt(body, 'portal') ?? '') ?? cloudAddresses.public.portal,
    isCustom: true,
  };
}

const withoutSlash = (text: string): string => withoutEnd(text, '/');

/** Domains below which the resource managers of Microsoft's clouds and their audiences are. */
const microsoftDomains = [
  'azure.com',
  'windows.net',
  'usgovcloudapi.net',
  'chinacloudapi.cn',
  'microsoft.com',
  'microsoftonline.com',
];

function isItsOwn(audience: string): boolean {
  if (!URL.canParse(audience)) return false;
  const { protocol, hostname } = new URL(audience);
  const isMicrosofts = microsoftDomains.some((one) => hostname === one || hostname.endsWith(`.${one}`));
  return protocol === 'https:' && !isMicrosofts;
}
