import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import { toFailure } from '../to-failure';

/** Where requests are noted; fits the product's log by shape. */
export interface RequestLog {
  debug(message: string): void;
}

/** Notes each attempt and its end: method, kind of resource, status, time, request id. No name, no id, no query. */
export function logRequests(log: RequestLog): PipelinePolicy {
  return {
    name: 'amlLogRequests',
    sendRequest: async (request, next) => {
      const asked = `${request.method} ${kindOfPath(new URL(request.url).pathname)}`;
      const started = Date.now();
      try {
        const response = await next(request);
        const id = response.headers.get('x-ms-request-id') ?? 'no request id';
        log.debug(`${asked}: ${response.status} in ${Date.now() - started} ms (${id})`);
        return response;
      } catch (error) {
        log.debug(`${asked}: ${toFailure(error).code} after ${Date.now() - started} ms`);
        throw error;
      }
    },
  };
}

/** `/subscriptions/…/providers/Microsoft.Network/virtualNetworks/…`: segments that name types stay, names do not. */
export function kindOfPath(path: string): string {
  const segments = path.split('/').filter((one) => one !== '');
  const provider = segments.findIndex((one) => one.toLowerCase() === 'providers');
  return segments.map((one, at) => (isOfType(at, provider) ? `/${one}` : '/…')).join('');
}

/** Before a provider types and names alternate from the first segment on; after it, from the one behind its name. */
function isOfType(at: number, provider: number): boolean {
  if (provider < 0 || at < provider) return at % 2 === 0;
  return at <= provider + 1 || (at - provider) % 2 === 0;
}
