import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nodeDisk } from '../../../../src/cli/files/node-disk';
import { runCommandLine } from '../../../../src/cli/run';
import type { ReportInput } from '../../../../src/cli/source-reports/report-input';
import { doJob } from '../../../../src/cli/source-reports/run-job';
import type { Job, WorkerPool } from '../../../../src/cli/source-reports/worker-pool';
import { messagesIn } from '../../../support/messages-in';
import { outputTo } from '../../../support/shown-lines';

/* A template of a folder is reported by the job that scans it, unless it isn't a root or isn't deployed alone. */

let folder = '';
let network = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scan-and-report-'));
  network = await readFile(resolve('test/fixtures/files/infra/network.bicep'), 'utf8');
});
afterAll(() => rm(folder, { recursive: true }));

/** A thread that runs one job after the other, and remembers them as they start. */
function oneThread(jobs: Job[], input: ReportInput): WorkerPool {
  let last: Promise<unknown> = Promise.resolve();
  return {
    do(job) {
      const outcome = last.then(() => {
        const started = structuredClone(job);
        jobs.push(started);
        return doJob(nodeDisk, started, input);
      });
      // The first thread handles an outcome before the next job starts.
      last = outcome.then(() => setImmediate());
      return outcome;
    },
    end: () => Promise.resolve(),
  };
}

async function checked(name: string, files: Readonly<Record<string, string>>, isOneByOne: boolean) {
  const root = join(folder, name);
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
  let out = '';
  const jobs: Job[] = [];
  await runCommandLine(['check', root, '--format', 'json'], {
    ...nodeDisk,
    say: messagesIn('en'),
    version: '1',
    repository: '',
    pages: () => Promise.resolve({}),
    dataFolder: resolve('data'),
    today: '2025-11-20',
    ...(isOneByOne && { threads: (input) => oneThread(jobs, input) }),
    ...outputTo((text) => void (out += text)),
    error: () => undefined,
  });
  const named = ({ what, file, mayReport = false }: Job): string =>
    `${what}${mayReport ? ' and report' : ''} ${relative(root, file).replaceAll('\\', '/')}`;
  return { out, jobs: jobs.map(named) };
}

/** More files than this thread checks by itself. */
const others = Object.fromEntries(
  Array.from({ length: 8 }, (_, index) => [`z${index}/none.bicep`, 'param unused string\n']),
);

const compiled =
  '{"$schema":"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#","contentVersion":"1.0.0.0","resources":[]}';

test.each([
  ['a root', { 'network.bicep': () => network }, ['scan and report network.bicep']],
  [
    'a module of a file above it',
    {
      'a/network.bicep': () => network,
      'main.bicep': () => "module network 'a/network.bicep' = { name: 'network' }\n",
    },
    ['scan and report main.bicep', 'scan a/network.bicep'],
  ],
  [
    'a module that is scanned before its root',
    {
      'a.bicep': () => network,
      'b.bicep': () => "module network 'a.bicep' = { name: 'network' }\n",
    },
    ['scan and report a.bicep', 'scan and report b.bicep'],
  ],
  [
    'a template next to a Bicep file',
    { 'azuredeploy.json': () => compiled, 'network.bicep': () => network },
    ['scan azuredeploy.json', 'scan and report network.bicep'],
  ],
  [
    'a template that refers to another one',
    {
      'a.bicep': () => network,
      'b.bicep': () =>
        [
          "resource network 'Microsoft.Network/virtualNetworks@2023-09-01' existing = { name: 'vnet-ml' }",
          "resource other 'Microsoft.Network/virtualNetworks@2023-09-01' = {",
          "  name: 'other'",
          '  properties: {',
          "    addressSpace: { addressPrefixes: ['10.9.0.0/16'] }",
          "    subnets: [{ name: 'aml-training', properties: { addressPrefix: '10.9.0.0/24' } }]",
          '  }',
          '}',
          'output id string = network.id\n',
        ].join('\n'),
    },
    ['scan and report a.bicep', 'scan and report b.bicep', 'report b.bicep'],
  ],
])('%s has the same report', async (name, texts, expected) => {
  const files = {
    ...Object.fromEntries(Object.entries(texts).map(([file, text]) => [file, text()])),
    ...others,
  };
  const found = await checked(name.replaceAll(' ', '-'), files, true);
  expect(found.jobs.filter((one) => !one.includes('none.bicep'))).toEqual(expected);
  expect(found.out).toBe((await checked(name.replaceAll(' ', '-'), files, false)).out);
});
