import type { TelemetryReporter } from '@vscode/extension-telemetry';
import type { Log } from './log';
import { telemetryEvents, type Counted } from './telemetry-events';

/** Counts events. The reporter respects VS Code's telemetry level, including changes at run time. */
export interface Telemetry {
  count(counted: Counted): void;
  dispose(): Promise<void>;
}

type Reporter = Pick<TelemetryReporter, 'sendTelemetryEvent' | 'dispose'>;

/**
 * Destination of telemetry. It is empty unless a build sets it (docs/development.md). Nothing is loaded or sent then.
 */
export const connectionString: string = process.env['AML_SECURE_COMPUTE_TELEMETRY'] ?? '';

export function createTelemetry(
  connection: string,
  log: Log,
  load: (connection: string) => Promise<Reporter> = loadReporter,
): Telemetry {
  let reporter: Promise<Reporter | undefined> | undefined;
  /** If the reporter can't be loaded, only the counts are lost. */
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

/** Returns the numbers that the event defines, whatever else a caller passes. */
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
