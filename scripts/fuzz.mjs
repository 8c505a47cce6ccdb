// `npm run fuzz [inputs] [first]`: damaged and random Bicep (20,000 texts by default, each generated from its number)
// must be parsed without a crash and within its time limit. So must as many damaged Terraform files and plans,
// responses of Azure, service tag files, and error messages. The texts come from our fixtures and, with `--corpus
// FOLDER`, from third-party files. `npm run fuzz -- --bad`: for malicious input (bombs, infinite loops, binary and huge
// files, texts that are slow to search, also as input of options) the terminal program must respond within 2 s and 300
// MB, and each regular expression of the product must take linear time on texts that are built to slow it down.
import { bundleProgram } from './bundle-program.mjs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { outsideFiles, requireOutsideFiles } from './outside-files.mjs';
import { out, root } from './places.mjs';
import { spawnProgram } from './run.mjs';

const { values, positionals } = parseArgs({
  options: {
    bad: { type: 'boolean', default: false },
    /** Additional input files; without it, only our fixtures. */
    corpus: { type: 'string' },
  },
  allowPositionals: true,
});

/** @param {string} name of a program of `test/fuzz` */
async function bundled(name) {
  const outfile = join(out, 'fuzz', `${name}.mjs`);
  await bundleProgram([`test/fuzz/${name}.ts`], { outfile });
  return outfile;
}

async function fuzz([inputs = '20000', first = '0'] = positionals) {
  const corpus = values.corpus ?? process.env[outsideFiles.corpus.variable];
  const folders = corpus === undefined ? [] : [requireOutsideFiles(outsideFiles.corpus, corpus)];
  const files = await spawnProgram(process.execPath, [await bundled('fuzz'), inputs, first, ...folders]);
  const terraform = await spawnProgram(process.execPath, [
    await bundled('terraform'),
    ...[inputs, first, ...folders],
  ]);
  const answers = await spawnProgram(process.execPath, [await bundled('answers'), inputs, first]);
  return Math.max(files, terraform, answers);
}

async function bad() {
  if ((await spawnProgram(process.execPath, ['esbuild.mjs', '--production'])) !== 0) return 1;
  const folder = join(out, 'fuzz', 'bad');
  const expressions = await spawnProgram(process.execPath, [await bundled('expressions'), root]);
  const files = await spawnProgram(process.execPath, [
    await bundled('bad'),
    folder,
    join(root, 'dist', 'cli.js'),
  ]);
  return Math.max(expressions, files);
}

process.exit(values.bad ? await bad() : await fuzz());
