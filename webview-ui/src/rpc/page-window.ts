import type { PageWindow } from '@contract/channel';

/** Parts of the browser that are used. */
export interface Tab {
  /** The tab's own storage, which exists as long as the tab. */
  readonly sessionStorage: Storage;
  addEventListener(event: 'pagehide', listener: () => void): void;
}

const key = 'aml-secure-compute.window';

/**
 * Identifies the window of this page among the windows of a folder. VS Code keeps a page's state per folder: both of
 * two browser tabs receive the state of the last one. Only the tab's own storage distinguishes them. A duplicated tab
 * starts with a copy of it, so the ID is removed while the page is open and restored when it closes.
 */
export function findWindow(tab: Tab, before: string | null): PageWindow {
  const storage = storageOf(tab);
  const id = storage?.getItem(key) ?? crypto.randomUUID();
  storage?.removeItem(key);
  tab.addEventListener('pagehide', () => storage?.setItem(key, id));
  return { id, before };
}

/** Returns the storage. A browser that blocks storage throws on access. */
function storageOf(tab: Tab): Storage | undefined {
  try {
    return tab.sessionStorage;
  } catch {
    return undefined;
  }
}
