// The official validator of live traffic. It needs 190 packages and is used only here, so it isn't a dependency.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cache } from '../places.mjs';
import { runQuietly } from '../run.mjs';
import { ofProviderItself } from './exchanges.mjs';

const version = '4.0.3';
const folder = join(cache, 'conformance', 'oav');

async function ensureOav() {
  const manifest = join(folder, 'package.json');
  if (existsSync(join(folder, 'node_modules', 'oav', 'package.json'))) return createRequire(manifest);
  console.log(`Installing oav ${version} into ${folder}…`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(manifest, JSON.stringify({ private: true }));
  await runQuietly('npm', ['install', `oav@${version}`, '--save-exact', '--no-audit', '--no-fund'], {
    cwd: folder,
  });
  return createRequire(manifest);
}

/**
 * @param {string} directory contains `specification/`
 * @returns {Promise<any>} a validator that has read every specification
 */
export async function openValidator(directory) {
  const load = await ensureOav();
  const { LiveValidator } = load('oav');
  // We report unspecified operations ourselves, once and not for each request.
  load('oav/dist/lib/util/logging').log.consoleLogLevel = 'error';
  const validator = new LiveValidator(
    {
      directory,
      git: { shouldClone: false },
      swaggerPathsPattern: ['specification/**/{stable,preview}/**/*.json'],
      loadValidatorInInitialize: false,
      loadValidatorInBackground: false,
      isPathCaseSensitive: false,
      isArmCall: true,
    },
    () => undefined,
  );
  await validator.initialize();
  searchAsMeant(validator.operationSearcher);
  return validator;
}

/**
 * Of several matching paths, selects the one with the fewest placeholders: `virtualNetworkLinks/{name}` and not
 * `{recordType}/{name}`. The validator itself fails on them.
 * @param {any} searcher
 */
function searchAsMeant(searcher) {
  searcher.search = (/** @type {any} */ info) => {
    const isProvider = ofProviderItself.test(info.pathStr);
    // The validator's list of paths whose provider is a placeholder.
    const asked = { ...info, ...(isProvider ? { providerNamespace: 'microsoft.unknown' } : {}) };
    const { matches, reason, apiVersion } = searcher.getPotentialOperations(asked);
    const places = (/** @type {any} */ { operation }) => operation._path._pathTemplate.split('{').length;
    const [operationMatch] = matches.toSorted(
      (/** @type {any} */ a, /** @type {any} */ b) => places(a) - places(b),
    );
    if (operationMatch === undefined) throw reason;
    return { operationMatch, apiVersion };
  };
}
