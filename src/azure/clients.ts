import { withoutEnd } from '../core/cut-text';
import type { TokenCredential } from '@azure/core-auth';
import type { HttpClient } from '@azure/core-rest-pipeline';
import type { Cloud } from '../core/network/model';
import { perSubscription } from './clients/lazily';
import { createSender, type SenderSettings } from './clients/sender';
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

/** What sends requests of an account, one sender for each subscription. */
export interface Clients {
  readonly endpoint: string;
  readonly cloud: Cloud;
  readonly watchIntervalMs: number;
  /** Seconds, by what is asked. */
  readonly deadlines: Timing['deadlines'];
  /** Runs what is asked of Azure until it is done, stopped, or its time is up; rejects with `AzureFailure`. */
  within<T>(kind: DeadlineKind, stop: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  readonly directory: TenantDirectory;
  /** Sends to Resource Manager, signed in to the tenant that shows the subscription. */
  sender(subscriptionId: string): RawSender;
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
  const settingsFor = (id: string): SenderSettings => ({
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
    sender: perSubscription((id) => createSender(settingsFor(id))),
  };
}

function settingsOf(options: AzureOptions, endpoint: string, timing: Timing): SenderSettings {
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
