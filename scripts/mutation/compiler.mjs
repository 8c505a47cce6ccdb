// Mutants that TypeScript refuses: they could never be written, so that no test has to notice them.
import ts from 'typescript';
import { join } from 'node:path';
import { root } from '../places.mjs';

/** What is only untidy: a variable that nothing uses any more, a line that is never reached. */
const untidy = [6133, 6192, 6196, 6198, 6199, 7027];

/** @typedef {{ file: string; text: string }} Changed a source file with its changed text */

/**
 * Which of the changed files the compiler refuses. Each stands as a further file beside its own, so that one program
 * holds them all. A file whose copy does not compile even unchanged is refused nothing.
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
