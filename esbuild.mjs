// Builds everything that is shipped: `dist/extension.js` with its lazy chunks, `dist/webview`, `dist/data`.
// `--terminal` builds the terminal program alone, for npm, into `out/npm/dist`.
// Why the extension is built in two passes: docs/decisions/0010-load-heavy-code-in-commonjs-chunks-built-in-two-passes.md.
import * as esbuild from 'esbuild';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  leaveOutEditorTexts,
  packPages,
  packSample,
  packTools,
  packedTexts,
  compressed,
  repackServiceTags,
} from './scripts/packed-data.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
const isTerminalOnly = process.argv.includes('--terminal');
const dist = isTerminalOnly ? join(root, 'out', 'npm', 'dist') : join(root, 'dist');
const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

const { version, repository } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** The repository’s address for people. @param {{ url: string }} repository */
const addressOf = ({ url }) => url.replace(/^git\+/, '').replace(/\.git$/, '');

/** Pipelines have older versions than VS Code. */
const nodeTarget = isTerminalOnly ? 'node20' : 'node22';

/** @type {esbuild.BuildOptions} */
const shared = {
  absWorkingDir: root,
  bundle: true,
  minify: production,
  sourcesContent: false,
  logLevel: 'warning',
  legalComments: 'external',
  // Of a text that is defined twice in a file, one would never be shown.
  logOverride: { 'duplicate-object-key': 'error' },
};

/**
 * Turns each ES module that the first pass made into a CommonJS file of `dist`. A static import becomes
 * `require`, an `import()` becomes a `require` at the moment it is awaited: a chunk is loaded when first used.
 * @type {esbuild.Plugin}
 */
const asCommonJs = {
  name: 'as-commonjs',
  setup(build) {
    build.onEnd(async ({ outputFiles = [], metafile, errors }) => {
      if (errors.length > 0 || !metafile) return;
      rmSync(join(dist, 'chunks'), { recursive: true, force: true });
      const [legal, code] = partition(outputFiles, ({ path }) => isLegal(path));
      for (const file of code) await writeCommonJs(file);
      if (isTerminalOnly) {
        leaveOutEditorTexts(
          join(dist, 'data'),
          code.map(({ text }) => text),
        );
      }
      writeFileSync(join(dist, 'legal-comments.txt'), uniqueComments(legal.map(({ text }) => text)));
      mkdirSync(join(root, 'out'), { recursive: true });
      const outputs = Object.entries(metafile.outputs)
        .filter(([path]) => !isLegal(path))
        .map(([path, output]) => [shippedPath(path), output]);
      writeFileSync(
        join(root, 'out', isTerminalOnly ? 'meta-npm.json' : 'meta.json'),
        JSON.stringify({ ...metafile, outputs: Object.fromEntries(outputs) }),
      );
    });
  },
};

/** @param {string} path */
const isLegal = (path) => path.endsWith('.LEGAL.txt');

/** @template T @param {readonly T[]} all @param {(one: T) => boolean} isFirst @returns {[T[], T[]]} */
const partition = (all, isFirst) => [all.filter(isFirst), all.filter((one) => !isFirst(one))];

/** One file for all chunks: most have the comments of the same packages. @param {readonly string[]} texts */
function uniqueComments(texts) {
  const paragraphs = texts.flatMap((text) => text.split(/\n\n(?=\S)/)).map((one) => one.trim());
  return `${[...new Set(paragraphs)].filter(Boolean).sort().join('\n\n')}\n`;
}

/** Programs keep the names that package.json has; only chunks are loaded by their extension. @param {string} path */
const shippedPath = (path) => path.replace(/dist([/\\])(extension|cli)\.cjs$/, 'dist$1$2.js');

/**
 * Parts of the protocol of agents that no tool needs: validating the answers of forms (130 kB), and turning schemas of
 * its own library into JSON schemas (17 kB).
 * @type {readonly (readonly [RegExp, string])[]}
 */
const leftOutOfMcp = [
  [
    /[\\/]@modelcontextprotocol[\\/]sdk[\\/].*[\\/]ajv-provider\.js$/,
    'export class AjvJsonSchemaValidator {}',
  ],
  [
    /[\\/]zod[\\/]v4[\\/]core[\\/]to-json-schema\.js$/,
    'exports.createToJSONSchemaMethod = exports.createStandardJSONSchemaMethod = () => () => undefined;',
  ],
  [/[\\/]zod[\\/]v4[\\/]core[\\/]json-schema-processors\.js$/, 'exports.aggregateChecks = () => ({});'],
];

