// Bundles TypeScript of this project into modules for the project's Node.
import { build } from 'esbuild';
import { root } from './places.mjs';

/**
 * @param {readonly string[]} entryPoints paths from the project's folder
 * @param {{ outfile: string } | { outdir: string }} to output of the modules
 * @returns {Promise<void>}
 */
export async function bundleProgram(entryPoints, to) {
  await build({
    ...to,
    absWorkingDir: root,
    entryPoints: [...entryPoints],
    outExtension: 'outdir' in to ? { '.js': '.mjs' } : {},
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    packages: 'external',
    // The scripts find the project by their own location, so they are imported, not copied into the bundle.
    external: ['../../scripts/*'],
    logLevel: 'warning',
  });
}
