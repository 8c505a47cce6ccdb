import type { RawSender } from '../raw-request';

/** Sends requests on the pipeline of the subscription's client. */
export interface GovernanceClient {
  readonly sender: RawSender;
  readonly endpoint: string;
  readonly signal: AbortSignal;
}
