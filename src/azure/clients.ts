import { AzureMachineLearningWorkspaces } from '@azure/arm-machinelearning';
import { NetworkManagementClient } from '@azure/arm-network';
import { ResourceManagementClient } from '@azure/arm-resources';
import { SubscriptionClient } from '@azure/arm-resources-subscriptions';
import type { TokenCredential } from '@azure/core-auth';
import type { HttpClient } from '@azure/core-rest-pipeline';
import type { RawSender } from './raw-request';

export interface AzureOptions {
  readonly credential: TokenCredential;
  /** Carries requests instead of the network: the embedded Azure plugs in here. */
  readonly httpClient?: HttpClient;
  /** Resource manager's address, `https://management.azure.com` where not said. */
  readonly endpoint?: string;
}

/** The SDK's clients, one of each a subscription, made when first asked for. */
export interface Clients {
  readonly endpoint: string;
  subscriptions(): SubscriptionClient;
  resources(subscriptionId: string): ResourceManagementClient;
  network(subscriptionId: string): NetworkManagementClient;
  learning(subscriptionId: string): AzureMachineLearningWorkspaces;
  /** Sends requests of any provider with sign-in and retries of the clients: for what no client's model holds. */
  raw(subscriptionId: string): RawSender;
}

/** Public cloud. */
const defaultEndpoint = 'https://management.azure.com';

/**
 * The modular clients ask for the public cloud's scope whatever the endpoint (measured, arm-network 39), so the
 * scope is always said.
 */
export function createClients(options: AzureOptions): Clients {
  const { credential, httpClient, endpoint = defaultEndpoint } = options;
  const scopes = [`${endpoint.replace(/\/$/, '')}/.default`];
  const shared = {
    endpoint,
    userAgentOptions: { userAgentPrefix: 'aml-secure-compute' },
    retryOptions: { maxRetries: 3, retryDelayInMs: 800 },
    ...(httpClient ? { httpClient } : {}),
  };
  const modular = { ...shared, credentials: { scopes } };
  const learning = perSubscription(
    (id) => new AzureMachineLearningWorkspaces(credential, id, { ...shared, credentialScopes: scopes }),
  );
  return {
    endpoint,
    subscriptions: once(() => new SubscriptionClient(credential, modular)),
    resources: perSubscription((id) => new ResourceManagementClient(credential, id, modular)),
    network: perSubscription((id) => new NetworkManagementClient(credential, id, modular)),
    learning,
    raw: learning,
  };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function perSubscription<T>(make: (id: string) => T): (id: string) => T {
  const made = new Map<string, T>();
  return (id) => {
    const known = made.get(id) ?? make(id);
    made.set(id, known);
    return known;
  };
}
