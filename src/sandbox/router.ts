import { failure } from './failure-texts';
import type { BodyJson } from './body-json';
import { refusal, type Reply } from './responses';
import type { World } from './settings';

export interface ArmRequest {
  readonly method: string;
  readonly url: URL;
  /** Path segments, decoded, without empty ones. */
  readonly segments: readonly string[];
  readonly apiVersion: string;
  readonly header: (name: string) => string | undefined;
  readonly body: BodyJson | undefined;
}

/** Returns a request in the form that routes read. */
export function armRequest(parts: Pick<ArmRequest, 'method' | 'url' | 'header' | 'body'>): ArmRequest {
  const segments = parts.url.pathname.split('/').filter((segment) => segment !== '');
  return {
    ...parts,
    apiVersion: parts.url.searchParams.get('api-version') ?? '',
    segments: segments.map((segment) => decodeURIComponent(segment)),
  };
}

export interface RouteCall {
  readonly world: World;
  readonly request: ArmRequest;
  /** Returns a named segment of the pattern. */
  readonly param: (name: string) => string;
}

export type Handler = (call: RouteCall) => Reply;

export interface RequestRoute {
  readonly method: string;
  readonly pattern: readonly string[];
  readonly handle: Handler;
}

/**
 * Defines a route: `route('GET /subscriptions/:subscription', …)`. Fixed segments match in any case. A first segment
 * `*scope` matches one or more segments: the ID that the rest of the path applies to.
 */
export function defineRoute(description: string, handle: Handler): RequestRoute {
  const [method = '', path = ''] = description.split(' ');
  return { method, pattern: path.split('/').filter((segment) => segment !== ''), handle };
}

export function dispatch(routes: readonly RequestRoute[], world: World, request: ArmRequest): Reply {
  const candidates = routes.filter((entry) => matches(entry.pattern, request.segments));
  const chosen = candidates.find((entry) => entry.method === request.method);
  if (!chosen) {
    return candidates.length > 0
      ? { status: 405, headers: { Allow: allowed(candidates) } }
      : unknownPath(request);
  }
  return chosen.handle({ world, request, param: (name) => paramOf(chosen.pattern, request.segments, name) });
}

function paramOf(pattern: readonly string[], segments: readonly string[], name: string): string {
  const longer = segments.length - pattern.length;
  if (name === 'scope') return `/${segments.slice(0, longer + 1).join('/')}`;
  const at = pattern.indexOf(`:${name}`);
  return at < 0 ? '' : (segments[isScoped(pattern) ? at + longer : at] ?? '');
}

function isScoped(pattern: readonly string[]): boolean {
  return pattern[0] === '*scope';
}

function matches(pattern: readonly string[], segments: readonly string[]): boolean {
  if (isScoped(pattern)) {
    const longer = segments.length - pattern.length;
    return longer >= 0 && matches(pattern.slice(1), segments.slice(longer + 1));
  }
  if (pattern.length !== segments.length) return false;
  return pattern.every(
    (part, index) => part.startsWith(':') || part.toLowerCase() === segments[index]?.toLowerCase(),
  );
}

function allowed(candidates: readonly RequestRoute[]): string {
  return candidates.map((entry) => entry.method).join(', ');
}

function unknownPath(request: ArmRequest): Reply {
  const at = request.segments.findIndex((segment) => segment.toLowerCase() === 'providers');
  const provider = request.segments[at + 1] ?? '';
  const type = request.segments
    .slice(at + 2)
    .filter((_, index) => index % 2 === 0)
    .join('/');
  return refusal(404, failure('invalidResourceType', { provider, type }));
}
