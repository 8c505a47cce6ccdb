import type { Clients } from './clients';
import type { RawSender } from './raw-request';

/** Sends requests to Azure Resource Manager (ARM) about one subscription. */
export interface ArmClient {
  readonly sender: RawSender;
  readonly endpoint: string;
  readonly signal: AbortSignal;
}

export function armClientFor(clients: Clients, subscriptionId: string, signal: AbortSignal): ArmClient {
  return { sender: clients.rawNetwork(subscriptionId), endpoint: clients.endpoint, signal };
}