/** Calls that make a schema of the protocol: what no server needs can be left out. */
const schemaCall = /(?<![\w.])(z|\w+Schema)((?:\.\w+)+\()/g;

/** @type {esbuild.Plugin} */
const withoutUnusedParts = {
  name: 'without-unused-parts',
  setup(build) {
    for (const [filter, contents] of leftOutOfMcp) build.onLoad({ filter }, () => ({ contents }));
    build.onLoad(
      { filter: /[\\/]@modelcontextprotocol[\\/]sdk[\\/]dist[\\/]esm[\\/]types\.js$/ },
      ({ path }) => ({
        contents: readFileSync(path, 'utf8').replace(schemaCall, '/* @__PURE__ */ $1$2'),
      }),
    );
  },
};

/** Chunks of commands that few people use: the package for npm has them compressed, and reads them when they're used. */
const rarelyUsed = /^(?:serve-mcp|serve-tool|write|request)-/;

/** The text of a compressed file, in JavaScript. @param {string} file */
const unpacked = (file) =>
  `require('node:zlib').brotliDecompressSync(require('node:fs').readFileSync(${file})).toString('utf8')`;

/** @param {esbuild.OutputFile} file */
async function writeCommonJs(file) {
  const path = shippedPath(file.path);
  const usesOwnPlace = file.text.includes('import.meta.url');
  const { code, map } = await esbuild.transform(file.text, {
    format: 'cjs',
    platform: 'node',
    target: nodeTarget,
    supported: { 'dynamic-import': false },
    minify: production,
    sourcemap: production ? false : 'external',
    sourcefile: path,
    legalComments: 'none',
    define: { 'import.meta.url': 'importMetaUrl' },
    banner: usesOwnPlace ? `const importMetaUrl=require('node:url').pathToFileURL(__filename).href;` : '',
  });
  mkdirSync(join(path, '..'), { recursive: true });
  if (map !== '') writeFileSync(`${path}.map`, map);
  if (isTerminalOnly && rarelyUsed.test(basename(path))) {
    writeFileSync(`${path}.br`, compressed(Buffer.from(code)));
    writeFileSync(path, `module._compile(${unpacked('`${__filename}.br`')},__filename);\n`);
    return;
  }
  writeFileSync(path, map === '' ? code : `${code}//# sourceMappingURL=${basename(path)}.map\n`);
}

/** @type {esbuild.BuildOptions} */
const extension = {
  ...shared,
  entryPoints: isTerminalOnly ? ['src/cli/cli.ts'] : ['src/extension.ts', 'src/cli/cli.ts'],
  entryNames: '[name]',
  // CommonJS wherever they are installed, also in a package of ES modules.
  outExtension: { '.js': '.cjs' },
  chunkNames: 'chunks/[name]-[hash]',
  outdir: dist,
  platform: 'node',
  target: nodeTarget,
  format: 'esm',
  splitting: true,
  metafile: true,
  write: false,
  external: ['vscode'],
  alias: {
    // Its main file finds its parts at run time, where no bundler sees them.
    'jsonc-parser': 'jsonc-parser/lib/esm/main.js',
    // Its main file is one module, of which nothing can be left out.
    '@azure/arm-machinelearning': '@azure/arm-machinelearning/dist-esm/src/index.js',
  },
  // Where telemetry goes is decided by whoever builds; without it nothing is sent.
  define: {
    'process.env.AML_SECURE_COMPUTE_TELEMETRY': JSON.stringify(
      process.env.AML_SECURE_COMPUTE_TELEMETRY ?? '',
    ),
    'process.env.AML_SECURE_COMPUTE_VERSION': JSON.stringify(version),
    'process.env.AML_SECURE_COMPUTE_REPOSITORY': JSON.stringify(addressOf(repository)),
  },
  sourcemap: production ? false : 'inline',
  // Names that chunks share are shortened here; whitespace and other names in the second pass.
  minify: false,
  minifyIdentifiers: production,
  minifySyntax: production,
  plugins: [packedTexts(join(dist, 'data')), withoutUnusedParts, asCommonJs],
};

/** Which packages are in the page, for their notices. @type {esbuild.Plugin} */
const keepMetafile = {
  name: 'keep-metafile',
  setup(build) {
    build.onEnd(({ metafile }) => {
      mkdirSync(join(root, 'out'), { recursive: true });
      if (metafile) writeFileSync(join(root, 'out', 'meta-page.json'), JSON.stringify(metafile));
    });
  },
};

/** @type {esbuild.BuildOptions} */
const webview = {
  ...shared,
  // The wizard, and the panel beside a diff: each has a script of its own.
  entryPoints: ['webview-ui/src/main.ts', 'webview-ui/src/changes-preview.ts'],
  outdir: join(dist, 'webview'),
  platform: 'browser',
  target: 'es2022',
  format: 'esm',
  tsconfig: 'webview-ui/tsconfig.json',
  conditions: production ? ['production'] : ['development'],
  sourcemap: production ? false : 'linked',
  metafile: true,
  plugins: [keepMetafile],
};

/** @type {readonly [string, string][]} */
const codicons = [
  ['node_modules/@vscode/codicons/dist/codicon.css', 'webview/codicon.css'],
  ['node_modules/@vscode/codicons/dist/codicon.ttf', 'webview/codicon.ttf'],
];

/** Files that are shipped as they are: from, to. @type {readonly [string, string][]} */
const copies = [['data', 'data'], ...(isTerminalOnly ? [] : codicons)];

async function copyFiles() {
  for (const [from, to] of copies) {
    cpSync(join(root, from), join(dist, to), { recursive: true });
  }
  packPages(join(dist, 'data'));
  if (isTerminalOnly) repackServiceTags(join(dist, 'data'));
  await Promise.all([packSample(join(dist, 'data')), packTools(join(dist, 'data'))]);
}

const builds = isTerminalOnly ? [extension] : [extension, webview];
rmSync(dist, { recursive: true, force: true });
await copyFiles();
if (watch) {
  for (const options of builds) await (await esbuild.context({ ...options, logLevel: 'info' })).watch();
} else {
  const results = await Promise.allSettled(builds.map((options) => esbuild.build(options)));
  const reasons = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  // What esbuild rejects with it has already printed.
  for (const reason of reasons) if (!('errors' in reason)) console.error(reason);
  process.exitCode = reasons.length > 0 ? 1 : 0;
}
