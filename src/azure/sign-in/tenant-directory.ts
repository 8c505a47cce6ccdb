import type { TokenCredential } from '@azure/core-auth';
import type { ClientSettings } from '../clients/client-settings';
import { lazily } from '../clients/lazily';
import { AzureFailure } from '../failure';
import { textAt, type JsonObject } from '../json';
import type { SubscriptionSummary, TenantSummary } from '../ports';
import { rawList } from '../raw-list';
import { urlOf, type RawSender } from '../raw-request';
import { toFailure } from '../to-failure';

/** API version of `@azure/arm-resources-subscriptions` 3. */
const subscriptionsApiVersion = '2022-12-01';

/** A client that sends requests on its own pipeline. */
interface SubscriptionsClient {
  readonly sender: RawSender;
  readonly endpoint: string;
}

type CreateClient = (settings: ClientSettings) => SubscriptionsClient;

/** All tenants of an account, with the subscriptions visible in each of them. */
export interface TenantDirectory {
  /** Reads everything again. Rejects only if no subscription of any tenant can be read. */
  read(stop: AbortSignal): Promise<Listing>;
  /** Returns the last result, or the one that is being read. */
  latest(stop: AbortSignal): Promise<Listing>;
  /** Returns the tenant whose token reads a subscription; undefined if it is the tenant of the sign-in. */
  tenantOf(subscriptionId: string): Promise<string | undefined>;
}

interface Listing {
  readonly tenants: readonly TenantSummary[];
  readonly subscriptions: readonly SubscriptionSummary[];
}

interface Read extends Listing {
  /** Tenant by lowercase subscription ID. */
  readonly tenantOf: ReadonlyMap<string, string>;
}

interface DirectoryOptions {
  /** Includes the tenants in which the account is a guest, each with its own token. */
  readonly allTenants: boolean;
  createSender(settings: ClientSettings): RawSender;
}

/** Creates the directory. */
export function createTenantDirectory(
  settings: ClientSettings,
  { allTenants, createSender }: DirectoryOptions,
): TenantDirectory {
  const create: CreateClient = (its) => ({ sender: createSender(its), endpoint: its.endpoint });
  const own = lazily(() => create(settings));
  let latest: Promise<Read> | undefined;
  function read(stop: AbortSignal): Promise<Read> {
    const before = latest;
    const reading = allTenants ? readTenantsOf({ own: own(), settings, create }, stop) : readOwn(own(), stop);
    latest = reading;
    // Keep the previous result if it can't be read again.
    reading.catch(() => {
      if (latest === reading) latest = before;
    });
    return reading;
  }
  return {
    read,
    latest: (stop) => latest ?? read(stop),
    async tenantOf(subscriptionId) {
      const known = await latest?.catch(() => undefined);
      return known?.tenantOf.get(subscriptionId.toLowerCase());
    },
  };
}

async function readOwn(own: SubscriptionsClient, stop: AbortSignal): Promise<Read> {
  return { ...merged([{ subscriptions: await subscriptionsOf(own, stop) }]), tenants: [] };
}

interface Account {
  readonly own: SubscriptionsClient;
  readonly settings: ClientSettings;
  readonly create: CreateClient;
}

async function readTenantsOf(account: Account, stop: AbortSignal): Promise<Read> {
  const { own } = account;
  const [subscriptions, tenants] = await Promise.all([
    settle(subscriptionsOf(own, stop)),
    readTenants(own, stop),
  ]);
  const others = tenants.length > 1 ? tenants : [];
  const guests = await Promise.all(others.map((tenant) => readTenant(account, tenant, stop)));
  const first = toOutcome(subscriptions, undefined);
  if (first.failure && guests.every((one) => one.failure)) throw first.failure;
  return {
    ...merged([first, ...guests]),
    tenants: tenants.map((tenant, index) => ({ ...tenant, refused: guests[index]?.failure ?? null })),
  };
}

/** Subscriptions visible in a tenant, or why they can't be read. */
interface Outcome {
  readonly tenantId?: string | undefined;
  readonly subscriptions: readonly SubscriptionSummary[];
  readonly failure?: AzureFailure;
}

