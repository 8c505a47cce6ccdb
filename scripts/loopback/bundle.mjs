// Bundles unpublished programs of the source tree when they are started.
import { bundleProgram } from '../bundle-program.mjs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { out } from '../places.mjs';

/**
 * Bundles a TypeScript module of the project and returns its exports.
 * @param {string} entry below the root
 * @returns {Promise<any>}
 */
export async function loadModule(entry) {
  const outfile = join(out, 'tools', entry.replace(/\.ts$/, '.mjs'));
  await bundleProgram([entry], { outfile });
  return import(pathToFileURL(outfile).href);
}
