// `npm run corpus`: the readers of Bicep and ARM templates on files that others wrote, none of them part of this project.
import { bundleProgram } from './bundle-program.mjs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBicep } from './bicep.mjs';
import { outsideFiles, requireOutsideFiles } from './outside-files.mjs';
import { out } from './places.mjs';
import { reviewFolder } from './review.mjs';
import { spawnProgram } from './run.mjs';

const { values } = parseArgs({
  options: {
    /** A folder with `.bicep` files; its `COMPILES.tsv`, where it has one, lists what the compiler makes of them. */
    corpus: { type: 'string' },
    /** Cut each file at every character, and not at 150 places, and edit every list. */
    whole: { type: 'boolean', default: false },
    /** Try a fix for everything that is found, and hold the log for code scanning against its schema. */
    fix: { type: 'boolean', default: false },
    /** Minutes after which no further file is fixed: the files come from all over the folder. */
    minutes: { type: 'string' },
    /** One part by its title, `fixing` for instance. */
    only: { type: 'string' },
    /** A folder of repositories: what is reported of each is counted, and some of it shown, to be read by hand. */
    review: { type: 'string' },
    sample: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    /** OASIS' schema of SARIF 2.1.0, which `--fix` needs. */
    'sarif-schema': { type: 'string' },
  },
});

if (values.review !== undefined) {
  await reviewFolder(values.review, { sample: Number(values.sample), seed: Number(values.seed) });
  process.exit(0);
}
const corpus = requireOutsideFiles(outsideFiles.corpus, values.corpus);
const only = values.only?.toLowerCase();
const scans = values.fix && (only === undefined || only === 'code scanning');
const sarifSchema = scans ? requireOutsideFiles(outsideFiles.sarifSchema, values['sarif-schema']) : '';
// Every fix is compiled by the official compiler.
if (values.fix) await ensureBicep();
const outdir = join(out, 'corpus');
await bundleProgram(['test/corpus/corpus.ts', 'test/corpus/corpus-thread.ts'], { outdir });
process.exit(
  await spawnProgram(process.execPath, [
    join(outdir, 'corpus.mjs'),
    corpus,
    sarifSchema,
    ...(values.whole ? ['whole'] : []),
    ...(values.fix ? ['fix'] : []),
    ...(values.minutes === undefined ? [] : [`minutes=${values.minutes}`]),
    ...(only === undefined ? [] : [`only=${only}`]),
  ]),
);
