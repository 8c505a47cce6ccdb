// Builds the wizard's page for a plain browser, and the host behind it, into `out/page`: no VS Code is needed.
import * as esbuild from 'esbuild';
import { cpSync, mkdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const codicons = '../../node_modules/@vscode/codicons/dist/';

/** The folder that the host serves. */
export const pageFolder = here('../../out/page');
/** The host as one module. Its files of data are two folders up, as they are of its sources. */
export const hostModule = here('../../out/host/page-host.mjs');

/** @type {esbuild.BuildOptions} */
const page = {
  entryPoints: [here('main.ts')],
  bundle: true,
  outdir: pageFolder,
  format: 'esm',
  target: 'es2022',
  tsconfig: here('../tsconfig.json'),
  conditions: ['production'],
  minify: true,
  sourcemap: 'linked',
  logLevel: 'warning',
};

/** @type {esbuild.BuildOptions} */
const host = {
  entryPoints: [here('../../test/support/page-host.ts')],
  bundle: true,
  outfile: hostModule,
  platform: 'node',
  format: 'esm',
  target: 'node22',
  tsconfig: here('../../tsconfig.json'),
  sourcemap: 'linked',
  // What was CommonJS still asks for Node's own modules by `require`.
  banner: {
    js: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`,
  },
  logLevel: 'warning',
};

function copyFiles() {
  mkdirSync(pageFolder, { recursive: true });
  for (const file of ['codicon.css', 'codicon.ttf']) cpSync(here(codicons + file), `${pageFolder}/${file}`);
  for (const file of ['index.html', 'vscode.css']) cpSync(here(file), `${pageFolder}/${file}`);
}

/** Builds both. */
export async function buildPage() {
  copyFiles();
  await Promise.all([esbuild.build(page), esbuild.build(host)]);
}

/** Builds the page again at each change. */
export async function watchPage() {
  await (await esbuild.context(page)).watch();
}

/** @returns {Promise<typeof import('../../test/support/page-host')>} the host as it was built */
export const loadHost = () => import(pathToFileURL(hostModule).href);
