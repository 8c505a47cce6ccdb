// Builds `out/npm`: the terminal program's npm package, and its tarball. Checks its size, its files, and that an
// installed copy prints the same as `dist/cli.js`.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runsInstalled } from './installed-program.mjs';
import { noticesOf, shippedPackages } from './notices.mjs';
import { optionalPackages } from './optional-packages.mjs';
import { out, root } from './places.mjs';
import { runQuietly, spawnProgram } from './run.mjs';

const staged = join(out, 'npm');
const limits = { bytes: 2_000_000, files: 150 };

/** Fields of package.json that are the same as the extension's. */
const sharedFields = ['name', 'version', 'author', 'license', 'repository', 'homepage', 'bugs', 'keywords'];

function manifestOfTerminal() {
  const extension = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const shared = Object.fromEntries(sharedFields.map((field) => [field, extension[field]]));
  return {
    ...shared,
    description: 'Checks whether a virtual network meets the requirements of Azure Machine Learning compute.',
    bin: { 'aml-secure-compute': 'dist/cli.mjs' },
    engines: { node: '>=20' },
    optionalDependencies: Object.fromEntries(
      optionalPackages.map((name) => [name, lock.packages[`node_modules/${name}`].version]),
    ),
    files: ['dist', 'ThirdPartyNotices.txt'],
  };
}

/** Builds the terminal program and assembles the npm package. */
async function stage() {
  rmSync(staged, { recursive: true, force: true });
  if ((await spawnProgram(process.execPath, ['esbuild.mjs', '--production', '--terminal'])) !== 0) {
    throw new Error('The terminal program doesn’t build.');
  }
  writeFileSync(join(staged, 'package.json'), `${JSON.stringify(manifestOfTerminal(), null, 2)}\n`);
  const notices = noticesOf(shippedPackages(['meta-npm.json']), { isShort: true });
  writeFileSync(join(staged, 'ThirdPartyNotices.txt'), notices);
  cpSync(join(root, 'LICENSE'), join(staged, 'LICENSE'));
  cpSync(join(root, 'src', 'cli', 'README.md'), join(staged, 'README.md'));
}

/** @returns {Promise<string>} the tarball's path */
export async function makeNpmPackage() {
  await stage();
  const printed = await runQuietly('npm', ['pack', '--json', '--pack-destination', out], { cwd: staged });
  return join(out, JSON.parse(printed)[0].filename);
}

/** @param {string} what @param {number} reached @param {number} limit */
function within(what, reached, limit) {
  console.log(`${what}: ${reached} of ${limit}${reached <= limit ? '' : ': too much'}`);
  return reached <= limit;
}

function stagedFiles() {
  return readdirSync(staged, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name));
}

const exported = ['vnet-show', 'nsg-show', 'nat-show', 'endpoints-list'].map((name) => `${name}.json`);

/** @param {string} program @param {readonly string[]} args */
function printedBy(program, args) {
  const cwd = join(root, 'test', 'fixtures', 'exports');
  const { stdout, status } = spawnSync(process.execPath, [program, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, LANG: 'en' },
    // SARIF contains the page of each rule.
    maxBuffer: 16 * 1024 * 1024,
  });
  return `${status}\n${stdout}`;
}

/** @param {string} tarball @returns {Promise<boolean>} whether an installed copy prints what the extension's program prints */
async function printsTheSame(tarball) {
  const folder = mkdtempSync(join(tmpdir(), 'aml-npm-'));
  try {
    mkdirSync(join(folder, 'node_modules'));
    // Whether npm's cache has the optional packages depends on the machine.
    const options = ['--offline', '--omit=optional', '--no-audit', '--no-fund'];
    await runQuietly('npm', ['install', ...options, tarball], { cwd: folder });
    const installed = join(folder, 'node_modules', 'aml-secure-compute', 'dist', 'cli.mjs');
    const same = ['json', 'sarif', 'text'].every((format) => {
      const args = ['check', ...exported, '--subnet', 'snet-training', '--format', format];
      const printed = printedBy(installed, args);
      // Two problems need a fix there.
      return printed.startsWith('1\n') && printed === printedBy(join(root, 'dist', 'cli.js'), args);
    });
    console.log(same ? 'An installed copy prints the same' : 'An installed copy prints something else');
    if (!same || !saysWhatIsMissing(installed)) return false;
    addOptionalPackages(folder);
    return (await servesTools(installed)) && (await runsInstalled(installed));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Offline, npm has no list of their versions. The copies of the repository have the same. @param {string} folder */
function addOptionalPackages(folder) {
  // Links, because Node finds the packages that they need next to the copies.
  for (const name of ['zod', '@azure']) {
    symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name), 'junction');
  }
}

/** @param {string} program @returns {boolean} whether a copy without optional packages names what signing in needs */
function saysWhatIsMissing(program) {
  const cwd = join(root, 'test', 'fixtures', 'exports');
  const args = [program, 'check', '--fleet', '--live'];
  const { stderr, status } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  const isSaid = status === 2 && stderr.includes('@azure/identity');
  console.log(
    isSaid
      ? 'A copy without optional packages names them'
      : `Optional packages aren’t named: ${status} ${stderr}`,
  );
  return isSaid;
}

/** @param {string} program @returns {Promise<boolean>} whether an installed copy serves tools to agents */
async function servesTools(program) {
  const [{ Client }, { StdioClientTransport }] = await Promise.all([
    import('@modelcontextprotocol/sdk/client/index.js'),
    import('@modelcontextprotocol/sdk/client/stdio.js'),
  ]);
  const client = new Client({ name: 'package', version: '1.0.0' });
  const cwd = join(root, 'test', 'fixtures', 'exports');
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args: [program, 'mcp'], cwd, env: { LANG: 'en' } }),
  );
  await client.listTools();
  const sample = await client.callTool({
    name: 'check_subnet',
    arguments: { subnet: 'vnet-ml-prod-weu/snet-training', source: 'sample' },
  });
  await client.close();
  const isServed = sample.isError !== true;
  console.log(isServed ? 'An installed copy serves tools' : `No tools: ${JSON.stringify(sample)}`);
  return isServed;
}

if (import.meta.main) {
  const tarball = await makeNpmPackage();
  const files = stagedFiles();
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  const results = [
    within('Bytes of the npm package, unpacked', bytes, limits.bytes),
    within('Files of the npm package', files.length, limits.files),
    await printsTheSame(tarball),
  ];
  process.exitCode = results.every(Boolean) ? 0 : 1;
}
