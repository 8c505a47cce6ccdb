import type { AzureConnection } from '../../azure/ports';
import type { Cloud } from '../../core/network/model';
import type { TagCatalog } from '../../core/tags/tag-catalog';
import type { Say } from '../../messages/say';
import type { Account } from '../../platform/account';
import type { AzureChanges } from '../../platform/azure-changes';
import type { Log } from '../../platform/log';
import type { ReachMilestone } from '../../platform/milestones';
import type { SubscriptionFilter } from '../../platform/subscription-filter';
import type { WatchedSubnets } from '../../platform/watched-subnets';

export interface TreesDeps {
  readonly say: Say;
  /** Resolves once every text is at hand. */
  whole(): Promise<void>;
  readonly log: Log;
  readonly account: Pick<
    Account<AzureConnection>,
    'connect' | 'change' | 'signIn' | 'portalUrl' | 'onChange'
  >;
  readonly filter: Pick<SubscriptionFilter, 'chosen' | 'onChange'>;
  /** What the doors of the product change in Azure. */
  readonly changes: Pick<AzureChanges, 'onChange' | 'tell'>;
  readonly watched: WatchedSubnets;
  readonly reached: ReachMilestone;
  /** The tag list that ships with the product. */
  shippedTags(cloud: Cloud): Promise<TagCatalog>;
}