type Settled<T> = { readonly value: T } | { readonly failure: AzureFailure };

async function settle<T>(work: Promise<T>): Promise<Settled<T>> {
  return work.then(
    (value) => ({ value }),
    (error: unknown) => ({ failure: toFailure(error) }),
  );
}

function toOutcome(settled: Settled<readonly SubscriptionSummary[]>, tenantId: string | undefined): Outcome {
  return 'value' in settled
    ? { tenantId, subscriptions: settled.value }
    : { tenantId, subscriptions: [], failure: settled.failure };
}

async function readTenant(
  { settings, create }: Account,
  tenant: Tenant,
  stop: AbortSignal,
): Promise<Outcome> {
  const credential = inTenant(settings.credential, () => Promise.resolve(tenant.id));
  const client = create({ ...settings, credential });
  const outcome = toOutcome(await settle(subscriptionsOf(client, stop)), tenant.id);
  const { failure } = outcome;
  if (failure?.code !== 'signedOut') return outcome;
  return { ...outcome, failure: new AzureFailure('signedOut', { ...failure.details, tenant }) };
}

/**
 * Merges the subscriptions. If several tenants show a subscription (Lighthouse), its home tenant reads it, otherwise
 * the first one.
 */
function merged(outcomes: readonly Outcome[]): Omit<Read, 'tenants'> {
  const subscriptions = new Map<string, SubscriptionSummary>();
  const tenantOf = new Map<string, string>();
  for (const { tenantId, subscriptions: seen } of outcomes) {
    for (const one of seen) {
      const key = one.id.toLowerCase();
      const isHome = tenantId !== undefined && one.tenantId.toLowerCase() === tenantId.toLowerCase();
      if (subscriptions.has(key) && !isHome) continue;
      subscriptions.set(key, one);
      if (tenantId !== undefined) tenantOf.set(key, tenantId);
    }
  }
  return { subscriptions: [...subscriptions.values()], tenantOf };
}

type Tenant = Omit<TenantSummary, 'refused'>;

/** True for a GUID or a domain, because it becomes part of a sign-in URL and of a command line. */
const isTenantId = (text: string): boolean => /^[0-9a-z][0-9a-z.-]*$/i.test(text);

/** Reads the tenants. Without the list, subscriptions of the account's own tenant are still available. */
async function readTenants(
  client: SubscriptionsClient,
  abortSignal: AbortSignal,
): Promise<readonly Tenant[]> {
  const found = await listOf(client, 'tenants', abortSignal).catch(() => []);
  return found.flatMap((one) => {
    const id = textAt(one, 'tenantId');
    const name = textAt(one, 'displayName') ?? textAt(one, 'defaultDomain');
    return id === undefined || !isTenantId(id) ? [] : [{ id, name: name ?? id }];
  });
}

async function subscriptionsOf(
  client: SubscriptionsClient,
  abortSignal: AbortSignal,
): Promise<readonly SubscriptionSummary[]> {
  const found = await listOf(client, 'subscriptions', abortSignal);
  return found.flatMap((one) => {
    const id = textAt(one, 'subscriptionId');
    if (id === undefined) return [];
    return [{ id, name: textAt(one, 'displayName') ?? id, tenantId: textAt(one, 'tenantId') ?? '' }];
  });
}

function listOf(
  { sender, endpoint }: SubscriptionsClient,
  list: 'tenants' | 'subscriptions',
  signal: AbortSignal,
): Promise<readonly JsonObject[]> {
  return rawList(sender, urlOf(endpoint, `/${list}`, subscriptionsApiVersion), signal);
}

/** Wraps a credential so that it requests tokens from the tenant, if there is one. */
export function inTenant(
  credential: TokenCredential,
  tenantOf: () => Promise<string | undefined>,
): TokenCredential {
  return {
    async getToken(scopes, options) {
      const tenantId = await tenantOf();
      return credential.getToken(scopes, tenantId === undefined ? options : { ...options, tenantId });
    },
  };
}
