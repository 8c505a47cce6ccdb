// Bundles the tests of core and checks with all their imports into one script that can be evaluated again in
// milliseconds.
import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import { createHarness } from './harness.mjs';

/** @typedef {import('./harness.mjs').Test} Test */

/** Global name of the replacements of `vitest` and `fast-check`. */
const harnessName = '__aml_secure_compute_harness__';

/** @type {import('esbuild').Plugin} */
const testsAlone = {
  name: 'tests-alone',
  setup(builder) {
    builder.onResolve({ filter: /^(vitest|fast-check)$/ }, ({ path }) => ({ path, namespace: 'harness' }));
    builder.onLoad({ filter: /.*/, namespace: 'harness' }, ({ path }) => ({
      contents: `module.exports = globalThis.${harnessName}[${JSON.stringify(path)}];`,
    }));
    // Scripts aren't part of what is tested: the process reads them once.
    builder.onResolve({ filter: /[/\\]scripts[/\\].*\.mjs$/ }, ({ path, resolveDir }) => ({
      path: resolve(resolveDir, path),
      external: true,
    }));
    // Fixtures are found relative to the file that reads them.
    builder.onLoad({ filter: /[/\\]test[/\\].*\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replaceAll(
        'import.meta.url',
        JSON.stringify(pathToFileURL(path).href),
      ),
      loader: 'ts',
    }));
  },
};

/**
 * Bundles test files, and returns a function that evaluates them again, each when its tests are asked for.
 * @param {string} root
 * @param {readonly string[]} files
 * @returns {Promise<() => { testsOf(file: string): readonly Test[] }>}
 */
export async function bundleTests(root, files) {
  const text = await bundleText(root, files);
  const script = new Script(`(function (require, module, exports) {${text}\n})`, { filename: 'tests.cjs' });
  const require = createRequire(join(root, 'package.json'));
  return () => {
    const harness = createHarness();
    Object.assign(globalThis, { [harnessName]: harness.modules });
    const module = { exports: /** @type {Record<string, () => void>} */ ({}) };
    script.runInThisContext()(require, module, module.exports);
    return { testsOf: (file) => harness.testsOf(file, module.exports[file] ?? missing) };
  };
}

const missing = () => {
  throw new Error('The bundle has no such test file.');
};

/**
 * Returns a script whose value is a record from each test file to a function that evaluates it.
 * @param {string} root
 * @param {readonly string[]} files
 */
async function bundleText(root, files) {
  const entries = files.map(
    (file) => `${JSON.stringify(file)}: () => require(${JSON.stringify(`./${file}`)})`,
  );
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: { contents: `module.exports = { ${entries.join(',\n')} };`, resolveDir: root, loader: 'js' },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    external: ['z3-solver', 'ipaddr.js', 'cidr-tools'],
    alias: { '@contract': './src/contract', '@messages': './src/messages' },
    plugins: [testsAlone],
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}
