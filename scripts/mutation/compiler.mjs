// Finds mutants that TypeScript rejects: they can't occur, so no test has to detect them.
import ts from 'typescript';
import { join } from 'node:path';
import { root } from '../places.mjs';

/** Errors that don't matter for behavior: a variable that is no longer used, a line that is never reached. */
const untidy = [6133, 6192, 6196, 6198, 6199, 7027];

/** @typedef {{ file: string; text: string }} Changed a source file with its changed text */

/**
 * Returns which of the changed files the compiler rejects. Each is an additional file next to its original, so that one
 * program contains them all. If the unchanged copy of a file doesn't compile, none of its changes is rejected.
 * @param {readonly Changed[]} changed
 * @param {ReadonlyMap<string, string>} sources
 * @returns {boolean[]}
 */
export function rejectedByCompiler(changed, sources) {
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(root, 'tsconfig.pure.json'), ts.sys.readFile).config,
    ts.sys,
    root,
  );
  /** @type {Map<string, string>} */
  const copies = new Map();
  /** @param {string} file @param {string | number} name @param {string} text */
  const copy = (file, name, text) => {
    const path = join(root, file.replace(/\.ts$/, `.mutant-${name}.ts`));
    copies.set(path, text);
    return path;
  };
  const same = new Map([...sources].map(([file, text]) => [file, copy(file, 'none', text)]));
  const paths = changed.map(({ file, text }, index) => copy(file, index, text));
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (path) => copies.has(path) || fileExists(path);
  host.readFile = (path) => copies.get(path) ?? readFile(path);
  host.getSourceFile = (path, version, ...rest) => {
    const text = copies.get(path);
    return text === undefined
      ? getSourceFile(path, version, ...rest)
      : ts.createSourceFile(path, text, version);
  };
  const program = ts.createProgram(
    [...copies.keys()],
    { ...options, noEmit: true, incremental: false },
    host,
  );
  /** @param {string} path */
  const fails = (path) => {
    const file = program.getSourceFile(path);
    const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    return found.some(({ code }) => !untidy.includes(code));
  };
  const broken = new Set([...same].filter(([, path]) => fails(path)).map(([file]) => file));
  return changed.map(({ file }, index) => !broken.has(file) && fails(paths[index] ?? ''));
}
