import type { PipelineResponse } from '@azure/core-rest-pipeline';
import { AzureFailure } from '../failure';
import { textAt } from '../json';
import { sendRaw, type RawSender } from '../raw-request';

/** Follows a network operation by its `Azure-AsyncOperation`; a write that is done at once has none. */
export async function untilDone(
  sender: RawSender,
  response: PipelineResponse,
  signal: AbortSignal,
): Promise<void> {
  const url = response.headers.get('azure-asyncoperation');
  if (url === undefined) return;
  for (;;) {
    const { body, response: answer } = await sendRaw(sender, { url, signal });
    const status = textAt(body, 'status');
    if (status === 'Succeeded') return;
    if (status === 'Failed' || status === 'Canceled')
      throw failureOf(textAt(body, 'error', 'code'), textAt(body, 'error', 'message'));
    await pause(secondsOf(answer.headers.get('retry-after')), signal);
  }
}

function failureOf(code: string | undefined, message: string | undefined): AzureFailure {
  return new AzureFailure('refused', {
    ...(code === undefined ? {} : { serviceCode: code }),
    ...(message === undefined ? {} : { serviceMessage: message }),
  });
}

function secondsOf(header: string | undefined): number {
  const seconds = Number(header ?? 2);
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), 30) : 2;
}

function pause(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, seconds * 1000);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        reject(new AzureFailure('cancelled'));
      },
      { once: true },
    );
  });
}
