import { expect, test } from 'vitest';
import { findWindow, type Tab } from '../../../../webview-ui/src/rpc/page-window';

/** Returns a browser tab whose page can be closed. `stored` is the initial content of its storage. */
function openTab(stored: Readonly<Record<string, string>> = {}) {
  const values = new Map(Object.entries(stored));
  const hiding: (() => void)[] = [];
  const sessionStorage = {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  } as Storage;
  const tab: Tab = { sessionStorage, addEventListener: (_, listener) => void hiding.push(listener) };
  return {
    tab,
    stored: () => Object.fromEntries(values),
    leave: () => hiding.splice(0).forEach((listener) => listener()),
  };
}

test('a reloaded tab is the same window', () => {
  const { tab, leave } = openTab();
  const first = findWindow(tab, null);
  leave();
  expect(findWindow(tab, first.id)).toEqual({ id: first.id, before: first.id });
});

test('two tabs of one browser are two windows, although VS Code gives both the same state', () => {
  const one = openTab();
  const first = findWindow(one.tab, null);
  const second = findWindow(openTab().tab, first.id);
  expect(second.id).not.toBe(first.id);
  expect(second.before).toBe(first.id);
});

test('a duplicated tab is another window', () => {
  const one = openTab();
  const first = findWindow(one.tab, null);
  expect(findWindow(openTab(one.stored()).tab, first.id).id).not.toBe(first.id);
});

test('a tab whose storage is blocked names the last stored window', () => {
  const tab: Tab = {
    get sessionStorage(): Storage {
      throw new DOMException('denied', 'SecurityError');
    },
    addEventListener: () => undefined,
  };
  const before = crypto.randomUUID();
  expect(findWindow(tab, before)).toEqual({ id: expect.any(String) as string, before });
});
