// Compares this project's evaluation of Terraform folders with that of HashiCorp's evaluator: `node
// scripts/bootstrap.mjs scripts/compare-terraform.mjs --evaluator PROGRAM --corpus FOLDER`.
import { bundleProgram } from './bundle-program.mjs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { outsideFiles, requireOutsideFiles } from './outside-files.mjs';
import { out } from './places.mjs';
import { spawnProgram } from './run.mjs';

const { values } = parseArgs({ options: { corpus: { type: 'string' }, evaluator: { type: 'string' } } });
const corpus = requireOutsideFiles(outsideFiles.corpus, values.corpus);
const evaluator = requireOutsideFiles(outsideFiles.terraformEvaluator, values.evaluator);
const outfile = join(out, 'compare-terraform.mjs');
await bundleProgram(['test/corpus/compare-terraform.ts'], { outfile });
process.exit(await spawnProgram(process.execPath, [outfile, evaluator, corpus]));
