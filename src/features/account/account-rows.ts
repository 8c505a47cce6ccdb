import type { AzureFailure } from '../../azure/failure';
import type { SubscriptionSummary, TenantSummary } from '../../azure/ports';
import type { Say } from '../../messages/say';
import type { AccountSource, AzurePlace } from '../../platform/account-settings';
import { formatSignIn } from '../../wording/sign-in-text';

/** Data of the Account view: the settings, and what could be read from Azure with them. */
export interface AccountFacts {
  readonly source: AccountSource;
  readonly place: AzurePlace;
  readonly read: AccountRead | { readonly failure: AzureFailure };
  /** IDs of the subscriptions to show, in lower case; null for all. */
  readonly shown: readonly string[] | null;
}

interface AccountRead {
  /** null for the sample. */
  readonly account: string | null;
  readonly tenants: readonly TenantSummary[];
  readonly subscriptions: readonly SubscriptionSummary[];
}

export interface AccountRow {
  readonly id: 'account' | 'organization' | 'cloud' | 'subscriptions' | 'source';
  readonly label: string;
  readonly value: string;
  readonly tooltip: string;
  readonly icon: string;
  /** The command that changes it. */
  readonly command: string;
}

/** Returns a row for each setting that determines what is read. Selecting a row changes the setting. */
export function accountRows(say: Say, facts: AccountFacts): readonly AccountRow[] {
  const signInFailure =
    'failure' in facts.read && facts.read.failure.code === 'signedOut'
      ? formatSignIn(say, facts.read.failure)
      : null;
  const row = (id: AccountRow['id'], value: string, tooltip = value): AccountRow => ({
    id,
    label: say(`account.${id}`),
    value,
    tooltip: say('account.row', { label: say(`account.${id}`), value: tooltip }),
    icon: icons[id],
    command: commands[id],
  });
  return [
    row('account', accountValue(say, facts), signInFailure ?? undefined),
    row('organization', organizationValue(say, facts), organizationTooltip(facts)),
    row('cloud', cloudValue(say, facts)),
    row('subscriptions', subscriptionsValue(say, facts)),
    row('source', say(`account.source.${facts.source}`)),
  ];
}

const icons = {
  account: 'account',
  organization: 'organization',
  cloud: 'cloud',
  subscriptions: 'key',
  source: 'plug',
} as const;

const commands = {
  account: 'amlSecureCompute.account.choose',
  organization: 'amlSecureCompute.account.chooseOrganization',
  cloud: 'amlSecureCompute.account.chooseCloud',
  subscriptions: 'amlSecureCompute.account.chooseSubscriptions',
  source: 'amlSecureCompute.account.choose',
} as const;

function accountValue(say: Say, { read, source }: AccountFacts): string {
  if (source === 'sample') return say('account.source.sample');
  if ('failure' in read) {
    return say(read.failure.code === 'signedOut' ? 'account.signedOut' : 'account.notReadable');
  }
  return read.account ?? say('account.signedOut');
}

function organizationValue(say: Say, { read, source }: AccountFacts): string {
  if (source === 'sample') return say('list.none');
  if ('failure' in read) return say('account.notReadable');
  const [only, second] = read.tenants;
  if (!only) return say('account.notReadable');
  if (!second) return only.name;
  const m = read.tenants.filter((one) => one.refused !== null).length;
  const n = read.tenants.length;
  return m === 0 ? say('account.organizations', { n }) : say('account.organizationsAsking', { n, m });
}

function organizationTooltip({ read }: AccountFacts): string | undefined {
  if ('failure' in read || read.tenants.length === 0) return undefined;
  return read.tenants.map((one) => one.name).join(', ');
}

function cloudValue(say: Say, { source, place }: AccountFacts): string {
  if (source === 'sample') return say('account.cloud.sample');
  if (place.cloud !== 'custom') return say(`account.cloud.${place.cloud}`);
  const host = URL.canParse(place.endpoint) ? new URL(place.endpoint).host : place.endpoint;
  return say('account.cloud.customAt', { host });
}

function subscriptionsValue(say: Say, { read, shown }: AccountFacts): string {
  if ('failure' in read) return say('account.notReadable');
  const all = read.subscriptions.length;
  if (all === 0) return say('account.none');
  const n = read.subscriptions.filter(({ id }) => shown?.includes(id.toLowerCase()) ?? true).length;
  if (n < all) return say('account.some', { n, all });
  return all === 1 ? say('account.only') : say('account.all', { n });
}
