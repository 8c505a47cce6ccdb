import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { wizardChannel } from '../../src/contract/wizard/channel';

/**
 * The page's end of the wizard's channel, next to the real page. It sends calls and receives all messages of the host.
 */
export interface WizardPage {
  readonly panel: vscode.WebviewPanel;
  /** The last payload of a signal. */
  last(signal: string): unknown;
  call(name: string, params: object): Promise<unknown>;
  until(what: string, check: () => boolean): Promise<void>;
  close(): Promise<void>;
}

interface Posted {
  readonly is: string;
  readonly id?: number;
  readonly name?: string;
  readonly value?: unknown;
  readonly payload?: unknown;
  readonly shown?: unknown;
  readonly problem?: { readonly code: string; readonly message: string };
}

const open = 'amlSecureCompute.wizard.open';
let nextId = 1_000_000;

/** Opens the wizard by its command and joins its pipe, so that the whole extension is driven as it is shipped. */
export async function openWizardPage(): Promise<WizardPage> {
  const joined = joinNextPanel();
  await vscode.commands.executeCommand(open);
  const page = joined.page();
  // A tab that is closed before the workbench has shown it leaves an error in its log.
  await page.until('the tab', () => wizardTabs().length > 0 && page.panel.visible);
  joined.say({ is: 'hello', version: wizardChannel.version });
  await page.until('the plan', () => page.last('planChanged') !== undefined);
  return page;
}

function joinNextPanel() {
  const listeners = new Set<(raw: unknown) => unknown>();
  const received: Posted[] = [];
  let panel: vscode.WebviewPanel | undefined;
  const create = vscode.window.createWebviewPanel;
  replace(vscode.window, 'createWebviewPanel', (...args: Parameters<typeof create>) => {
    replace(vscode.window, 'createWebviewPanel', create);
    panel = create(...args);
    listenIn(panel.webview, listeners, received);
    return panel;
  });
  const say = (raw: unknown): void => listeners.forEach((one) => one(raw));
  return {
    say,
    page(): WizardPage {
      assert.ok(panel, 'the command made a panel');
      return pageOf(panel, say, received);
    },
  };
}

/** Records messages that are posted to a webview, and lets the test send messages as its page does. */
function listenIn(
  webview: vscode.Webview,
  listeners: Set<(raw: unknown) => unknown>,
  received: Posted[],
): void {
  const post = webview.postMessage.bind(webview);
  const listen = webview.onDidReceiveMessage;
  replace(webview, 'postMessage', (message: unknown) => {
    received.push(message as Posted);
    return post(message);
  });
  replace(webview, 'onDidReceiveMessage', (listener, thisArgs, disposables) => {
    listeners.add(listener);
    return listen(listener, thisArgs, disposables);
  });
}

function pageOf(panel: vscode.WebviewPanel, say: (raw: unknown) => void, received: Posted[]): WizardPage {
  const last = (signal: string): unknown =>
    received.findLast((one) => one.is === 'signal' && one.name === signal)?.payload;
  return {
    panel,
    last,
    until,
    async call(name, params) {
      const id = nextId++;
      const shown = received.findLast((one) => one.is === 'shown')?.shown;
      say({ is: 'call', id, name, params, shown });
      const answer = (): Posted | undefined => received.find((one) => one.id === id && one.is !== 'signal');
      await until(`an answer to ${name}`, () => answer() !== undefined);
      const { value, problem } = answer() ?? {};
      if (problem) throw new Error(problem.code);
      return value;
    },
    async close() {
      panel.dispose();
      await until('the tab to close', () => wizardTabs().length === 0);
    },
  };
}

export function wizardTabs(): readonly vscode.Tab[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.filter((tab) => tab.label === 'Create secured AML compute');
}

async function until(what: string, check: () => boolean): Promise<void> {
  const end = Date.now() + 20_000;
  while (!check()) {
    if (Date.now() > end) throw new Error(`Waited for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Replaces a member of the editor's API, and returns a function that restores it. */
export function replace<T extends object, K extends keyof T>(target: T, key: K, value: T[K]): () => void {
  const before = Object.getOwnPropertyDescriptor(target, key);
  Object.defineProperty(target, key, { value, configurable: true, writable: true });
  return () => {
    if (before) Object.defineProperty(target, key, before);
    else Reflect.deleteProperty(target, key);
  };
}
