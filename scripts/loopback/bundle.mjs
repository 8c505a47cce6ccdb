// Programs of the source tree that no package carries are bundled when they are started.
import { build } from 'esbuild';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { out, root } from '../places.mjs';

/**
 * Bundles a TypeScript module of ours and answers what it exports.
 * @param {string} entry below the root
 * @returns {Promise<any>}
 */
export async function loadModule(entry) {
  const outfile = join(out, 'tools', entry.replace(/\.ts$/, '.mjs'));
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
}
