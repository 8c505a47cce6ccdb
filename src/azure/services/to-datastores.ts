import { nameOf, sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import { textAt, type JsonObject } from '../json';

/** A storage account that a datastore references. */
export interface NamedAccount {
  readonly name: string;
  /** Undefined if the datastore has only the account name. */
  readonly id: ResourceId | undefined;
}

/**
 * Returns the accounts of datastores besides the workspace's own (API version 2024-10-01: `accountName`, and if Azure
 * knows them, `subscriptionId` and `resourceGroup`).
 */
export function accountsOfDatastores(
  datastores: readonly JsonObject[],
  storage: ResourceId | null,
): readonly NamedAccount[] {
  const found = new Map<string, NamedAccount>();
  for (const datastore of datastores) {
    const text = (member: string): string => textAt(datastore, 'properties', member) ?? '';
    const name = text('accountName');
    if (name === '' || (storage !== null && sameId(nameOf(storage), name))) continue;
    const [subscription, group] = [text('subscriptionId'), text('resourceGroup')];
    const id = `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.Storage/storageAccounts/${name}`;
    found.set(name.toLowerCase(), { name, id: subscription && group ? id : undefined });
  }
  return [...found.values()];
}
