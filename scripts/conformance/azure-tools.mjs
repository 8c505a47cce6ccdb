// The Azure CLI and Azure's Python SDK from Debian's packages, unpacked into `.cache` and not installed.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cache } from '../places.mjs';
import { runQuietly } from '../run.mjs';

const folder = join(cache, 'conformance', 'azure');
const python = '/usr/bin/python3';

/** @typedef {{ python: string; env: Record<string, string>; cli: string; sdk: string }} AzureTools */

/** Returns packages that aren't installed on this machine, including dependencies. */
async function missingPackages() {
  const wanted = ['azure-cli', 'python3-azure'];
  const lines = await runQuietly('apt-get', [
    'install',
    '--no-install-recommends',
    '--print-uris',
    '-y',
    ...wanted,
  ]);
  return [...lines.matchAll(/^'[^']+' ([^_]+)_/gm)].flatMap(([, name]) => name ?? []);
}

async function download() {
  const temporary = `${folder}.new`;
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary, { recursive: true });
  await runQuietly('apt-get', ['download', ...(await missingPackages())], { cwd: temporary });
  for (const file of readdirSync(temporary)) {
    await runQuietly('dpkg-deb', ['-x', join(temporary, file), join(temporary, 'root')]);
    rmSync(join(temporary, file));
  }
  renameSync(temporary, folder);
}

/**
 * Returns the locations of both, and unpacks them if they are missing (a 19 MB download that takes 700 MB).
 * @returns {Promise<AzureTools>}
 */
export async function ensureAzureTools() {
  if (!existsSync('/usr/bin/apt-get') || !existsSync(python)) {
    throw new Error(
      "The Azure CLI and the Python SDK are taken from Debian's packages, and this is no Debian.",
    );
  }
  if (!existsSync(folder)) {
    console.log(`Unpacking the Azure CLI and the Python SDK into ${folder}…`);
    await download();
  }
  const root = join(folder, 'root', 'usr', 'lib');
  const env = {
    PYTHONPATH: join(root, 'python3', 'dist-packages'),
    LD_LIBRARY_PATH: join(root, 'x86_64-linux-gnu'),
  };
  const version =
    'from importlib.metadata import version as v; print(v("azure-cli"), v("azure-mgmt-network"))';
  const [cli = '', sdk = ''] = (await runQuietly(python, ['-c', version], { env })).trim().split(' ');
  return { python, env, cli, sdk };
}
