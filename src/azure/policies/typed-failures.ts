import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import { answerFailure } from '../to-failure';

/**
 * Turns an answer that refuses into our failure, once retries are through. The clients would make errors
 * of their own of it, and those of the modular clients lose Azure's words when it is a list that is refused.
 */
export function failPlainly(): PipelinePolicy {
  return {
    name: 'amlFailPlainly',
    sendRequest: async (request, next) => {
      const response = await next(request);
      // A 401 may ask for claims, which the sign-in of some clients, further out than this, answers.
      if (response.status >= 400 && response.status !== 401) throw answerFailure(response);
      return response;
    },
  };
}
