// Bundles the tests of core and checks with all their imports into one script that can be evaluated again in
// milliseconds.
import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

/** Global name of the replacements of `vitest` and `fast-check`. */
export const harnessName = '__aml_secure_compute_harness__';

/** @type {import('esbuild').Plugin} */
const testsAlone = {
  name: 'tests-alone',
  setup(builder) {
    builder.onResolve({ filter: /^(vitest|fast-check)$/ }, ({ path }) => ({ path, namespace: 'harness' }));
    builder.onLoad({ filter: /.*/, namespace: 'harness' }, ({ path }) => ({
      contents: `module.exports = globalThis.${harnessName}[${JSON.stringify(path)}];`,
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
 * Builds a script whose value is a record from each test file to a function that evaluates it.
 * @param {string} root
 * @param {readonly string[]} files
 */
export async function bundleTests(root, files) {
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
