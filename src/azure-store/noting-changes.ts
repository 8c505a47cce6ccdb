import type { Azure, AzureConnection } from '../azure/ports';
import { segmentOf } from '../core/network/find';

/** Subscriptions whose lists of Resource Graph aren't used, because it lags behind. */
export interface Refusals {
  has(subscriptionId: string): boolean;
  /** Adds a subscription, or all. */
  add(subscriptionId?: string): void;
}

export function createRefusals(): Refusals {
  const ids = new Set<string>();
  let areAll = false;
  return {
    has: (id) => areAll || ids.has(id.toLowerCase()),
    add(id) {
      if (id === undefined) areAll = true;
      else ids.add(id.toLowerCase());
    },
  };
}

/** Wraps a connection so that `onChange` receives the subscription of each resource that the product changes. */
export function notingChanges(
  connection: AzureConnection,
  onChange: (subscriptionId: string) => void,
): AzureConnection {
  const { azure } = connection;
  const { change } = azure;
  const noting: Azure['change'] = {
    ...change,
    apply: (changes, onEvent, stop) =>
      change.apply(
        changes,
        (event) => {
          onChange(segmentOf(event.id, 'subscriptions') ?? '');
          onEvent(event);
        },
        stop,
      ),
    setUpManagedNetwork: (workspaceId, onAccepted, stop) => {
      onChange(segmentOf(workspaceId, 'subscriptions') ?? '');
      return change.setUpManagedNetwork(workspaceId, onAccepted, stop);
    },
  };
  return { ...connection, azure: { ...azure, change: noting } };
}
