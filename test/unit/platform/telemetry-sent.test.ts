import Module, { createRequire } from 'node:module';
import type { TelemetryReporter as Reporter } from '@vscode/extension-telemetry';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTelemetry } from '../../../src/platform/telemetry';

// The extension host under test only logs telemetry and doesn't send it. So the real reporter runs here, with the few
// VS Code members that it uses. What it would send is caught before it leaves.
interface Sender {
  sendEventData(name: string, data: unknown): void;
}
interface Loader {
  _load(request: string, ...more: unknown[]): unknown;
}

const loader = Module as unknown as Loader;
const load = loader._load.bind(loader);
let isEnabled = true;

const vscode = {
  version: '1.105.0',
  env: {
    machineId: 'machine',
    sessionId: 'session',
    createTelemetryLogger: (sender: Sender) => ({
      get isUsageEnabled() {
        return isEnabled;
      },
      isErrorsEnabled: false,
      onDidChangeEnableStates: () => ({ dispose: () => undefined }),
      logUsage: (name: string, data: unknown) => {
        if (isEnabled) sender.sendEventData(name, data);
      },
      dispose: () => undefined,
    }),
  },
  EventEmitter: class {
    readonly event = () => ({ dispose: () => undefined });
    fire(): void {
      // It doesn't have listeners.
    }
    dispose(): void {
      // Nothing to release.
    }
  },
};

beforeAll(() => {
  loader._load = (request, ...more) => (request === 'vscode' ? vscode : load(request, ...more));
});
afterAll(() => {
  loader._load = load;
});

const address =
  'InstrumentationKey=11111111-2222-3333-4444-555555555555;IngestionEndpoint=https://telemetry.invalid/';
const silent = { debug: () => undefined, info: () => undefined, error: () => undefined };

/** Returns the bodies that the real reporter sends until it's closed. */
async function bodiesOf(seconds: number): Promise<string[]> {
  const bodies: string[] = [];
  const { TelemetryReporter } = createRequire(import.meta.url)('@vscode/extension-telemetry') as {
    TelemetryReporter: typeof Reporter;
  };
  const telemetry = createTelemetry(address, silent, (to) =>
    Promise.resolve(
      new TelemetryReporter(to, undefined, undefined, (_, init) => {
        bodies.push(init?.body ?? '');
        return Promise.resolve({ text: () => Promise.resolve(''), status: 200, headers: [] });
      }),
    ),
  );
  telemetry.count({ event: 'computeReady', measures: { seconds } });
  // The reporter creates its sender in the background.
  await new Promise((resolve) => setTimeout(resolve, 500));
  await telemetry.dispose();
  return bodies;
}

test('sends only the name of the event and its numbers', async () => {
  isEnabled = true;
  const [body] = await bodiesOf(7);
  const [sent] = JSON.parse(body ?? '[]') as { data: { baseData: Record<string, unknown> } }[];
  expect(sent?.data.baseData).toEqual({
    ver: 2,
    name: 'computeReady',
    properties: {},
    measurements: { seconds: 7 },
  });
});

test('sends nothing if VS Code’s telemetry is off', async () => {
  isEnabled = false;
  expect(await bodiesOf(7)).toEqual([]);
});
