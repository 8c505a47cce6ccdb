import { expect, test } from 'vitest';
import { isFromHost } from '../../../../webview-ui/src/rpc/vscode-port';

const page = { origin: 'vscode-webview://abc' };

test('only the parent frame with the page’s own origin is the host', () => {
  expect(isFromHost({ origin: page.origin, source: {} }, page)).toBe(true);
  expect(isFromHost({ origin: 'https://example.com', source: {} }, page)).toBe(false);
  expect(isFromHost({ origin: page.origin, source: page }, page)).toBe(false);
});
