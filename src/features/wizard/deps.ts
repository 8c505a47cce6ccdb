import type * as vscode from 'vscode';
import type { AzureStore } from '../../azure-store/azure-store';
import type { Cloud } from '../../core/network/model';
import type { TagCatalog } from '../../core/tags/tag-catalog';
import type { Say } from '../../messages/say';
import type { Account } from '../../platform/account';
import type { Confirmations } from '../../platform/confirmations';
import type { Log } from '../../platform/log';
import type { ReachMilestone } from '../../platform/milestones';
import type { SubscriptionFilter } from '../../platform/subscription-filter';
import type { Telemetry } from '../../platform/telemetry';
import type { AzureConnection } from '../../azure/ports';

export interface WizardDeps {
  readonly say: Say;
  /** Resolves once all messages are loaded. */
  whole(): Promise<void>;
  readonly context: vscode.ExtensionContext;
  readonly log: Log;
  readonly telemetry: Pick<Telemetry, 'count'>;
  readonly account: Account<AzureConnection>;
  readonly filter: SubscriptionFilter;
  readonly reached: ReachMilestone;
  readonly confirmations: Confirmations;
  /** Azure's responses of this window, loaded on first use. */
  store(): Promise<AzureStore>;
  /** Loads the service tags that ship with the product. */
  shippedTags(cloud: Cloud): Promise<TagCatalog>;
}
