import type { PipelineResponse } from '@azure/core-rest-pipeline';
import { textAt, type JsonObject } from './json';
import { pause } from './pause';
import { sendRaw, type RawAnswer, type RawSender } from './raw-request';
import { retryAfterSeconds } from './retry-after';
import { operationFailure } from './to-failure';

/**
 * Follows an operation by its `Azure-AsyncOperation`, or by its `Location` where Azure gives that alone; a write that
 * is done at once has none.
 */
export async function untilDone(
  sender: RawSender,
  response: PipelineResponse,
  signal: AbortSignal,
): Promise<void> {
  const url = response.headers.get('azure-asyncoperation');
  if (url !== undefined) return untilSaid(sender, url, signal);
  const location = response.headers.get('location');
  if (location !== undefined && response.status === 202) return untilAnswered(sender, location, signal);
}

/** What an operation that reads comes to: in the answer itself, or where its `Location` leads once it is done. */
export async function answerOf(
  sender: RawSender,
  { body, response }: RawAnswer,
  signal: AbortSignal,
): Promise<JsonObject> {
  const url = response.headers.get('location');
  if (response.status !== 202 || url === undefined) return body;
  for (;;) {
    const told = await sendRaw(sender, { url, signal });
    if (told.response.status !== 202) return told.body;
    await pause(secondsOf(told.response.headers.get('retry-after')) * 1000, signal);
  }
}

/** The state is in the body of every answer. */
async function untilSaid(sender: RawSender, url: string, signal: AbortSignal): Promise<void> {
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

/** The answer is 202 for as long as it goes on, and a refusal where it failed. */
async function untilAnswered(sender: RawSender, url: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    const { response } = await sendRaw(sender, { url, signal });
    if (response.status !== 202) return;
    await pause(secondsOf(response.headers.get('retry-after')) * 1000, signal);
  }
}

function secondsOf(header: string | undefined): number {
  return Math.min(retryAfterSeconds(header) ?? 2, 30);
}
