import { withoutEnd } from '../core/cut-text';
import type { TokenCredential } from '@azure/core-auth';
import { type HttpClient, createEmptyPipeline } from '@azure/core-rest-pipeline';
import type { Cloud } from '../core/network/model';
import { type ResourceGraphContext, createResourceGraph } from '@azure/arm-resourcegraph/api';
import type { ClientSettings } from './clients/client-settings';
import { perSubscription } from './clients/lazily';
import { withDeadline, type DeadlineKind } from './deadline';
import { failingCredential } from './failing-credential';
import { defaultHttpClient } from './http-client';
import { keepToEndpoint } from './policies/keep-to-endpoint';
import { limitRequestTime } from './policies/limit-request-time';
import { logRequests, type RequestLog } from './policies/log-requests';
import { refuseLongWaits } from './policies/limit-retry-after';
import { resendIfSafe } from './policies/resend-if-safe';
import type { RawSender } from './raw-request';
import { createTenantDirectory, inTenant, type TenantDirectory } from './sign-in/tenant-directory';
import { usualTiming, type Timing } from './timing';

export interface AzureOptions {
  readonly credential: TokenCredential;
  /** Sends requests instead of the network. The embedded sample Azure plugs in here. */
  readonly httpClient?: HttpClient;
  /** Resource manager endpoint; `https://management.azure.com` by default. */
  readonly endpoint?: string;
  /** Token scopes; the endpoint's `.default` scope by default. */
  readonly scopes?: readonly string[];
  /** Cloud of the endpoint; `public` by default. */
  readonly cloud?: Cloud;
  /** Whether to read the tenants in which the account is a guest, too. */
  readonly allTenants?: boolean;
  /** Log for each request, without names or IDs. */
  readonly log?: RequestLog;
  /**
   * Milliseconds between the first two polls of a compute resource that Azure is creating; 1000 by default. Later polls
   * are less frequent.
   */
  readonly watchIntervalMs?: number;
  readonly timing?: Partial<Timing>;
}

/** Creates the senders of an account: the SDK's clients, or pipelines without them. */
export interface SenderFactories<Learning extends RawSender = RawSender> {
  learning(settings: ClientSettings, subscriptionId: string): Learning;
  network(settings: ClientSettings, subscriptionId: string): RawSender;
  subscriptions(settings: ClientSettings): RawSender;
}

/** Clients, one of each type per subscription, created on first use. */
export interface Clients<Learning extends RawSender = RawSender> {
  readonly endpoint: string;
  readonly cloud: Cloud;
  readonly watchIntervalMs: number;
  /** Deadlines in seconds, by kind of request. */
  readonly deadlines: Timing['deadlines'];
  /** Runs requests until they complete, `stop` is aborted, or the deadline passes. Rejects with `AzureFailure`. */
  within<T>(kind: DeadlineKind, stop: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  readonly directory: TenantDirectory;
  learning(subscriptionId: string): Learning;
  /**
   * Sends unmodified bodies on the network client's pipeline. The client's models drop members that they don't know.
   */
  rawNetwork(subscriptionId: string): RawSender;
  /** Context for queries of Resource Graph, on the network client's pipeline of the subscription. */
  graph(subscriptionId: string): ResourceGraphContext;
}

/** Endpoint of the public cloud. */
const defaultEndpoint = 'https://management.azure.com';

/** Creates the clients for an account. */
export function createClients<Learning extends RawSender>(
  options: AzureOptions,
  senders: SenderFactories<Learning>,
): Clients<Learning> {
  const endpoint = withoutEnd(options.endpoint ?? defaultEndpoint, '/');
  const timing = { ...usualTiming, ...options.timing };
  const settings = settingsOf(options, endpoint, timing);
  const directory = createTenantDirectory(settings, {
    allTenants: options.allTenants ?? false,
    createSender: senders.subscriptions,
  });
  /** Requests tokens from the tenant of the subscription. */
  const settingsFor = (id: string): ClientSettings => ({
    ...settings,
    credential: inTenant(settings.credential, () => directory.tenantOf(id)),
  });
  const rawNetwork = perSubscription((id) => senders.network(settingsFor(id), id));
  return {
    endpoint,
    cloud: options.cloud ?? 'public',
    watchIntervalMs: options.watchIntervalMs ?? 1000,
    deadlines: timing.deadlines,
    within: (kind, stop, work) => withDeadline(timing.deadlines[kind], stop, work),
    directory,
    learning: perSubscription((id) => senders.learning(settingsFor(id), id)),
    rawNetwork,
    graph: perSubscription((id) =>
      createGraphContext(settings, { subscriptionId: id, sender: rawNetwork(id) }),
    ),
  };
}

function settingsOf(options: AzureOptions, endpoint: string, timing: Timing): ClientSettings {
  const { credential, httpClient = defaultHttpClient(), log } = options;
  return {
    credential: failingCredential(credential),
    endpoint,
    scopes: options.scopes ?? [`${endpoint}/.default`],
    httpClient,
    retryDelayMs: timing.retryDelayMs,
    policies: [
      keepToEndpoint(endpoint),
      limitRequestTime(timing.requestMs),
      refuseLongWaits(timing.longestWait, timing.retryDelayMs),
      resendIfSafe(),
      ...(log ? [logRequests(log)] : []),
    ],
  };
}

/**
 * Creates the context of `@azure/arm-resourcegraph`, whose operations are separate functions. It sends requests with
 * another client: a separate pipeline would request another token, and Azure CLI takes a second for each.
 */
function createGraphContext(
  { credential, endpoint }: ClientSettings,
  { subscriptionId, sender }: { readonly subscriptionId: string; readonly sender: RawSender },
): ResourceGraphContext {
  return createResourceGraph(credential, subscriptionId, {
    endpoint,
    pipeline: createEmptyPipeline(),
    httpClient: { sendRequest: (request) => sender.sendRequest(request) },
  });
}
