import type { PipelineResponse } from '@azure/core-rest-pipeline';
import { failureUnder } from '../deadline';
import type { AzureFailure } from '../failure';
import { parseJson, textAt } from '../json';
import { operationFailure } from '../to-failure';

/** What of the learning client's poller is used. */
export interface Poller {
  pollUntilDone(options: { readonly abortSignal: AbortSignal }): Promise<unknown>;
}

/** What every operation that goes on in Azure is begun with. */
export interface OperationOptions {
  readonly abortSignal: AbortSignal;
  readonly onResponse: (response: PipelineResponse) => void;
}

export interface Following {
  readonly begin: (options: OperationOptions) => Promise<Poller>;
  readonly stop: AbortSignal;
  /** Azure took the request. */
  readonly onAccepted?: (requestId: string | null) => void;
}

/** An operation under way; `end` never rejects, so that it may be waited for later. */
export interface Operation {
  readonly end: Promise<AzureFailure | null>;
}

/**
 * Begins an operation and follows it; rejects where Azure does not take it. The poller's own error keeps no code and
 * no request id, so that a failure is taken from the answer that told it. The poller sleeps through an abort until its
 * next look: whoever waits for the end has to hear the stop.
 */
export async function followOperation({ begin, stop, onAccepted }: Following): Promise<Operation> {
  let told: AzureFailure | undefined;
  const taken = { is: false };
  const onResponse = (response: PipelineResponse): void => {
    told = failureIn(response) ?? told;
    if (taken.is || response.status >= 300) return;
    taken.is = true;
    onAccepted?.(response.headers.get('x-ms-request-id') ?? null);
  };
  const wordFailure = (error: unknown): AzureFailure =>
    stop.aborted || told === undefined ? failureUnder(stop, undefined, error) : told;
  try {
    const poller = await begin({ abortSignal: stop, onResponse });
    return { end: poller.pollUntilDone({ abortSignal: stop }).then(() => null, wordFailure) };
  } catch (error) {
    // The client asks once for the state before it gives the poller: then Azure has taken the request already.
    if (!taken.is) throw wordFailure(error);
    return { end: Promise.resolve(wordFailure(error)) };
  }
}

const badEnds: ReadonlySet<string | undefined> = new Set(['failed', 'canceled']);

function failureIn(response: PipelineResponse): AzureFailure | undefined {
  if (response.request.method !== 'GET' || response.status >= 300) return undefined;
  const body = parseJson(response.bodyAsText);
  if (body === undefined || !badEnds.has(textAt(body, 'status')?.toLowerCase())) return undefined;
  return operationFailure(body, response.headers.get('x-ms-request-id'));
}
