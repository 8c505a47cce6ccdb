// Checks an installed copy of the npm package: commands on files on each supported Node.js, and signing in to the
// sample subscription, which is served on this machine.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { loadModule } from './loopback/bundle.mjs';
import { startSandbox } from './loopback/start-sandbox.mjs';
import { olderNode, olderNodes } from './node-versions.mjs';
import { root } from './places.mjs';

const fixtures = join(root, 'test', 'fixtures');
const bicep = join(fixtures, 'files', 'infra', 'network.bicep');
const terraform = join(fixtures, 'terraform', 'associations');

/** Command lines on files. @type {readonly (readonly string[])[]} */
const onFiles = [
  ['--version'],
  ['check', terraform, '--format', 'json'],
  ['check', join(fixtures, 'files')],
  ['fix', bicep, '--dry-run'],
  ['explain', `${bicep}:35`],
  ['request', bicep],
  ['compare', bicep, bicep],
  ['resolve', bicep],
  ['plan', '--name', 'cpu', '--managed-network'],
];

/**
 * @typedef {object} Installed
 * @property {string} program the file that Node.js runs
 * @property {string} node
 * @property {NodeJS.ProcessEnv} [env] variables in addition to those of this process
 * @property {string} [cwd]
 */

/**
 * Runs the program without blocking, because the sample subscription is served by this process.
 * @param {Installed} installed @param {readonly string[]} args
 */
