import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import { toFailure } from '../to-failure';

/** Log for requests; structurally compatible with the product's log. */
export interface RequestLog {
  debug(message: string): void;
}

/**
 * Logs each attempt and its end: method, resource type, status, duration, and request ID. It doesn't log names, IDs, or
 * queries.
 */
export function logRequests(log: RequestLog): PipelinePolicy {
  return {
    name: 'amlLogRequests',
    sendRequest: async (request, next) => {
      const requestLine = `${request.method} ${kindOfPath(new URL(request.url).pathname)}`;
      const started = Date.now();
      try {
        const response = await next(request);
        const id = response.headers.get('x-ms-request-id') ?? 'no request id';
        log.debug(`${requestLine}: ${response.status} in ${Date.now() - started} ms (${id})`);
        return response;
      } catch (error) {
        log.debug(`${requestLine}: ${toFailure(error).code} after ${Date.now() - started} ms`);
        throw error;
      }
    },
  };
}

/** Returns a path with types only: `/subscriptions/…/providers/Microsoft.Network/virtualNetworks/…`. */
export function kindOfPath(path: string): string {
  const segments = path.split('/').filter((one) => one !== '');
  const provider = segments.findIndex((one) => one.toLowerCase() === 'providers');
  return segments.map((one, at) => (isOfType(at, provider) ? `/${one}` : '/…')).join('');
}

/**
 * True if a segment is a type. Before a provider, types and names alternate from the first segment on. After it, they
 * alternate from the segment after its name.
 */
function isOfType(at: number, provider: number): boolean {
  if (provider < 0 || at < provider) return at % 2 === 0;
  return at <= provider + 1 || (at - provider) % 2 === 0;
}
