import { withoutEnd } from '../../core/cut-text';
import { createHttpHeaders, createPipelineRequest, type HttpClient } from '@azure/core-rest-pipeline';
import { cloudAddresses, cloudOfName, cloudOfSignInHost } from '../../core/azure-facts/clouds';
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
  /** Microsoft doesn't vouch for the authority: the endpoint named it, and the user allowed it. */
  readonly hasOwnAuthority: boolean;
}

/** A host that credentials would be sent to, and the endpoint that named it. */
export interface SignInHost {
  readonly endpoint: string;
  /** With its port where it has one; in Punycode, so that lookalike letters show. */
  readonly host: string;
}

/** True where the user allows the host. */
export type ConfirmSignInHost = (named: SignInHost) => Promise<boolean>;

/** One of Microsoft's clouds. */
export function cloudTarget(cloud: Cloud): SignInTarget {
  const { resourceManager, authority, portal } = cloudAddresses[cloud];
  return {
    cloud,
    endpoint: resourceManager,
    authority,
    scopes: [`${resourceManager}/.default`],
    portal,
    hasOwnAuthority: false,
  };
}

const withoutSlash = (text: string): string => withoutEnd(text, '/');

const clouds: readonly Cloud[] = ['public', 'usgov', 'china'];

/** An https address without user, query and last slash; undefined where a token may not be sent to it. */
function secureAddress(text: string): string | undefined {
  if (!URL.canParse(text.trim())) return undefined;
  const { protocol, username, password, host, pathname } = new URL(text.trim());
  const isPlain = protocol === 'https:' && username === '' && password === '' && host !== '';
  return isPlain ? withoutSlash(`https://${host}${pathname}`) : undefined;
}

/**
 * A resource manager of one's own, which names in `/metadata/endpoints` where to sign in to it. It may be hostile, so a
 * target only exists where no credential and no token of another service can reach it: the sign-in host is one of
 * Microsoft's, or the user confirmed it; the audience is on the endpoint's own host.
 * @throws {AzureFailure} `signedOut` where the address, its description, its audience, or the user doesn't allow it
 */
export async function customTarget(
  address: string,
  httpClient: HttpClient,
  confirm: ConfirmSignInHost,
): Promise<SignInTarget> {
  const endpoint = secureAddress(address);
  if (endpoint === undefined) throw new AzureFailure('signedOut', { signIn: 'endpoint' });
  const known = clouds.find((cloud) => cloudAddresses[cloud].resourceManager === endpoint);
  if (known) return cloudTarget(known);
  const metadata = await withDeadline(metadataSeconds, new AbortController().signal, (stop) =>
    readMetadata(endpoint, httpClient, stop),
  );
  return describedTarget(endpoint, metadata, confirm);
}

const metadataSeconds = 30;

/** Asked without a token: everybody may read it. A redirect isn't followed: what it leads to isn't the endpoint. */
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
  if (response.status !== 200 || body === undefined) {
    throw new AzureFailure('signedOut', { signIn: 'endpoint' });
  }
  return body;
}

async function describedTarget(
  endpoint: string,
  body: Json,
  confirm: ConfirmSignInHost,
): Promise<SignInTarget> {
  const audience = audienceOf(endpoint, textsAt(body, 'authentication', 'audiences'));
  return {
    cloud: cloudOfName(textAt(body, 'name') ?? '') ?? 'public',
    endpoint,
    ...(await allowedAuthority(endpoint, body, confirm)),
    scopes: [`${audience}/.default`],
    portal: portalOf(endpoint, body),
  };
}

/**
 * What a token is asked for: an address on the endpoint's own host. Where only other addresses are named, as by a proxy that
 * repeats what Microsoft's resource manager says, the endpoint's own.
 * @throws {AzureFailure} `signedOut` where an application's ID is wanted: it can be Microsoft Graph's or a vault's
 */
function audienceOf(endpoint: string, named: readonly string[]): string {
  const own = named.map(secureAddress).find((one) => one !== undefined && hostOf(one) === hostOf(endpoint));
  if (own !== undefined) return own;
  const id = named.map((one) => one.trim()).find((one) => anApplication.test(one));
  if (id !== undefined) throw new AzureFailure('signedOut', { signIn: 'audience', audience: id });
  return endpoint;
}

const anApplication = /^(?:(?:api|spn):(?:\/\/)?)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\/?$/i;

async function allowedAuthority(
  endpoint: string,
  body: Json,
  confirm: ConfirmSignInHost,
): Promise<Pick<SignInTarget, 'authority' | 'hasOwnAuthority'>> {
  const authority = secureAddress(textAt(body, 'authentication', 'loginEndpoint') ?? '');
  if (authority === undefined) throw new AzureFailure('signedOut', { signIn: 'endpoint' });
  const host = hostOf(authority);
  const cloud = cloudOfSignInHost(host);
  if (cloud) return { authority: cloudAddresses[cloud].authority, hasOwnAuthority: false };
  if (await confirm({ endpoint, host })) return { authority, hasOwnAuthority: true };
  throw new AzureFailure('signedOut', { signIn: 'host', signInHost: host });
}

/**
 * The portal that the endpoint names, where it's one of Microsoft's or next to the endpoint
 * (`portal.local.azurestack.external` for `management.local.azurestack.external`). Otherwise the public cloud's.
 */
function portalOf(endpoint: string, body: Json): string {
  const portal = secureAddress(textAt(body, 'portal') ?? '');
  const isKnown = clouds.some((cloud) => cloudAddresses[cloud].portal === portal);
  const isNear = portal !== undefined && domainOf(portal) === domainOf(endpoint);
  return portal !== undefined && (isKnown || isNear) ? portal : cloudAddresses.public.portal;
}

const hostOf = (address: string): string => new URL(address).host;

/** The host without its first label where two or more are left, and its port: siblings share it. */
function domainOf(address: string): string {
  const { host, hostname } = new URL(address);
  const isName = /[a-z]$/.test(hostname) && hostname.split('.').length > 2;
  return isName ? host.slice(host.indexOf('.') + 1) : host;
}
