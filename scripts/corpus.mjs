// `npm run corpus`: the parsers of Bicep and ARM templates on third-party files, none of them part of this project.
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
    /** A folder with `.bicep` files. Its optional `COMPILES.tsv` lists the compiler's results for them. */
    corpus: { type: 'string' },
    /** Truncate each file at every character, not only at 150 positions, and edit every list. */
    whole: { type: 'boolean', default: false },
    /** Test a fix for every finding, and validate the log for code scanning against its schema. */
    fix: { type: 'boolean', default: false },
    /** Minutes after which no more files are fixed. The files are taken from all parts of the folder. */
    minutes: { type: 'string' },
    /** One part by its title, `fixing` for instance. */
    only: { type: 'string' },
    /** A folder of repositories: counts the reports of each, and shows some of them to be read manually. */
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
// The official compiler compiles every fix.
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
