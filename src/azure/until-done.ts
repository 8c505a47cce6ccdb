import type { PipelineResponse } from '@azure/core-rest-pipeline';
import { textAt } from './json';
import { pause } from './pause';
import { sendRaw, type RawSender } from './raw-request';
import { retryAfterSeconds } from './retry-after';
import { operationFailure } from './to-failure';

/** Follows an operation by its `Azure-AsyncOperation`; a write that is done at once has none. */
export async function untilDone(
  sender: RawSender,
  response: PipelineResponse,
  signal: AbortSignal,
): Promise<void> {
  const url = response.headers.get('azure-asyncoperation');
  if (url === undefined) return;
  for (;;) {
    const { body, response: answer } = await sendRaw(sender, { url, signal });
    const status = textAt(body, 'status')?.toLowerCase();
    if (status === 'succeeded') return;
    if (status === 'failed' || status === 'canceled') {
      throw operationFailure(body, answer.headers.get('x-ms-request-id'));
    }
    await pause(secondsOf(answer.headers.get('retry-after')) * 1000, signal);
  }
}

function secondsOf(header: string | undefined): number {
  return Math.min(retryAfterSeconds(header) ?? 2, 30);
}
