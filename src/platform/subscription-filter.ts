import * as vscode from 'vscode';
import { placeKey } from './account-settings';

/** The subscriptions to show, stored per cloud and for all windows. */
export interface SubscriptionFilter extends vscode.Disposable {
  /** Returns lowercase IDs; null if all are shown. */
  chosen(): readonly string[] | null;
  choose(ids: readonly string[] | null): Promise<void>;
  readonly onChange: vscode.Event<void>;
}

const key = 'account.subscriptions';

type Stored = Readonly<Record<string, readonly string[]>>;

export function createSubscriptionFilter(memory: vscode.Memento): SubscriptionFilter {
  const changed = new vscode.EventEmitter<void>();
  const stored = (): Stored => asStored(memory.get(key));
  return {
    chosen: () => stored()[placeKey()] ?? null,
    async choose(ids) {
      const others = Object.entries(stored()).filter(([place]) => place !== placeKey());
      const own = ids === null ? [] : [[placeKey(), ids.map((id) => id.toLowerCase())] as const];
      await memory.update(key, Object.fromEntries([...others, ...own]));
      changed.fire();
    },
    onChange: changed.event,
    dispose: () => changed.dispose(),
  };
}

function asStored(raw: unknown): Stored {
  if (typeof raw !== 'object' || raw === null) return {};
  return Object.fromEntries(
    Object.entries(raw).flatMap(([place, ids]: [string, unknown]) =>
      Array.isArray(ids) && ids.every((id) => typeof id === 'string') ? [[place, ids]] : [],
    ),
  );
}
