import type { BodyObject } from '../../../src/sandbox/body-json';
import type { Reply } from '../../../src/sandbox/responses';
import { stableGuid } from '../../../src/sandbox/store';

export interface SignInRequest {
  readonly method: string;
  readonly url: URL;
  /** The posted form. */
  readonly form: URLSearchParams;
  /** Seconds since 1970. */
  readonly now: number;
  /** Tenant of every token. */
  readonly tenantId: string;
}

const lifetime = 3600;

/** Sign-in as in OpenID Connect, for the client-credentials grant; undefined for every other path. */
export function answerSignIn(request: SignInRequest): Reply | undefined {
  const { method, url } = request;
  if (method === 'GET') return discovery(url);
  const [, tenant] = /^\/([^/]+)\/oauth2\/(?:v2\.0\/)?token\/?$/i.exec(url.pathname) ?? [];
  if (method !== 'POST' || tenant === undefined) return undefined;
  return wrongForm(request.form) ?? token(request, tenant);
}

function discovery({ origin, pathname }: URL): Reply | undefined {
  if (/^\/common\/discovery\/instance$/i.test(pathname)) return { status: 200, body: instances(origin) };
  if (/^\/[^/]+\/discovery\/v2\.0\/keys$/i.test(pathname)) return { status: 200, body: { keys: [] } };
  const found = /^\/([^/]+)(\/v2\.0)?\/\.well-known\/openid-configuration$/i.exec(pathname);
  const [, tenant, version = ''] = found ?? [];
  return tenant === undefined ? undefined : { status: 200, body: configuration(origin, tenant, version) };
}

function instances(origin: string): BodyObject {
  const { host } = new URL(origin);
  return {
    tenant_discovery_endpoint: `${origin}/common/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  };
}

function configuration(origin: string, tenant: string, version: string): BodyObject {
  const base = `${origin}/${tenant}`;
  return {
    issuer: `${base}${version}`,
    authorization_endpoint: `${base}/oauth2${version}/authorize`,
    token_endpoint: `${base}/oauth2${version}/token`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
    token_endpoint_auth_methods_supported: ['client_secret_post'],
    grant_types_supported: ['client_credentials'],
    response_types_supported: ['token'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['none'],
  };
}

function wrongForm(form: URLSearchParams): Reply | undefined {
  const missing = (name: string): Reply =>
    refused(400, 'invalid_request', `AADSTS900144: The request body must contain the parameter '${name}'.`);
  if (!form.get('client_id')) return missing('client_id');
  if (!form.get('grant_type')) return missing('grant_type');
  if (form.get('grant_type') !== 'client_credentials') {
    const text = 'AADSTS70003: The app requested an unsupported grant type.';
    return refused(400, 'unsupported_grant_type', text);
  }
  if (!form.get('client_secret') && !form.get('client_assertion')) {
    const text = "AADSTS7000218: The request body must contain 'client_assertion' or 'client_secret'.";
    return refused(401, 'invalid_client', text);
  }
  return audienceOf(form) === '' ? missing('scope') : undefined;
}

function refused(status: number, error: string, text: string): Reply {
  return { status, body: { error, error_description: text } };
}

/** `scope` contains an audience followed by `/.default`, and the older `resource` only the audience. */
function audienceOf(form: URLSearchParams): string {
  const scope = form.get('scope') ?? '';
  const end = scope.indexOf('/.default');
  return form.get('resource') ?? (end < 0 ? scope : scope.slice(0, end).replace(/\/$/, ''));
}

function token({ form, url, now, tenantId }: SignInRequest, tenant: string): Reply {
  const client = form.get('client_id') ?? '';
  const claims = {
    aud: audienceOf(form),
    iss: `${url.origin}/${tenant}`,
    tid: tenantId,
    appid: client,
    oid: stableGuid(`client ${client}`),
    sub: stableGuid(`client ${client}`),
    iat: now,
    nbf: now,
    exp: now + lifetime,
    ver: '1.0',
  };
  const body = {
    token_type: 'Bearer',
    expires_in: lifetime,
    ext_expires_in: lifetime,
    expires_on: String(now + lifetime),
    access_token: `${encoded({ typ: 'JWT', alg: 'none' })}.${encoded(claims)}.`,
  };
  return { status: 200, body, headers: { 'Cache-Control': 'no-store' } };
}

/** Unsigned: it is valid only for this sandbox, which accepts any token. */
function encoded(part: BodyObject): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
