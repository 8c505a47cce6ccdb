// Builds the page with the scripted host into a folder, and serves it on loopback: no VS Code is needed.
import * as esbuild from 'esbuild';
import { cpSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const codicons = '../../node_modules/@vscode/codicons/dist/';

/** Starts building (again at each change) and serving; answers with the address and what stops it. */
export async function serveDevPage(port = 0) {
  const outdir = here('../../out/dev-page');
  mkdirSync(outdir, { recursive: true });
  for (const file of ['codicon.css', 'codicon.ttf']) cpSync(here(codicons + file), `${outdir}/${file}`);
  cpSync(here('index.html'), `${outdir}/index.html`);
  const context = await esbuild.context({
    entryPoints: [here('main.ts')],
    bundle: true,
    outdir,
    format: 'esm',
    target: 'es2022',
    tsconfig: here('../tsconfig.json'),
    conditions: ['production'],
    sourcemap: 'linked',
    logLevel: 'warning',
  });
  await context.rebuild();
  const { port: taken } = await context.serve({ servedir: outdir, host: '127.0.0.1', port });
  return {
    address: `http://127.0.0.1:${taken}/`,
    watch: () => context.watch(),
    stop: () => context.dispose(),
  };
}
