// The regular expressions of the product's code.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/**
 * @typedef {object} FoundExpression
 * @property {string} source
 * @property {string} flags
 * @property {readonly string[]} places `FILE:LINE`, each place that it is written in
 */

/**
 * Returns every expression of the extension, the terminal program, and the page, each text once. @param {string} root
 * @returns {readonly FoundExpression[]}
 */
export function regularExpressionsIn(root) {
  /** @type {Map<string, FoundExpression & { places: string[] }>} */
  const found = new Map();
  for (const file of globSync('{src,webview-ui/src}/**/*.ts', { cwd: root }).sort()) {
    const tree = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest);
    /** @param {ts.Node} node */
    const visit = (node) => {
      if (ts.isRegularExpressionLiteral(node)) add(node.text, tree, node.getStart(tree));
      ts.forEachChild(node, visit);
    };
    visit(tree);
  }
  return [...found.values()];

  /** @param {string} text with its slashes @param {ts.SourceFile} tree @param {number} start */
  function add(text, tree, start) {
    const end = text.lastIndexOf('/');
    const one = found.get(text) ?? { source: text.slice(1, end), flags: text.slice(end + 1), places: [] };
    one.places.push(`${tree.fileName}:${tree.getLineAndCharacterOfPosition(start).line + 1}`);
    found.set(text, one);
  }
}

/**
 * Returns the top-level alternatives, which are separated by `|` outside of groups and classes. @param {string} source
 * @returns {readonly string[]}
 */
export function alternativesOf(source) {
  const alternatives = [''];
  let depth = 0;
  let inClass = false;
  for (const [part] of source.matchAll(/\\.|[^]/gs)) {
    if (part === '[') inClass = true;
    else if (part === ']') inClass = false;
    else if (!inClass && part === '(') depth += 1;
    else if (!inClass && part === ')') depth -= 1;
    if (part === '|' && depth === 0 && !inClass) alternatives.push('');
    else alternatives[alternatives.length - 1] += part;
  }
  return alternatives;
}
