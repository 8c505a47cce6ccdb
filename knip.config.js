// What `npm run lint` takes for used: everything that can be reached from these files.
import { readFileSync } from 'node:fs';

/** @param {string} file */
const read = (file) => readFileSync(new URL(file, import.meta.url), 'utf8');

/** What `npm run` and its steps start by path; the first program of a script is one that knip sees by itself. */
const programs = ['package.json', 'scripts/test.mjs'].flatMap(
  (file) => read(file).match(/(?<=[ '/])scripts\/(?!bootstrap|start|test\b)[\w/-]+\.mjs/g) ?? [],
);

/** `knip --production` leaves the tests out, and so finds what only its own test uses. */
const isProduction = process.argv.includes('--production');

/** @type {import('knip').KnipConfig} */
export default {
  entry: [
    // What esbuild.mjs starts from.
    'src/{extension,cli/cli}.ts!',
    'webview-ui/dev/{main,panel}.ts',
    'webview-ui/dev/*.mjs',
    ...new Set(programs),
    // Started by hand.
    'scripts/{check-pages,compare-terraform,compile-fixtures,pictures,service-tags}.mjs',
    // Started or bundled by their path.
    'scripts/stand-in.mjs',
    'scripts/mutation/runner.mjs',
    'src/sandbox/sample/create-sample-azure.ts!',
    'src/agent-tools/tool-list.ts!',
    'src/requirements/*/requirement.ts!',
    'test/support/loopback/serve.ts',
    'test/bench/{*.bench,growth}.ts',
    'test/corpus/{compare-terraform,corpus,corpus-thread}.ts',
    'test/fuzz/{answers,bad,expressions,fuzz,terraform}.ts',
    'test/integration/{run,*.test}.ts',
    'test/live/{check-live,open-live,recording}.ts',
    'test/prove/prove.ts',
    'test/support/page-host.ts',
    'test/support/programs/*.ts',
  ],
  project: [
    '{src,webview-ui/src}/**/*.ts!',
    '{scripts,test,webview-ui/dev}/**/*.{ts,mts,mjs}',
    '*.{js,mjs,mts}',
    '!test/fixtures/**',
  ],
  // A test may need a part of what the product uses whole: for that, it may be exported.
  ignoreExportsUsedInFile: isProduction,
  // `scripts/test.mjs` names the first four; oxlint starts the last one.
  ignoreDependencies: [
    'dependency-cruiser',
    'typescript-native',
    'oxlint',
    'cspell',
    '@prettier/plugin-oxc',
    'oxlint-tsgolint',
  ],
  // A program of every Linux and macOS.
  ignoreBinaries: ['mkfifo'],
};
