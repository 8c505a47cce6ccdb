// The official validator of live traffic. It brings 190 packages and is needed here alone, so it is no dependency.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cache } from '../places.mjs';
import { runQuietly } from '../run.mjs';

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
 * @param {string} directory holds `specification/`
 * @returns {Promise<any>} a validator that has read every description
 */
export async function openValidator(directory) {
  const load = await ensureOav();
  const { LiveValidator } = load('oav');
  // What is not described is for us to say, once and not at each request.
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
  return validator;
}
