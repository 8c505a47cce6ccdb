// Serves the wizard's page with the scripted host of `webview-ui/dev`, for a plain browser: no VS Code, no build
// of the extension, reloaded at each change of the files.
import { context } from 'esbuild';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { out, root } from './places.mjs';

const port = 5173;
const page = join(out, 'page');

mkdirSync(page, { recursive: true });
cpSync(join(root, 'webview-ui', 'dev', 'index.html'), join(page, 'index.html'));
for (const file of ['codicon.css', 'codicon.ttf']) {
  cpSync(join(root, 'node_modules', '@vscode', 'codicons', 'dist', file), join(page, file));
}
const building = await context({
  absWorkingDir: root,
  entryPoints: ['webview-ui/dev/main.ts'],
  outdir: page,
  bundle: true,
  format: 'esm',
  target: 'es2022',
  tsconfig: 'webview-ui/tsconfig.json',
  sourcemap: 'linked',
});
await building.watch();
await building.serve({ servedir: page, host: '127.0.0.1', port });
console.log(`Serving http://127.0.0.1:${port}/`);
