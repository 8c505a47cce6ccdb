import type { PipelinePolicy } from '@azure/core-rest-pipeline';

/** A request that nobody answers ends by itself, so that each look at a long-running operation is bounded too. */
export function limitRequestTime(milliseconds: number): PipelinePolicy {
  return {
    name: 'amlLimitRequestTime',
    sendRequest: (request, next) => {
      if (request.timeout === 0) request.timeout = milliseconds;
      return next(request);
    },
  };
}
