// `npm run fuzz [inputs] [first]`: broken and random Bicep (20,000 texts unless said otherwise, each made from its
// number) must be read without a crash and within its time.
import { build } from 'esbuild';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { out, root } from './places.mjs';
import { run } from './run.mjs';

const [inputs = '20000', first = '0'] = process.argv.slice(2);
const corpus = resolve(root, process.env.AML_SECURE_COMPUTE_CORPUS ?? '../shared/corpus');
const outfile = join(out, 'fuzz', 'fuzz.mjs');
await build({
  absWorkingDir: root,
  entryPoints: ['test/fuzz/fuzz.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node22',
  packages: 'external',
  logLevel: 'warning',
});
const folders = existsSync(corpus) ? [corpus] : [];
process.exit(await run(process.execPath, [outfile, inputs, first, ...folders]));
