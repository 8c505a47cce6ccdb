// What `npm run lint` takes for used: everything that can be reached from these files.
import { readFileSync } from 'node:fs';

/** @type {{ scripts: Record<string, string> }} */
const { scripts } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

/** Of `node scripts/bootstrap.mjs PROGRAM`, knip sees the first alone. */
const programs = Object.values(scripts).flatMap(
  (command) => command.match(/(?<=bootstrap\.mjs )scripts\/\S+/g) ?? [],
);

/** `knip --production` leaves the tests out, and so finds what only its own test uses. */
const isProduction = process.argv.includes('--production');

/** @type {import('knip').KnipConfig} */
export default {
  entry: [
    'webview-ui/dev/{main.ts,*.mjs}',
    ...new Set(programs),
    // Started by hand.
    'scripts/{check-pages,compile-fixtures,service-tags}.mjs',
    // Started or bundled by their path.
    'scripts/{integration,stand-in}.mjs',
    'scripts/mutation/runner.mjs',
    'scripts/reporters/*.mjs',
    'src/sandbox/sample/create-sample-azure.ts!',
    'src/sandbox/loopback/serve.ts!',
    'test/bench/{*.bench,growth}.ts',
    'test/corpus/{corpus,corpus-thread}.ts',
    'test/fuzz/{bad,fuzz}.ts',
    'test/integration/{run,*.test}.ts',
    'test/live/{check-live,open-live}.ts',
    'test/prove/prove.ts',
    'test/support/page-host.ts',
  ],
  project: [
    '{src,webview-ui/src}/**/*.ts!',
    '{scripts,test,webview-ui/dev}/**/*.{ts,mts,mjs}',
    '*.{js,mjs,mts}',
    '!test/fixtures/**',
  ],
  // A test may need a part of what the product uses whole: for that, it may be exported.
  ignoreExportsUsedInFile: isProduction,
  // `scripts/test.mjs` runs its program `depcruise`.
  ignoreDependencies: ['dependency-cruiser'],
};
