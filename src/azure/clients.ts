import { withoutEnd } from '../core/cut-text';
import type { TokenCredential } from '@azure/core-auth';
import type { HttpClient } from '@azure/core-rest-pipeline';
import type { Cloud } from '../core/network/model';
import type { ClientSettings } from './clients/client-settings';
import { createLearningClient, type LearningClient } from './clients/learning-client';
import { createNetworkSender } from './clients/network-client';
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
  /** Carries requests instead of the network: the embedded Azure plugs in here. */
  readonly httpClient?: HttpClient;
  /** Resource manager's address, `https://management.azure.com` where not said. */
  readonly endpoint?: string;
  /** What a token is asked for; the endpoint's `.default` where not said. */
  readonly scopes?: readonly string[];
  /** The cloud that the endpoint belongs to, `public` where not said. */
  readonly cloud?: Cloud;
  /** Reads also the organizations in which the account is a guest. */
  readonly allTenants?: boolean;
  /** Where each request is noted, without names or ids. */
  readonly log?: RequestLog;
  /** Milliseconds between the first two looks at a compute that comes to be, 1000 where not said; later ones are rarer. */
  readonly watchIntervalMs?: number;
  readonly timing?: Partial<Timing>;
}

/** The SDK's clients, one of each a subscription, made when first asked for. */
export interface Clients {
  readonly endpoint: string;
  readonly cloud: Cloud;
  readonly watchIntervalMs: number;
  /** Seconds, by what is asked. */
  readonly deadlines: Timing['deadlines'];
  /** Runs what is asked of Azure until it is done, stopped, or its time is up; rejects with `AzureFailure`. */
  within<T>(kind: DeadlineKind, stop: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  readonly directory: TenantDirectory;
  learning(subscriptionId: string): LearningClient;
  /** Sends whole bodies on the pipeline of the network client: its models drop what they don't know. */
  rawNetwork(subscriptionId: string): RawSender;
}

/** Public cloud. */
const defaultEndpoint = 'https://management.azure.com';

/** The clients of one account. */
export function createClients(options: AzureOptions): Clients {
  const endpoint = withoutEnd(options.endpoint ?? defaultEndpoint, '/');
  const timing = { ...usualTiming, ...options.timing };
  const settings = settingsOf(options, endpoint, timing);
  const directory = createTenantDirectory(settings, options.allTenants ?? false);
  /** A token is asked of the tenant that shows the subscription. */
  const settingsFor = (id: string): ClientSettings => ({
    ...settings,
    credential: inTenant(settings.credential, () => directory.tenantOf(id)),
  });
  return {
    endpoint,
    cloud: options.cloud ?? 'public',
    watchIntervalMs: options.watchIntervalMs ?? 1000,
    deadlines: timing.deadlines,
    within: (kind, stop, work) => withDeadline(timing.deadlines[kind], stop, work),
    directory,
    learning: perSubscription((id) => createLearningClient(settingsFor(id), id)),
    rawNetwork: perSubscription((id) => createNetworkSender(settingsFor(id), id)),
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
