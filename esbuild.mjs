// Builds everything that is shipped: `dist/extension.js` with its lazy chunks, `dist/webview`, `dist/data`.
// `--terminal` builds the terminal program alone, for npm, into `out/npm/dist`.
// Why the extension is built in two passes: docs/decisions/0010-load-heavy-code-in-commonjs-chunks-built-in-two-passes.md.
import * as esbuild from 'esbuild';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { iconFont } from './scripts/icon-font.mjs';
import { optionalPackages } from './scripts/optional-packages.mjs';
import {
  leaveOutEditorTexts,
  packPages,
  packSample,
  packTools,
  packedSample,
  packedTexts,
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
  charset: 'utf8',
  legalComments: 'external',
  // Of a text that is defined twice in a file, one would never be shown.
  logOverride: { 'duplicate-object-key': 'error' },
};

/**
 * Writes each ES module that the first pass made: as CommonJS into `dist` of the extension, as it is into the package of
 * the terminal.
 * @type {esbuild.Plugin}
 */
const writeFiles = {
  name: 'write-files',
  setup(build) {
    build.onEnd(async ({ outputFiles = [], metafile, errors }) => {
      if (errors.length > 0 || !metafile) return;
      rmSync(join(dist, 'chunks'), { recursive: true, force: true });
      const [legal, code] = partition(outputFiles, ({ path }) => isLegal(path));
      for (const file of code) await (isTerminalOnly ? writeModule(file) : writeCommonJs(file));
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
 * A static import becomes `require`, an `import()` becomes a `require` at the moment it is awaited: a chunk is loaded when
 * first used.
 * @param {esbuild.OutputFile} file
 */
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
  writeFileSync(path, map === '' ? code : `${code}//# sourceMappingURL=${basename(path)}.map\n`);
}

/**
 * What CommonJS has in each file, for modules that use it: our code for its own place, packages for parts of Node.
 * @type {readonly (readonly [use: RegExp, line: string])[]}
 */
const namesOfCommonJs = [
  [
    /\b__filename\b/,
    `import{fileURLToPath as toFile}from'node:url';const __filename=toFile(import.meta.url);`,
  ],
  [
    /\b__dirname\b/,
    `import{fileURLToPath as toFolder}from'node:url';const __dirname=toFolder(new URL('.',import.meta.url));`,
  ],
  [
    /\btypeof require\b/,
    `import{createRequire}from'node:module';const require=createRequire(import.meta.url);`,
  ],
];

/** @param {esbuild.OutputFile} file */
function writeModule({ path, text }) {
  const [, start = '', code = ''] = /^(#!.*\n)?([^]*)$/.exec(text) ?? [];
  const names = namesOfCommonJs.flatMap(([use, line]) => (use.test(code) ? [`${line}\n`] : []));
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, [start, ...names, code].join(''));
}

/**
 * Leaves out the packages that telemetry uses only with Microsoft's own keys: a tenth of the extension's package.
 * Telemetry goes to Application Insights.
 * @type {esbuild.Plugin}
 */
const withoutOneDataSystem = {
  name: 'without-one-data-system',
  setup(build) {
    build.onResolve({ filter: /^@microsoft\/1ds-/ }, ({ path }) => ({ path, namespace: 'left-out' }));
    build.onLoad({ filter: /.*/, namespace: 'left-out' }, ({ path }) => ({
      contents: `throw new Error('This build doesn’t contain ${path}. Use a connection string of Application Insights.');`,
    }));
  },
};

/** @type {esbuild.BuildOptions} */
const extension = {
  ...shared,
  entryPoints: isTerminalOnly ? ['src/cli/cli.ts'] : ['src/extension.ts', 'src/cli/cli.ts'],
  entryNames: '[name]',
  // Each wherever it is installed, also in a package of the other kind.
  outExtension: { '.js': isTerminalOnly ? '.mjs' : '.cjs' },
  chunkNames: 'chunks/[name]-[hash]',
  outdir: dist,
  platform: 'node',
  target: nodeTarget,
  format: 'esm',
  splitting: true,
  metafile: true,
  write: false,
  external: ['vscode', ...(isTerminalOnly ? optionalPackages : [])],
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
  // Names that chunks share are shortened here; the rest in the second pass, of which the terminal has none.
  minify: production && isTerminalOnly,
  minifyIdentifiers: production,
  minifySyntax: production,
  plugins: [
    packedTexts(join(dist, 'data'), { whole: isTerminalOnly }),
    packedSample(),
    withoutOneDataSystem,
    writeFiles,
  ],
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

/** Removes the white space between declarations of styles: esbuild doesn't read template strings. @type {esbuild.Plugin} */
const compactStyles = {
  name: 'compact-styles',
  setup(build) {
    build.onLoad({ filter: /webview-ui[\\/]src[\\/].*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/\bcss`[^`]*`/g, (styles) =>
        styles.replace(/\n +/g, '\n').replace(/(?<=[{;}])\n/g, ''),
      ),
      loader: 'ts',
    }));
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
  plugins: production ? [compactStyles, keepMetafile] : [keepMetafile],
};

/** True for what the product reads. Only tests compare its regions with Azure's list. @param {string} path */
const isShipped = (path) => !path.endsWith('regions.json');

async function copyFiles() {
  cpSync(join(root, 'data'), join(dist, 'data'), { recursive: true, filter: isShipped });
  if (!isTerminalOnly) {
    const folder = join(dist, 'webview');
    mkdirSync(folder, { recursive: true });
    for (const [name, contents] of Object.entries(await iconFont())) {
      writeFileSync(join(folder, name), contents);
    }
  }
  packPages(join(dist, 'data'));
  await repackServiceTags(join(dist, 'data'), { byColumns: isTerminalOnly });
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
