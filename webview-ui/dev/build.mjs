// Builds the wizard's page and the panel of a preview for a plain browser, and the wizard's host, into `out/page`: no
// VS Code is needed.
import * as esbuild from 'esbuild';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { iconFont } from '../../scripts/icon-font.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The folder that the host serves. */
export const pageFolder = here('../../out/page');
/** The host as one module. Its files of data are two folders up, as they are of its sources. */
const hostModule = here('../../out/host/page-host.mjs');

/**
 * Another run may be serving or loading the same file: it is replaced whole, and only where it differs.
 * @param {{ path: string, contents: Uint8Array }} file
 */
function replaceFile({ path, contents }) {
  if (existsSync(path) && readFileSync(path).equals(contents)) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.${process.pid}`, contents);
  renameSync(`${path}.${process.pid}`, path);
}

/** @type {esbuild.Plugin} */
const replaceFiles = {
  name: 'replace-files',
  setup: (build) => build.onEnd(({ outputFiles = [] }) => outputFiles.forEach(replaceFile)),
};

/** @type {esbuild.BuildOptions} */
const page = {
  entryPoints: [here('main.ts'), here('panel.ts')],
  bundle: true,
  outdir: pageFolder,
  format: 'esm',
  target: 'es2022',
  tsconfig: here('../tsconfig.json'),
  conditions: ['production'],
  minify: true,
  sourcemap: 'linked',
  logLevel: 'warning',
  write: false,
  plugins: [replaceFiles],
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
  // Its other form requires files that no bundle has.
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
  logLevel: 'warning',
  write: false,
  plugins: [replaceFiles],
};

async function writeFiles() {
  const files = { ...(await iconFont()) };
  for (const file of ['index.html', 'vscode.css']) files[file] = readFileSync(here(file));
  for (const [name, contents] of Object.entries(files)) {
    replaceFile({ path: `${pageFolder}/${name}`, contents });
  }
}

/**
 * Builds both, and gives the host as it was built.
 * @returns {Promise<typeof import('../../test/support/page-host')>}
 */
export async function buildPage() {
  await writeFiles();
  await Promise.all([esbuild.build(page), esbuild.build(host)]);
  return import(pathToFileURL(hostModule).href);
}

/** Builds the page again at each change. */
export async function watchPage() {
  await (await esbuild.context(page)).watch();
}
