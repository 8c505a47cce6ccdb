import type { AzureStore } from '../../azure-store/azure-store';
import type { AzureConnection } from '../../azure/ports';
import type { Say } from '../../messages/say';
import type { Account } from '../../platform/account';
import type { Confirmations } from '../../platform/confirmations';
import type { Log } from '../../platform/log';
import type { ReachMilestone } from '../../platform/milestones';
import type { SubscriptionFilter } from '../../platform/subscription-filter';
import type { WatchedSubnets } from '../../platform/watched-subnets';

export interface TreesDeps {
  readonly say: Say;
  /** Resolves once all messages are loaded. */
  whole(): Promise<void>;
  readonly log: Log;
  readonly account: Pick<Account<AzureConnection>, 'change' | 'signIn' | 'portalUrl'>;
  /** Azure's responses of this window, loaded on first use. */
  store(): Promise<AzureStore>;
  readonly filter: Pick<SubscriptionFilter, 'chosen' | 'onChange'>;
  readonly watched: WatchedSubnets;
  readonly confirmations: Confirmations;
  readonly reached: ReachMilestone;
}
