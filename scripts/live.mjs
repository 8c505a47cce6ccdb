// `npm run live -- --workspace ID`: sends the real service the requests that the tests send to the embedded one. Never
// in CI.
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { AzureCliCredential } from '@azure/identity';
import { loadModule } from './loopback/bundle.mjs';
import { out } from './places.mjs';
import { startSandbox } from './loopback/start-sandbox.mjs';

const usage = `npm run live -- --workspace ID [--subnet ID] [--size Standard_DS3_v2]
                [--create [--nodes 0|1] [--public-ip]] [--record] [--endpoint https://management.azure.com]
Reads with the account of 'az login'. With --create it makes one cluster and deletes it, after saying what that
costs and after you typed its name. --record writes what Azure answered to out/live-recording.json, without names,
IDs, addresses, and secrets. --sandbox asks the embedded Azure instead.`;

/** @param {string} reason @returns {never} */
function leave(reason) {
  console.error(`${reason}\n\n${usage}`);
  process.exit(2);
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        workspace: { type: 'string' },
        subnet: { type: 'string' },
        size: { type: 'string', default: 'Standard_DS3_v2' },
        create: { type: 'boolean', default: false },
        nodes: { type: 'string', default: '0' },
        'public-ip': { type: 'boolean', default: false },
        record: { type: 'boolean', default: false },
        endpoint: { type: 'string', default: 'https://management.azure.com' },
        sandbox: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    return leave(error instanceof Error ? error.message : String(error));
  }
}

const options = readOptions();
const { sandbox: inSandbox, nodes } = options;
if (process.env.CI !== undefined && !inSandbox) leave('Not in CI: this asks a real subscription.');
if (nodes !== '0' && nodes !== '1') leave(`--nodes is 0 or 1, not '${nodes}'.`);
if (options.create && !process.stdin.isTTY && !inSandbox) leave('Creating needs a person at the keyboard.');

async function sandboxAccount() {
  const sandbox = await startSandbox({ port: 0, pace: 'lifelike' });
  const token = { token: 'any', expiresOnTimestamp: Date.now() + 3_600_000 };
  const groups = `/subscriptions/${sandbox.subscriptionId}/resourceGroups`;
  const network = `${groups}/rg-network-prod/providers/Microsoft.Network/virtualNetworks/vnet-ml-prod-weu`;
  return {
    account: {
      credential: { getToken: () => Promise.resolve(token) },
      endpoint: sandbox.origin,
      certificate: readFileSync(sandbox.certificate, 'utf8'),
    },
    workspace: `${groups}/rg-ml-prod/providers/Microsoft.MachineLearningServices/workspaces/mlw-fraud-prod`,
    subnet: `${network}/subnets/snet-train-gpu`,
    close: sandbox.close,
  };
}

function realAccount() {
  const { workspace, subnet = null, endpoint } = options;
  const id =
    /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.MachineLearningServices\/workspaces\/[^/]+$/i;
  if (workspace === undefined || !id.test(workspace)) {
    leave('--workspace takes the resource id of a workspace.');
  }
  const parts =
    /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.Network\/virtualNetworks\/[^/]+\/subnets\/[^/]+$/i;
  if (subnet !== null && !parts.test(subnet)) leave('--subnet takes the resource id of a subnet.');
  if (!URL.canParse(endpoint) || new URL(endpoint).protocol !== 'https:') {
    leave('--endpoint takes an https address.');
  }
  const account = { credential: new AzureCliCredential(), endpoint, certificate: null };
  return { account, workspace, subnet, close: async () => undefined };
}

const { account, workspace, subnet, close } = inSandbox ? await sandboxAccount() : realAccount();
await account.credential.getToken(`${account.endpoint}/.default`).catch((error) => {
  // The first line states whether the program is missing or no account is signed in; the rest may contain the account.
  leave(`No token: sign in with 'az login' first. (${String(error.message).split('\n')[0]})`);
});
const { openLive } = await loadModule('test/live/open-live.ts');
const { checkLive } = await loadModule('test/live/check-live.ts');
const { createRecording } = await loadModule('test/live/recording.ts');
const recording = options.record ? createRecording() : undefined;
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop.abort());

/** Undefined if the input ends, or the check is stopped, before there is an answer. @param {string} question */
async function ask(question) {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const ended = new Promise((resolve) => terminal.once('close', () => resolve('')));
  try {
    return await Promise.race([ended, terminal.question(question, { signal: stop.signal }).catch(() => '')]);
  } finally {
    terminal.close();
  }
}

const name = `live-c${randomBytes(4).toString('hex')}`;
const target = {
  workspaceId: workspace,
  subnetId: subnet,
  vmSize: options.size,
  publicIp: options['public-ip'],
  create: options.create ? { name, nodes: nodes === '1' ? 1 : 0 } : null,
};
const ports = {
  ...openLive({ ...account, record: recording?.record }),
  say: console.log,
  ask,
  stop: stop.signal,
};
const { passed, failed } = await checkLive(target, ports);
await close();
if (recording) {
  const file = join(out, 'live-recording.json');
  mkdirSync(out, { recursive: true });
  writeFileSync(file, recording.text());
  console.log(`\nRecorded in ${file}. Read it before you attach it to an issue.`);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || stop.signal.aborted ? 1 : 0;
