import type { PageWindow } from '@contract/channel';

/** What of the browser is asked. */
export interface Tab {
  /** The tab's own storage, which lives as long as the tab does. */
  readonly sessionStorage: Storage;
  addEventListener(event: 'pagehide', listener: () => void): void;
}

const key = 'aml-secure-compute.window';

/**
 * Which of the windows on one folder this page is in. VS Code keeps a page's state for the folder: of two tabs of one
 * browser both get back the last one's. Only the tab's own storage tells them apart. A duplicated tab begins with a
 * copy of it, so the id is taken out while the page lives and put back when it goes.
 */
export function findWindow(tab: Tab, before: string | null): PageWindow {
  const storage = storageOf(tab);
  const id = storage?.getItem(key) ?? crypto.randomUUID();
  storage?.removeItem(key);
  tab.addEventListener('pagehide', () => storage?.setItem(key, id));
  return { id, before };
}

/** A browser that blocks storage throws when it is asked for. */
function storageOf(tab: Tab): Storage | undefined {
  try {
    return tab.sessionStorage;
  } catch {
    return undefined;
  }
}
