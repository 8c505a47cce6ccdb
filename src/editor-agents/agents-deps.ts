import type * as vscode from 'vscode';
import type { AzureStore } from '../azure-store/azure-store';
import type { AzureConnection } from '../azure/ports';
import type { Say } from '../messages/say';
import type { Account } from '../platform/account';
import type { Log } from '../platform/log';
import type { ReachMilestone } from '../platform/milestones';
import type { SubscriptionFilter } from '../platform/subscription-filter';

export interface AgentsDeps {
  readonly say: Say;
  /** Resolves once all messages are loaded. */
  whole(): Promise<void>;
  readonly log: Log;
  readonly extension: vscode.Extension<unknown>;
  readonly account: Pick<Account<AzureConnection>, 'isSample'>;
  /** Cached Azure responses of this window, loaded on first use. */
  store(): Promise<AzureStore>;
  readonly filter: Pick<SubscriptionFilter, 'chosen'>;
  readonly reached: ReachMilestone;
}
