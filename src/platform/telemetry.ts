import type { TelemetryReporter } from '@vscode/extension-telemetry';
import type { Log } from './log';
import { telemetryEvents, type Counted } from './telemetry-events';

/** Counts what happens. The reporter obeys VS Code's telemetry level, also when it is changed while it runs. */
export interface Telemetry {
  count(counted: Counted): void;
  dispose(): Promise<void>;
}

type Reporter = Pick<TelemetryReporter, 'sendTelemetryEvent' | 'dispose'>;

/** Where it is sent; empty unless a build sets it (docs/development.md), and then nothing is loaded or sent. */
export const connectionString: string = process.env['AML_SECURE_COMPUTE_TELEMETRY'] ?? '';

export function createTelemetry(
  connection: string,
  log: Log,
  load: (connection: string) => Promise<Reporter> = loadReporter,
): Telemetry {
  let reporter: Promise<Reporter | undefined> | undefined;
  /** A reporter that cannot be loaded costs nobody anything but the counts. */
  const reporterOnce = (): Promise<Reporter | undefined> =>
    (reporter ??= load(connection).catch((error: unknown) => {
      log.error('telemetry', error);
      return undefined;
    }));
  return {
    count: ({ event, measures }) => {
      if (connection === '') return;
      const known = numbersOf(event, measures);
      void reporterOnce().then((one) => one?.sendTelemetryEvent(event, {}, known));
    },
    dispose: async () => {
      await (await reporter)?.dispose();
    },
  };
}

/** The numbers that the event may have, whatever else a caller passes. */
function numbersOf(
  event: Counted['event'],
  measures: Readonly<Record<string, unknown>>,
): Record<string, number> {
  const numbers: Record<string, number> = {};
  for (const name of telemetryEvents[event]) {
    const value = measures[name];
    if (typeof value === 'number') numbers[name] = value;
  }
  return numbers;
}

async function loadReporter(connection: string): Promise<Reporter> {
  const { TelemetryReporter: Kind } = await import('@vscode/extension-telemetry');
  return new Kind(connection);
}
