import { failure } from './failure-texts';
import type { Json } from './json';
import { refusal, type Reply } from './responses';
import type { World } from './settings';

export interface ArmRequest {
  readonly method: string;
  readonly url: URL;
  /** Path segments, decoded, without empty ones. */
  readonly segments: readonly string[];
  readonly apiVersion: string;
  readonly header: (name: string) => string | undefined;
  readonly body: Json | undefined;
}

/** A request as the routes read it. */
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
  /** A named segment of the pattern. */
  readonly param: (name: string) => string;
}

export type Handler = (call: RouteCall) => Reply;

export interface Route {
  readonly method: string;
  readonly pattern: readonly string[];
  readonly handle: Handler;
}

/** `route('GET /subscriptions/:subscription', …)`; fixed segments match in any case. */
export function route(description: string, handle: Handler): Route {
  const [method = '', path = ''] = description.split(' ');
  return { method, pattern: path.split('/').filter((segment) => segment !== ''), handle };
}

export function dispatch(routes: readonly Route[], world: World, request: ArmRequest): Reply {
  const candidates = routes.filter((entry) => matches(entry.pattern, request.segments));
  const chosen = candidates.find((entry) => entry.method === request.method);
  if (!chosen) {
    return candidates.length > 0
      ? { status: 405, headers: { Allow: allowed(candidates) } }
      : unknownPath(request);
  }
  const param = (name: string): string => request.segments[chosen.pattern.indexOf(`:${name}`)] ?? '';
  return chosen.handle({ world, request, param });
}

function matches(pattern: readonly string[], segments: readonly string[]): boolean {
  if (pattern.length !== segments.length) return false;
  return pattern.every(
    (part, index) => part.startsWith(':') || part.toLowerCase() === segments[index]?.toLowerCase(),
  );
}

function allowed(candidates: readonly Route[]): string {
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
