import type { AzureConnection } from '../../azure/ports';
import type { Say } from '../../messages/say';
import type { Account } from '../../platform/account';
import type { Log } from '../../platform/log';
import type { SubscriptionFilter } from '../../platform/subscription-filter';

export interface AccountDeps {
  readonly say: Say;
  readonly log: Log;
  readonly account: Account<AzureConnection>;
  readonly filter: SubscriptionFilter;
}
