import type { PipelineResponse } from '@azure/core-rest-pipeline';
import { textAt, type JsonObject } from './json';
import { pollWait } from './poll-interval';
import { sendRaw, type RawAnswer, type RawSender } from './raw-request';
import { operationFailure } from './to-failure';

/**
 * Follows an operation by its `Azure-AsyncOperation`, or by its `Location` where Azure gives that alone; a write that
 * is done at once has none. It goes on until `signal` is aborted: whoever calls it sets a deadline.
 */
export async function untilDone(
  sender: RawSender,
  response: PipelineResponse,
  signal: AbortSignal,
): Promise<void> {
  const url = response.headers.get('azure-asyncoperation');
  if (url !== undefined) return untilSaid(sender, url, signal);
  const location = response.headers.get('location');
  if (location !== undefined && response.status === 202) await untilAnswered(sender, location, signal);
}

/** What an operation that reads comes to: in the answer itself, or where its `Location` leads once it is done. */
export async function resultWhenDone(
  sender: RawSender,
  { body, response }: RawAnswer,
  signal: AbortSignal,
): Promise<JsonObject> {
  const url = response.headers.get('location');
  if (response.status !== 202 || url === undefined) return body;
  return untilAnswered(sender, url, signal);
}

/** The state is in the body of every answer. */
async function untilSaid(sender: RawSender, url: string, signal: AbortSignal): Promise<void> {
  const wait = pollWait(signal);
  for (;;) {
    const { body, response } = await sendRaw(sender, { url, signal });
    const status = textAt(body, 'status')?.toLowerCase();
    if (status === 'succeeded') return;
    if (status === 'failed' || status === 'canceled') {
      throw operationFailure(body, response.headers.get('x-ms-request-id'));
    }
    await wait(response);
  }
}

/** The answer is 202 for as long as it goes on, and a refusal where it failed. */
async function untilAnswered(sender: RawSender, url: string, signal: AbortSignal): Promise<JsonObject> {
  const wait = pollWait(signal);
  for (;;) {
    const { body, response } = await sendRaw(sender, { url, signal });
    if (response.status !== 202) return body;
    await wait(response);
  }
}
