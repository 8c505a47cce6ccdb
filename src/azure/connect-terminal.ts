import { createClients, type AzureOptions, type SenderFactories } from './clients';
import { readGovernance } from './governance/read-governance';
import { createCreationApi } from './learning/compute-api';
import { readCoreQuotas, readVmSizes } from './learning/read-sizes';
import { readWorkspace, readWorkspaces } from './learning/read-workspaces';
import { readNetworks } from './network/read-networks';
import { readServiceTags } from './network/read-service-tags';
import { refreshSubnet } from './network/refresh-subnet';
import type { AzureComputeApi, AzureReader } from './ports';
import { queryGraph } from './resource-graph/query-graph';
import { readServices } from './services/read-services';
import { bearerTokenAuthenticationPolicy, createPipelineFromOptions } from '@azure/core-rest-pipeline';
import type { RawSender } from './raw-request';
import { commonOptions, type ClientSettings } from './clients/client-settings';

/** Azure operations that the terminal uses. */
export interface TerminalAzure {
  readonly read: Pick<
    AzureReader,
    | 'subscriptions'
    | 'workspaces'
    | 'workspace'
    | 'networks'
    | 'refreshSubnet'
    | 'serviceTags'
    | 'vmSizes'
    | 'coreQuotas'
    | 'governance'
    | 'services'
  >;
  readonly computes: Pick<AzureComputeApi, 'list' | 'get' | 'create'>;
  /** Sends a query to Azure Resource Graph. Returns the text of each page as Azure returned it. */
  graphPages(
    request: { readonly subscriptions: readonly string[]; readonly query: string },
    stop: AbortSignal,
  ): Promise<readonly string[]>;
}

/** Connects to Azure without the SDK's clients, with the same pipeline: sign-in, retries, and limits. */
export function connectTerminal(options: AzureOptions): TerminalAzure {
  const clients = createClients(options, plainSenders);
  return {
    read: {
      subscriptions: (stop) =>
        clients.within('list', stop, async (signal) => (await clients.directory.read(signal)).subscriptions),
      workspaces: (id, stop) => readWorkspaces(clients, id, stop),
      workspace: (id, stop) => readWorkspace(clients, id, stop),
      networks: (id, stop) => readNetworks(clients, id, stop),
      refreshSubnet: (model, subnetId, stop) => refreshSubnet(clients, { model, subnetId }, stop),
      serviceTags: (subscriptionId, location, stop) =>
        readServiceTags(clients, { subscriptionId, location }, stop),
      vmSizes: (subscriptionId, location, stop) => readVmSizes(clients, { subscriptionId, location }, stop),
      coreQuotas: (subscriptionId, location, stop) =>
        readCoreQuotas(clients, { subscriptionId, location }, stop),
      governance: (place, stop) => readGovernance(clients, place, stop),
      services: (place, stop) => readServices(clients, place, stop),
    },
    computes: createCreationApi(clients),
    graphPages: async (request, stop) => {
      const pages: string[] = [];
      const onPage = (text: string): void => void pages.push(text);
      await clients.within('write', stop, (signal) =>
        queryGraph({ clients, signal }, { ...request, onPage }),
      );
      return pages;
    },
  };
}

/**
 * Creates a pipeline without the SDK's clients, but with the same sign-in, retries, and limits. It's for the npm
 * package, whose size is limited.
 */
function createPlainSender(settings: ClientSettings): RawSender {
  const { credential, scopes, httpClient } = settings;
  const { additionalPolicies, userAgentOptions, retryOptions } = commonOptions(settings);
  const pipeline = createPipelineFromOptions({ userAgentOptions, retryOptions });
  pipeline.addPolicy(bearerTokenAuthenticationPolicy({ credential, scopes: [...scopes] }), { phase: 'Sign' });
  for (const { policy, position } of additionalPolicies) {
    pipeline.addPolicy(policy, position === 'perRetry' ? { afterPhase: 'Sign' } : {});
  }
  return { sendRequest: (request) => pipeline.sendRequest(httpClient, request) };
}

const plainSenders: SenderFactories<RawSender> = {
  learning: createPlainSender,
  network: createPlainSender,
  subscriptions: createPlainSender,
};
