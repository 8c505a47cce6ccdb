import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../../scripts/places.mjs';
import { createTelemetry } from '../../../src/platform/telemetry';
import { telemetryEvents, type Counted } from '../../../src/platform/telemetry-events';

interface Sent {
  readonly event: string;
  readonly properties: unknown;
  readonly measures: unknown;
}

/** Telemetry that is recorded in a list, and how often the reporter was loaded. */
function recorded(connection: string) {
  const sent: Sent[] = [];
  const loaded: string[] = [];
  const logged: string[] = [];
  const log = (line: string): void => void logged.push(line);
  const telemetry = createTelemetry(connection, { debug: log, info: log, error: log }, (to) => {
    loaded.push(to);
    return Promise.resolve({
      sendTelemetryEvent: (event, properties, measures) => void sent.push({ event, properties, measures }),
      dispose: () => Promise.resolve(),
    });
  });
  return { telemetry, sent, loaded, logged };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

test('without a connection string, nothing is loaded or sent', async () => {
  const { telemetry, sent, loaded } = recorded('');
  telemetry.count({ event: 'wizardOpened', measures: {} });
  await settled();
  await telemetry.dispose();
  expect({ sent, loaded }).toEqual({ sent: [], loaded: [] });
});

test('only the numbers of the event are sent, once the reporter is loaded', async () => {
  const { telemetry, sent, loaded } = recorded('InstrumentationKey=none');
  const leaky = { seconds: 7, name: 'cpu-cluster', subnet: 12 };
  telemetry.count({ event: 'computeReady', measures: leaky });
  telemetry.count({ event: 'computeFailed', measures: { seconds: '7 of cpu-cluster' as unknown as number } });
  await settled();
  expect(loaded).toEqual(['InstrumentationKey=none']);
  expect(sent).toEqual([
    { event: 'computeReady', properties: {}, measures: { seconds: 7 } },
    { event: 'computeFailed', properties: {}, measures: {} },
  ]);
});

test('a reporter that can’t be loaded is logged, and nothing else fails', async () => {
  const logged: string[] = [];
  const log = (line: string): void => void logged.push(line);
  const telemetry = createTelemetry('x', { debug: log, info: log, error: log }, () =>
    Promise.reject(new Error('no file')),
  );
  telemetry.count({ event: 'wizardOpened', measures: {} });
  await settled();
  await telemetry.dispose();
  expect(logged).toEqual(['telemetry']);
});

describe('sent data is documented', () => {
  const events = Object.keys(telemetryEvents) as Counted['event'][];

  test('in telemetry.json, each number as a measurement', () => {
    const reported = JSON.parse(readFileSync(join(root, 'telemetry.json'), 'utf8')) as {
      events: Record<string, Record<string, unknown>>;
    };
    expect(Object.keys(reported.events)).toEqual(events);
    for (const event of events) {
      const { owner, comment, ...measures } = reported.events[event]!;
      expect([typeof owner, typeof comment]).toEqual(['string', 'string']);
      expect(Object.keys(measures)).toEqual([...telemetryEvents[event]]);
      for (const one of Object.values(measures)) expect(one).toMatchObject({ isMeasurement: true });
    }
  });

  test('in docs/privacy.md, with its numbers', () => {
    const page = readFileSync(join(root, 'docs/privacy.md'), 'utf8');
    for (const event of events) {
      const row = page.split('\n').find((line) => line.startsWith(`| \`${event}\``)) ?? '';
      const numbers = [...row.matchAll(/`(\w+)`/g)].map(([, name]) => name);
      expect(numbers).toEqual([event, ...telemetryEvents[event]]);
    }
  });
});
