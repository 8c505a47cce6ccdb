import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openUrl } from '../../src/platform/open-url';
import { replace } from './wizard-page';

describe('a URL for the browser', () => {
  const undo: (() => void)[] = [];
  const opened: string[] = [];

  beforeEach(() => {
    opened.length = 0;
    undo.push(
      replace(vscode.env, 'openExternal', (uri) => {
        opened.push(uri.toString(true));
        return Promise.resolve(true);
      }),
      // The URI that VS Code returns if the browser runs on another computer.
      replace(vscode.env, 'asExternalUri', (uri) =>
        Promise.resolve(uri.with({ authority: 'tunnel.example.com' })),
      ),
    );
  });

  afterEach(() => undo.splice(0).forEach((one) => one()));

  it('of this computer is changed to one that leads back to it', async () => {
    await openUrl('https://127.0.0.1:8443/#resource/subscriptions/s');
    assert.deepEqual(opened, ['https://tunnel.example.com/#resource/subscriptions/s']);
  });

  it('of the internet isn’t changed', async () => {
    await openUrl('https://portal.azure.com/#resource/subscriptions/s');
    assert.deepEqual(opened, ['https://portal.azure.com/#resource/subscriptions/s']);
  });
});
