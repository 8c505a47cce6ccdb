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
  /** Resolves once all messages are loaded. */
  whole(): Promise<void>;
  readonly extensionUri: vscode.Uri;
  /** Storage of this workspace that outlives the window. */
  readonly memento: vscode.Memento;
  /** Storage for all workspaces that outlives the window. */
  readonly remembered: vscode.Memento;
  readonly log: Log;
  /** Loads the service tags that ship with the product. */
  shippedTags(cloud: Cloud): Promise<TagCatalog>;
  /**
   * Access to Azure, to compare a file, and to read existing resources if the user asked for that. Nothing else in this
   * feature uses Azure.
   */
  readonly account: Pick<Account<AzureConnection>, 'connect' | 'onChange' | 'isSample'>;
  readonly filter: Pick<SubscriptionFilter, 'chosen'>;
}
