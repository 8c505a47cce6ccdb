// `npm run corpus`: the readers of Bicep and ARM templates on files that others wrote, none of them part of this project.
import { build } from 'esbuild';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { out, root } from './places.mjs';
import { run } from './run.mjs';

const { values } = parseArgs({
  options: {
    /** A folder with `.bicep` files; what the compiler makes of them stands in its `COMPILES.tsv`, where it has one. */
    corpus: { type: 'string', default: process.env.AML_SECURE_COMPUTE_CORPUS ?? '../shared/corpus' },
    /** Cut each file at every character, and not at 150 places, and edit every list. */
    whole: { type: 'boolean', default: false },
    /** Try a fix for everything that is found, and hold the log for code scanning against its schema. */
    fix: { type: 'boolean', default: false },
    /** One part by its title, `fixing` for instance. */
    only: { type: 'string' },
    /** OASIS' schema of SARIF 2.1.0; `data/sarif-2.1.0.schema.json` beside the corpus unless said otherwise. */
    'sarif-schema': { type: 'string' },
  },
});

const corpus = resolve(root, values.corpus);
if (!existsSync(corpus)) {
  console.error(`There is no folder ${corpus}. Name one with --corpus or AML_SECURE_COMPUTE_CORPUS.`);
  process.exit(2);
}
const outdir = join(out, 'corpus');
await build({
  absWorkingDir: root,
  entryPoints: ['test/corpus/corpus.ts', 'test/corpus/corpus-thread.ts'],
  outdir,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node22',
  packages: 'external',
  // The scripts find the project from their own place, so they are imported, not copied into the bundle.
  external: ['../../scripts/*'],
  logLevel: 'warning',
});
process.exit(
  await run(process.execPath, [
    join(outdir, 'corpus.mjs'),
    corpus,
    values['sarif-schema'] ?? join(dirname(corpus), 'data', 'sarif-2.1.0.schema.json'),
    ...(values.whole ? ['whole'] : []),
    ...(values.fix ? ['fix'] : []),
    ...(values.only === undefined ? [] : [`only=${values.only.toLowerCase()}`]),
  ]),
);
