// The modules of the product and their imports, for the pictures and figures of docs/architecture.md.
import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';
import { root } from './places.mjs';

/**
 * @typedef {object} SourceModule
 * @property {string} file with `/` on every system
 * @property {string} text
 * @property {number} lines
 * @property {readonly string[]} imports files of the product, also those that are imported for their types or later
 */

/** @returns {ReadonlyMap<string, SourceModule>} by file, in order */
export function sourceModules() {
  const files = globSync(['src/**/*.ts', 'webview-ui/src/**/*.ts'], { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !file.endsWith('.d.ts'))
    .sort();
  const known = new Set(files);
  return new Map(
    files.map((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      const imports = ts.preProcessFile(text, true, true).importedFiles.flatMap(({ fileName }) => {
        // The page imports the layers that it shares by `@contract/…` and `@messages/…`.
        const path = fileName.startsWith('.')
          ? posix.join(posix.dirname(file), fileName)
          : fileName.replace(/^@(contract|messages)\//, 'src/$1/');
        return [`${path}.ts`, `${path}/index.ts`, path].find((one) => known.has(one)) ?? [];
      });
      return [file, { file, text, lines: text.split('\n').length - 1, imports: [...new Set(imports)] }];
    }),
  );
}

/**
 * Returns files below `mostLines` that only one file imports.
 * @param {ReadonlyMap<string, SourceModule>} modules
 * @returns {readonly { readonly file: string; readonly lines: number; readonly importer: string }[]}
 */
export function smallFiles(modules, mostLines = 60) {
  /** @type {Map<string, string[]>} */
  const importers = new Map();
  for (const { file, imports } of modules.values()) {
    for (const one of imports) importers.set(one, [...(importers.get(one) ?? []), file]);
  }
  return [...modules.values()].flatMap(({ file, lines }) => {
    const [importer, ...others] = importers.get(file) ?? [];
    return importer !== undefined && others.length === 0 && lines < mostLines
      ? [{ file, lines, importer }]
      : [];
  });
}
