import type * as vscode from 'vscode';
import type { AzureConnection } from '../../azure/ports';
import type { Cloud } from '../../core/network/model';
import type { TagCatalog } from '../../core/tags/tag-catalog';
import type { Say } from '../../messages/say';
import type { Account } from '../../platform/account';
import type { Log } from '../../platform/log';
import type { SubscriptionFilter } from '../../platform/subscription-filter';

export interface DiagnosticsDeps {
  readonly say: Say;
  /** Resolves once every text is at hand. */
  whole(): Promise<void>;
  readonly extensionUri: vscode.Uri;
  /** Outlives the window, for this workspace. */
  readonly memento: vscode.Memento;
  /** Outlives the window, for every workspace. */
  readonly remembered: vscode.Memento;
  readonly log: Log;
  /** The tag list that ships with the product. */
  shippedTags(cloud: Cloud): Promise<TagCatalog>;
  /** What a file is compared with, and what the user asked to read beside it; nothing else here asks Azure. */
  readonly account: Pick<Account<AzureConnection>, 'connect' | 'onChange' | 'isSample'>;
  readonly filter: Pick<SubscriptionFilter, 'chosen'>;
}
