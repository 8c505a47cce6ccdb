import { reason } from '../../../core/reason';
import { relativePath } from '../../source/resolve-path';
import { EvaluationError } from '../errors';
import type { Call } from '../evaluator';
import { array, object, text, unknown } from '../make-value';
import { readFolder } from '../read-file';
import type { Value } from '../value';
import { optionalText, textAt } from './arguments';

/** What the compiler tells of the files right in a folder, or of those that a pattern such as `*.json` matches. */
export function filesOfFolder(given: readonly Value[], { scope, place }: Call): Value {
  const [pattern = '', ...below] = (optionalText(given, 1) ?? '*').split('/').reverse();
  const path = [textAt(given, 0), ...below.reverse()].join('/');
  const isMatching = matcherOf(pattern);
  if (!isMatching || /[*?]/.test(path)) return unknown(reason('unknown.folderPattern', { pattern }));
  const { run } = scope.context;
  const folder = readFolder(run, path, place.file);
  if ('key' in folder) throw new EvaluationError(folder);
  const names = folder.text.split('\n').filter((name) => name !== '' && isMatching(name));
  run.spend(names.length);
  const before = folder.file === './' ? '' : folder.file;
  return array(names.sort(inOrder).map((name) => told(relativePath(`${before}${name}`, place.file), name)));
}

const mostStars = 3;

function told(path: string, name: string): Value {
  const dot = name.lastIndexOf('.');
  const extension = dot < 0 || dot === name.length - 1 ? '' : name.slice(dot);
  return object({ relativePath: text(path), baseName: text(name), extension: text(extension) });
}

/**
 * As .NET matches names: capitals count, `*.*` is every name, `?` is one character or, before a dot and at the end, none.
 * Undefined of what is rarely written: a dot before a `*` or `?`, two stars in a row, which are matched by further rules,
 * and many stars, which take long.
 */
function matcherOf(pattern: string): ((name: string) => boolean) | undefined {
  if (pattern === '*' || pattern === '*.*') return () => true;
  if (/\.[*?]|\*\*|\?\*|\*\?/.test(pattern) || pattern.split('*').length > mostStars + 1) return undefined;
  const source = pattern
    .replace(/[\\^$.|+()[\]{}]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '(?:[^.]|(?=\\.|$))');
  const whole = new RegExp(`^${source}$`, 's');
  return (name) => whole.test(name);
}

/** By their code units, capitals as small letters are: `a_b` after `ab`, since `_` comes after `B`. */
function inOrder(one: string, other: string): number {
  const [first, second] = [one.toUpperCase(), other.toUpperCase()];
  return first < second ? -1 : Number(first > second);
}
