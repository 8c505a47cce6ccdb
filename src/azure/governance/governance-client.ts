import type { RawSender } from '../raw-request';

/** Asks Azure on the pipeline of a client of the subscription. */
export interface GovernanceClient {
  readonly sender: RawSender;
  readonly endpoint: string;
  readonly signal: AbortSignal;
}