async function ran({ program, node, env = {}, cwd = root }, args) {
  const child = spawn(node, [program, ...args], {
    cwd,
    env: { ...process.env, LANG: 'en', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, error] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (error += text));
  const [code] = await once(child, 'close');
  return { code: Number(code), out, error };
}

/** @param {string} what @param {unknown} [wrong] undefined if the check passed */
function reported(what, wrong) {
  console.log(wrong === undefined ? what : `Not true: ${what}: ${JSON.stringify(wrong).slice(0, 2000)}`);
  return wrong === undefined;
}

/** Checks that commands on files print the same on each older Node.js. @param {string} program */
async function printsTheSameOnEach(program) {
  const results = [];
  for (const args of onFiles) {
    const expected = await ran({ program, node: process.execPath }, args);
    for (const version of versions) {
      const found = await ran({ program, node: olderNode(version) }, args);
      const isSame = JSON.stringify(found) === JSON.stringify(expected);
      if (!isSame) results.push({ args, version, found, expected });
    }
  }
  const names = Object.values(olderNodes).join(' and ');
  return reported(`${onFiles.length} commands on files print the same on Node.js ${names}`, results[0]);
}

const versions = /** @type {(keyof typeof olderNodes)[]} */ (Object.keys(olderNodes).map(Number));

/**
 * Writes a program that replaces Azure CLI: it prints a token that the sample accepts, and counts its calls.
 * @param {string} folder
 */
function installAz(folder) {
  const claims = { oid: 'user', tid: 'tenant', upn: 'anna@contoso.com' };
  const parts = [{ alg: 'none' }, claims].map((one) =>
    Buffer.from(JSON.stringify(one)).toString('base64url'),
  );
  const accessToken = `${parts.join('.')}.secret-part-of-the-token`;
  const answer = join(folder, 'answer.json');
  const calls = join(folder, 'calls');
  writeFileSync(
    answer,
    JSON.stringify({ accessToken, expires_on: Math.floor(Date.now() / 1000) + 3600, tokenType: 'Bearer' }),
  );
  writeFileSync(join(folder, 'az'), `#!/bin/sh\necho "$@" >> '${calls}'\ncat '${answer}'\n`);
  chmodSync(join(folder, 'az'), 0o755);
  writeFileSync(join(folder, 'az.cmd'), `@echo %* >> "${calls}"\r\n@type "${answer}"\r\n`);
  return {
    accessToken,
    path: [folder, process.env['PATH']].join(delimiter),
    calls: () => (existsSync(calls) ? readFileSync(calls, 'utf8').trim().split('\n').length : 0),
  };
}

/** @typedef {ReturnType<typeof installAz>} Az @typedef {import('./loopback/start-sandbox.mjs').Sandbox} Sandbox */

/** @param {Sandbox} sandbox @param {Az} az @param {string} cwd */
function signedIn({ origin, certificate }, { path }, cwd) {
  return {
    options: ['--endpoint', origin, '--sign-in-host', new URL(origin).host],
    installed: { cwd, env: { PATH: path, NODE_EXTRA_CA_CERTS: certificate } },
  };
}

/** Checks that the lowest Node.js that runs the program can’t sign in, and names the version that can. @param {string} program @param {Az} az @param {Pick<ReturnType<typeof signedIn>, 'installed' | 'options'>} how */
async function isRefusedOnOld(program, az, { installed, options }) {
  const before = az.calls();
  const wrong = [];
  for (const args of commandsOf('cpu-refused')) {
    const found = await ran({ ...installed, program, node: olderNode(20) }, [...args, ...options]);
    const isRefused =
      found.code === 2 &&
      found.out === '' &&
      /^Signing in needs Node\.js 22 or later, but this is 20\.\d+\.\d+\. .+\n$/.test(found.error);
    if (!isRefused) wrong.push({ args, ...found });
  }
  if (az.calls() !== before) wrong.push('Azure CLI was called');
  return reported('Signing in is refused on Node.js 20, with the version that it needs', wrong[0]);
}

/** Returns the command lines that sign in. @param {string} name of the compute resource */
const commandsOf = (name) => [
  ['create', '--from-plan', `${name}.amlplan.json`, '--what-if'],
  ['create', '--from-plan', `${name}.amlplan.json`, '--yes', '--format', 'json'],
  ['check', '--fleet', '--live', '--format', 'json'],
];

/** Writes a plan file with the program itself. @param {Installed} installed @param {string} name */
async function writePlan(installed, name) {
  const { sampleSubnetId, sampleWorkspaceId } = await loadModule('src/sandbox/sample/names.ts');
  const place = [
    ...['--workspace-id', sampleWorkspaceId('rg-ml-prod', 'mlw-fraud-prod')],
    ...['--workspace-region', 'westeurope', '--size', 'Standard_D4s_v5'],
    ...['--subnet-id', sampleSubnetId('rg-network-prod', 'vnet-ml-prod-weu', 'snet-train-gpu')],
  ];
  const written = await ran(installed, ['plan', `${name}.amlplan.json`, '--name', name, ...place]);
  if (written.code !== 0) throw new Error(written.error);
}

/** Checks that the program signs in with Azure CLI, reads, and creates. @param {Installed} installed @param {Az} az @param {readonly string[]} options */
async function signsIn(installed, az, options) {
  const name = `cpu-node${versionName(installed.node)}`;
  await writePlan(installed, name);
  const found = [];
  for (const args of commandsOf(name)) found.push(await ran(installed, [...args, ...options]));
  const [whatIf, created, fleet] = found;
  const again = await ran(installed, [...(commandsOf(name)[1] ?? []), ...options]);
  const all = [whatIf, created, fleet, again];
  const hasPassed = [
    whatIf?.code === 0 && whatIf.out.includes(`for ${name}: Ready`),
    created?.code === 0 && JSON.parse(created.out).created?.state === 'ready',
    fleet?.code === 1 && JSON.parse(fleet.out).subnets.length > 10,
    again.code === 1,
    all.every((one) => !/secret-part-of-the-token|Warning|\n\s+at /.test(`${one?.out}${one?.error}`)),
    az.calls() > 0,
  ];
  return reported(
    `An installed copy signs in, checks, and creates on Node.js ${versionName(installed.node)}`,
    hasPassed.every(Boolean) ? undefined : { hasPassed, all },
  );
}

/** @param {string} node */
const versionName = (node) =>
  versions.find((one) => olderNode(one) === node) ?? (process.versions.node.split('.')[0] || '');

/**
 * Checks an installed copy that has its optional packages.
 * @param {string} program
 */
export async function runsInstalled(program) {
  const folder = mkdtempSync(join(tmpdir(), 'aml-installed-'));
  const sandbox = await startSandbox({ port: 0, pace: 'instant' });
  try {
    mkdirSync(join(folder, 'bin'));
    const az = installAz(join(folder, 'bin'));
    const how = signedIn(sandbox, az, folder);
    await writePlan({ program, node: olderNode(20), cwd: folder }, 'cpu-refused');
    const results = [await printsTheSameOnEach(program), await isRefusedOnOld(program, az, how)];
    for (const node of [olderNode(22), process.execPath]) {
      results.push(await signsIn({ ...how.installed, program, node }, az, how.options));
    }
    return results.every(Boolean);
  } finally {
    await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
