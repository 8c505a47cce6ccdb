import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HttpClient } from '@azure/core-rest-pipeline';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectAzure } from '../../src/azure/connect';
import { decodeStoredPlan } from '../../src/contract/wizard/stored-choices';
import { windowFiles } from '../../src/platform/window-files';
import { serveOnLoopback } from '../support/loopback/serve';
import { createSampleAzure } from '../../src/sandbox/sample/create-sample-azure';
import { someCases } from '../support/case-count';
import { outputOf, testProgram, type Program } from '../support/run-program';
import { shippedTagFile } from '../support/shipped-tags';
import { openWizard } from '../unit/features/wizard/open-wizard';

const secret = 'S3cret-of-the-machine';

let program: Program;
let made: Awaited<ReturnType<typeof generate>>;
let folder: string;
beforeAll(async () => {
  program = await testProgram('create-in-wizard');
  folder = mkdtempSync(join(tmpdir(), 'stopped-'));
  made = await generate([{ name: 'commonName', value: 'Sample' }], {
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
    ],
  });
  writeFileSync(join(folder, 'ca.pem'), made.cert);
});
afterAll(() => {
  program.remove();
  rmSync(folder, { recursive: true, force: true });
});

interface Stopped {
  readonly azure: ReturnType<typeof createSampleAzure>;
  /** Folder with the plan of the stopped window. */
  readonly plans: string;
}

/**
 * Starts a window that creates a compute resource, and kills it when Azure gets the PUT, before or after Azure
 * processes it.
 */
async function killAtPut(what: string, when: 'before' | 'after'): Promise<Stopped> {
  const azure = createSampleAzure({ tags: shippedTagFile('public') });
  const plans = mkdtempSync(join(folder, 'plans-'));
  const running: { child?: ChildProcess } = {};
  const httpClient: HttpClient = {
    sendRequest: async (request) => {
      const isPut = request.method === 'PUT' && request.url.includes('/computes/');
      if (!isPut) return azure.httpClient.sendRequest(request);
      if (when === 'after') await azure.httpClient.sendRequest(request);
      running.child?.kill('SIGKILL');
      return new Promise(() => undefined);
    },
  };
  const server = await serveOnLoopback({
    azure: { ...azure, httpClient },
    port: 0,
    key: made.private,
    cert: made.cert,
  });
  const child = program.start([server.origin, plans, what], {
    NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'),
    ATTACH_SECRET: secret,
  });
  running.child = child;
  const output = await outputOf(child);
  await server.close();
  expect(child.signalCode, output).toBe('SIGKILL');
  return { azure, plans };
}

/** Opens the next window with the state that the stopped one kept. */
function openNext({ azure, plans }: Stopped) {
  const kept = windowFiles(plans, 'plans').read(['first'], decodeStoredPlan);
  if (!kept?.choices.creating) throw new Error('Nothing was kept of the creation.');
  const { credential, httpClient } = azure;
  return openWizard({
    choices: kept.choices,
    connect: (own) =>
      Promise.resolve({ ...own, azure: connectAzure({ credential, httpClient, watchIntervalMs: 5 }) }),
  });
}

const cases = [
  ['cluster', 'after'],
  ['attached', 'before'],
  ['cluster', 'before'],
  ['attached', 'after'],
] as const;

test.each(someCases(cases, 1))(
  'a window that is killed during a creation (%s), %s Azure accepted it: the next one reports what it finds',
  async (what, when) => {
    const stopped = await killAtPut(what, when);
    const files = readdirSync(stopped.plans).map((one) => readFileSync(join(stopped.plans, one), 'utf8'));
    expect(files.join()).not.toContain(secret);
    const next = openNext(stopped);
    await next.until('an end', (page) => ['ready', 'failed'].includes(page.creation?.state ?? ''));
    expect(next.page.creation).toMatchObject(
      when === 'after'
        ? { state: 'ready' }
        : {
            state: 'failed',
            line: 'The window was reloaded before Azure accepted the request.',
            canDelete: false,
          },
    );
    const puts = stopped.azure.traffic.filter((one) => one.method === 'PUT');
    expect(puts).toHaveLength(when === 'after' ? 1 : 0);
    expect(next.saved().creating).toBeNull();
  },
);
