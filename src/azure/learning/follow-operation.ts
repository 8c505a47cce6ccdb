import type { FullOperationResponse } from '@azure/core-client';
import { AzureFailure } from '../failure';
import { parseJson, textAt } from '../json';
import { operationFailure, toFailure } from '../to-failure';

/** What of the learning client's poller is used. */
export interface Poller {
  pollUntilDone(options: { readonly abortSignal: AbortSignal }): Promise<unknown>;
  stopPolling(): void;
}

/** What every operation that goes on in Azure is begun with. */
export interface OperationOptions {
  readonly abortSignal: AbortSignal;
  readonly onResponse: (response: FullOperationResponse) => void;
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
 * Begins an operation and follows it. The poller's own error keeps no code and no request id, so that a failure is
 * taken from the answer that told it; and the poller sleeps through an abort, so that it is stopped by hand.
 */
export async function followOperation({ begin, stop, onAccepted }: Following): Promise<Operation> {
  let failed: AzureFailure | undefined;
  let accepted = false;
  const poller = await begin({
    abortSignal: stop,
    onResponse: (response) => {
      if (response.status < 300 && !accepted) {
        accepted = true;
        onAccepted?.(response.headers.get('x-ms-request-id') ?? null);
      }
      failed = failureIn(response) ?? failed;
    },
  });
  return { end: endOf(poller, stop, () => failed) };
}

async function endOf(
  poller: Poller,
  stop: AbortSignal,
  told: () => AzureFailure | undefined,
): Promise<AzureFailure | null> {
  const onStop = (): void => poller.stopPolling();
  stop.addEventListener('abort', onStop, { once: true });
  try {
    await poller.pollUntilDone({ abortSignal: stop });
    return null;
  } catch (error) {
    if (stop.aborted) return new AzureFailure('cancelled');
    return told() ?? toFailure(error);
  } finally {
    stop.removeEventListener('abort', onStop);
  }
}

const badEnds: ReadonlySet<string | undefined> = new Set(['failed', 'canceled']);

function failureIn(response: FullOperationResponse): AzureFailure | undefined {
  if (response.request.method !== 'GET' || response.status >= 300) return undefined;
  const body = parseJson(response.bodyAsText);
  if (body === undefined || !badEnds.has(textAt(body, 'status')?.toLowerCase())) return undefined;
  return operationFailure(body, response.headers.get('x-ms-request-id'));
}
