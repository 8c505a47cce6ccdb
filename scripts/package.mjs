// Packages the extension and checks the package: its size, and its list of files.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PackageManager, createVSIX, listFiles } from '@vscode/vsce';
import { areNoticesCurrent } from './notices.mjs';
import { out, root, startExtension, startVsix, vsix } from './places.mjs';

const kilobyte = 1000;
const limits = {
  // As large as before the redesign of November 2026.
  activation: 104 * kilobyte,
  package: 1929 * kilobyte,
  /** A chunk is loaded completely, whichever part of it is needed first. */
  chunk: 400 * kilobyte,
  /** The page's script is loaded and run before anything of it is visible. */
  page: 390 * kilobyte,
  /** The main thread only starts another thread. */
  terminalStart: 18 * kilobyte,
  /** Each thread that checks files loads it again: without Azure clients, and with one language. */
  terminalThread: 1280 * kilobyte,
};
const pageScript = join(root, 'dist', 'webview', 'main.js');
const listing = join(root, 'test', 'fixtures', 'package-listing.txt');

/**
 * @returns {Record<string, { entryPoint?: string; imports: { path: string; kind: string }[] }>} outputs of the build
 */
function built() {
  return JSON.parse(readFileSync(join(out, 'meta.json'), 'utf8')).outputs;
}

/**
 * Returns the bytes of the outputs of sources, and of the chunks that they load immediately.
 * @param {readonly string[]} sources that are a separate file or chunk
 */
function loadedBy(...sources) {
  const outputs = built();
  /** @type {Set<string>} */
  const loaded = new Set();
  const load = (/** @type {string} */ file) => {
    if (loaded.has(file) || outputs[file] === undefined) return;
    loaded.add(file);
    for (const { path, kind } of outputs[file].imports) if (kind === 'import-statement') load(path);
  };
  for (const source of sources) {
    const file = Object.keys(outputs).find((one) => outputs[one]?.entryPoint === source);
    if (file === undefined) throw new Error(`${source} is no chunk of its own any more.`);
    load(file);
  }
  return [...loaded].reduce((sum, file) => sum + statSync(join(root, file)).size, 0);
}

/**
 * Returns the bytes that activation loads: `dist/extension.js`, the chunks that it loads immediately, and the longer
 * language.
 */
export function activationSize() {
  return loadedBy('src/extension.ts', 'src/messages/fr/early.ts');
}

/** Returns the bytes that a thread of the terminal program loads to check files. */
function threadSize() {
  const texts = ['src/messages/fr/early.ts', 'src/messages/fr/late.ts'];
  return loadedBy('src/cli/cli.ts', 'src/cli/parallel/serve.ts', ...texts);
}

/** Bytes of the largest file that is loaded at once. */
function largestChunk() {
  return Math.max(...Object.keys(built()).map((file) => statSync(join(root, file)).size));
}

async function packagedFiles() {
  const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
  // A chunk's name contains a hash of its content, and the number of chunks changes with every import.
  return [
    ...new Set(files.map((file) => (file.startsWith('dist/chunks/') ? 'dist/chunks/*.cjs' : file))),
  ].sort();
}

/** @param {string} what @param {number} bytes @param {number} limit */
function within(what, bytes, limit) {
  const figures = `${what}: ${Math.ceil(bytes / kilobyte)} kB of ${limit / kilobyte} kB`;
  console.log(bytes <= limit ? figures : `${figures}: too large`);
  return bytes <= limit;
}

/** @param {readonly string[]} files */
function asListed(files) {
  if (process.argv.includes('--accept')) writeFileSync(listing, `${files.join('\n')}\n`);
  const expected = readFileSync(listing, 'utf8').trim().split('\n');
  const added = files.filter((file) => !expected.includes(file));
  const missing = expected.filter((file) => !files.includes(file));
  for (const file of added) console.log(`Packaged but not listed: ${file}`);
  for (const file of missing) console.log(`Listed but not packaged: ${file}`);
  if (added.length + missing.length > 0) {
    console.log(`When that is meant: node scripts/package.mjs --accept (writes ${listing})`);
  }
  return added.length + missing.length === 0;
}

/** Events that activate the extension in every window, or in a folder that exists only in development. */
const ofDevelopment = /^(\*|onStartupFinished)$|\.aml-secure-compute/;

/** The manifest is packaged unchanged. */
function activatesAsReleased() {
  /** @type {{ activationEvents: string[] }} */
  const { activationEvents } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const wrong = activationEvents.filter((event) => ofDevelopment.test(event));
  for (const event of wrong) console.log(`The activation event ${event} is for development alone.`);
  return wrong.length === 0;
}

/**
 * Writes the extension as `npm start` opens it: the packaged files, in a separate folder, with activation in every window.
 * @param {string} folder
 */
async function stageForStart(folder) {
  rmSync(folder, { recursive: true, force: true });
  for (const file of await listFiles({ cwd: root, packageManager: PackageManager.None })) {
    cpSync(join(root, file), join(folder, file));
  }
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  manifest.activationEvents.push('onStartupFinished');
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
}

/** Packages the build. @param {{ preRelease?: boolean; from?: string; to?: string }} [options] */
export async function makePackage({ preRelease = false, from = root, to = vsix } = {}) {
  mkdirSync(dirname(to), { recursive: true });
  rmSync(to, { force: true });
  await createVSIX({
    cwd: from,
    packagePath: to,
    dependencies: false,
    preRelease,
  });
}

/** Creates what `npm start` opens: a folder for the desktop, and a package of it for the server. */
async function packageForStart() {
  await stageForStart(startExtension);
  if (!process.argv.includes('--folder')) await makePackage({ from: startExtension, to: startVsix });
}

/** Runs the terminal program, as shipped, on the exports that its tests use: two problems need a fix there. */
function terminalRuns() {
  const exports = ['vnet-show', 'nsg-show', 'nat-show', 'endpoints-list'].map((name) => `${name}.json`);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'dist', 'cli.js'), 'check', ...exports, '--subnet', 'snet-training', '--format', 'json'],
    { cwd: join(root, 'test', 'fixtures', 'exports'), encoding: 'utf8', env: { ...process.env, LANG: 'en' } },
  );
  const errors = status === 1 ? JSON.parse(stdout).subnets[0].counts.errors : undefined;
  const runs = errors === 2;
  console.log(runs ? 'The terminal program runs' : `The terminal program does not run: ${stderr}`);
  return runs;
}

/** @returns {Promise<boolean>} whether the package was created and is valid */
async function checkPackage() {
  await makePackage();
  const results = [
    within('What activation loads', activationSize(), limits.activation),
    within('What the terminal begins with', loadedBy('src/cli/cli.ts'), limits.terminalStart),
    within('What a thread of the terminal loads', threadSize(), limits.terminalThread),
    within('The largest chunk', largestChunk(), limits.chunk),
    within('The script of the page', statSync(pageScript).size, limits.page),
    within('The package', statSync(vsix).size, limits.package),
    asListed(await packagedFiles()),
    activatesAsReleased(),
    areNoticesCurrent(),
    terminalRuns(),
  ];
  return results.every(Boolean);
}

if (import.meta.main) {
  if (process.argv.includes('--for-start')) await packageForStart();
  else process.exitCode = (await checkPackage()) ? 0 : 1;
}
