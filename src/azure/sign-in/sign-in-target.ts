import { withoutEnd } from '../../core/cut-text';
import { createHttpHeaders, createPipelineRequest, type HttpClient } from '@azure/core-rest-pipeline';
import { cloudAddresses, cloudOfName, cloudOfSignInHost } from '../../core/azure-facts/clouds';
import type { Cloud } from '../../core/network/model';
import { withDeadline } from '../deadline';
import { AzureFailure } from '../failure';
import { parseJson, textAt, textsAt, type Json } from '../json';
import { answerFailure } from '../to-failure';

/** A resource manager, and the parameters for its token. */
export interface SignInTarget {
  /** Cloud whose service tags and requirements apply. */
  readonly cloud: Cloud;
  /** Endpoint address. Addresses don't have a trailing slash. */
  readonly endpoint: string;
  readonly authority: string;
  readonly scopes: readonly string[];
  readonly portal: string;
  /** True if Microsoft doesn't vouch for the authority: the endpoint named it, and the user allowed it. */
  readonly hasOwnAuthority: boolean;
}

/** A host that would receive credentials, and the endpoint that named it. */
export interface SignInHost {
  readonly endpoint: string;
  /** Host with its port if it has one, in Punycode so that lookalike letters show. */
  readonly host: string;
}

/** Asks the user. Resolves to true if the user allows the host. */
export type ConfirmSignInHost = (named: SignInHost) => Promise<boolean>;

/** Returns the target of a Microsoft cloud. */
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

/** Returns an HTTPS address without user, query, and trailing slash; undefined if a token mustn't be sent to it. */
function secureAddress(text: string): string | undefined {
  if (!URL.canParse(text.trim())) return undefined;
  const { protocol, username, password, host, pathname } = new URL(text.trim());
  const isPlain = protocol === 'https:' && username === '' && password === '' && host !== '';
  return isPlain ? withoutSlash(`https://${host}${pathname}`) : undefined;
}

/**
 * Reads the target of a custom resource manager, which names its sign-in host in `/metadata/endpoints`. It may be
 * hostile. So a target exists only if no credential and no token of another service can reach it. The sign-in host is
 * Microsoft's, or the user confirmed it. The audience is on the endpoint's own host.
 * @throws {AzureFailure} `signedOut` if the address, its metadata, or its audience isn't valid, or if the user doesn't
 * allow it
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

/**
 * Reads the metadata without a token, because it is public. It doesn't follow redirects: the target of a redirect isn't
 * the endpoint.
 */
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
 * Returns the token audience: an address on the endpoint's own host. If only other addresses are named, it returns the
 * endpoint's own. That is the case for a proxy that repeats the metadata of Microsoft's resource manager.
 * @throws {AzureFailure} `signedOut` if an application ID is required: it can be the ID of Microsoft Graph or a key
 * vault
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
 * Returns the portal that the endpoint names, if it is Microsoft's or a sibling of the endpoint
 * (`portal.local.azurestack.external` for `management.local.azurestack.external`). Otherwise returns the public
 * cloud's.
 */
function portalOf(endpoint: string, body: Json): string {
  const portal = secureAddress(textAt(body, 'portal') ?? '');
  const isKnown = clouds.some((cloud) => cloudAddresses[cloud].portal === portal);
  const isNear = portal !== undefined && domainOf(portal) === domainOf(endpoint);
  return portal !== undefined && (isKnown || isNear) ? portal : cloudAddresses.public.portal;
}

const hostOf = (address: string): string => new URL(address).host;

/** Returns the host without its first label, if two or more remain, and its port. Siblings share it. */
function domainOf(address: string): string {
  const { host, hostname } = new URL(address);
  const isName = /[a-z]$/.test(hostname) && hostname.split('.').length > 2;
  return isName ? host.slice(host.indexOf('.') + 1) : host;
}
