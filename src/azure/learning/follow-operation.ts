import type { PipelineResponse } from '@azure/core-rest-pipeline';
import { failureUnder } from '../deadline';
import type { AzureFailure } from '../failure';
import { sendRaw, type RawRequest, type RawSender } from '../raw-request';
import { untilDone } from '../poll-until-done';

export interface Following {
  readonly sender: RawSender;
  readonly request: Omit<RawRequest, 'signal'>;
  readonly stop: AbortSignal;
  /** Called when Azure accepts the request. */
  readonly onAccepted?: (requestId: string | null) => void;
}

/** An operation in progress. `end` never rejects, so that it can be awaited later. */
export interface FollowedOperation {
  readonly end: Promise<AzureFailure | null>;
}

/** Starts an operation and follows it until `stop` is aborted. Rejects if Azure doesn't accept it. */
export async function followOperation({
  sender,
  request,
  stop,
  onAccepted,
}: Following): Promise<FollowedOperation> {
  const wordFailure = (error: unknown): AzureFailure => failureUnder(stop, false, error);
  let response: PipelineResponse;
  try {
    ({ response } = await sendRaw(sender, { ...request, signal: stop }));
  } catch (error) {
    throw wordFailure(error);
  }
  onAccepted?.(response.headers.get('x-ms-request-id') ?? null);
  return { end: untilDone(sender, response, stop).then(() => null, wordFailure) };
}
