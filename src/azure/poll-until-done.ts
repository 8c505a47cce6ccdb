import type { PipelineResponse } from '@azure/core-rest-pipeline';
import { textAt, type JsonObject } from './json';
import { sendRaw, type RawAnswer, type RawSender } from './raw-request';
import { operationFailure } from './to-failure';
import { pause } from './pause';
import { retryAfterSeconds } from './retry-after';

/** Milliseconds between two polls, whatever Azure asks for: at first so few that what is quick is seen quickly. */
const first = 100;
const growth = 1.5;
const shortest = 1000;

/** Where Azure doesn't say. */
const usual = 2000;
const longest = 30_000;

/** Waits between polls of one operation: as long as the last answer asks for, within bounds. */
function pollWait(signal: AbortSignal): (answer: PipelineResponse) => Promise<void> {
  let least = first;
  return ({ headers }) => {
    const asked = retryAfterSeconds(headers);
    const wait = Math.min(Math.max(asked === undefined ? usual : asked * 1000, least), longest);
    least = Math.min(least * growth, shortest);
    return pause(wait, signal);
  };
}

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
