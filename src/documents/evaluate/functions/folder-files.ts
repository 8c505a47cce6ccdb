import { reason } from '../../../core/reason';
import { relativePath } from '../../source/resolve-path';
import { EvaluationError } from '../errors';
import type { FunctionCallInput } from '../evaluator';
import { arrayValue, objectValue, textValue, unknownValue } from '../make-value';
import { readFolder } from '../read-file';
import type { Value } from '../value';
import { optionalText, textArgument } from './arguments';

/**
 * Evaluates `loadDirectoryFileInfo`: information about the files directly in a folder, or about those that match a
 * pattern such as `*.json`.
 */
export function filesOfFolder(given: readonly Value[], { scope, place }: FunctionCallInput): Value {
  const [pattern = '', ...below] = (optionalText(given, 1) ?? '*').split('/').reverse();
  const path = [textArgument(given, 0), ...below.reverse()].join('/');
  const isMatching = matcherOf(pattern);
  if (!isMatching || /[*?]/.test(path)) return unknownValue(reason('unknown.folderPattern', { pattern }));
  const { run } = scope.context;
  const folder = readFolder(run, path, place.file);
  if ('key' in folder) throw new EvaluationError(folder);
  run.spend(Math.floor((folder.text.length * pattern.length) / 64));
  const names = folder.text.split('\n').filter((name) => name !== '' && isMatching(name));
  run.spend(names.length);
  const before = folder.file === './' ? '' : folder.file;
  return arrayValue(
    names.sort(inOrder).map((name) => reported(relativePath(`${before}${name}`, place.file), name)),
  );
}

function reported(path: string, name: string): Value {
  const dot = name.lastIndexOf('.');
  const extension = dot < 0 || dot === name.length - 1 ? '' : name.slice(dot);
  return objectValue({
    relativePath: textValue(path),
    baseName: textValue(name),
    extension: textValue(extension),
  });
}

/**
 * Returns a matcher with .NET's rules for file names. It's case-sensitive, `*.*` matches every name, and `?` matches
 * one character or, before a dot or at the end, none. Undefined for rare patterns, to which other rules apply: a dot
 * before a `*` or `?`, and a `*` next to another wildcard.
 */
function matcherOf(pattern: string): ((name: string) => boolean) | undefined {
  if (pattern === '*' || pattern === '*.*') return () => true;
  if (/\.[*?]|\*\*|\?\*|\*\?/.test(pattern)) return undefined;
  return (name) => isMatch(pattern, name);
}

/** Scans the name once, with the set of all pattern positions that are reachable. */
function isMatch(pattern: string, name: string): boolean {
  let places = withSkipped(pattern, new Set([0]), name.charAt(0));
  for (let at = 0; at < name.length; at += 1) {
    const letter = name.charAt(at);
    const next = new Set<number>();
    for (const place of places) {
      const expected = pattern.charAt(place);
      if (expected === '*') next.add(place);
      else if (expected === letter || (expected === '?' && letter !== '.')) next.add(place + 1);
    }
    places = withSkipped(pattern, next, name.charAt(at + 1));
  }
  return places.has(pattern.length);
}

/**
 * Adds the positions after pattern parts that can match nothing before `next`, which is empty at the end of the name.
 */
function withSkipped(pattern: string, places: Set<number>, next: string): Set<number> {
  for (const place of places) {
    const part = pattern.charAt(place);
    if (part === '*' || (part === '?' && (next === '.' || next === ''))) places.add(place + 1);
  }
  return places;
}

/** Compares by code units after conversion to uppercase: `a_b` comes after `ab`, because `_` comes after `B`. */
function inOrder(one: string, other: string): number {
  const [first, second] = [one.toUpperCase(), other.toUpperCase()];
  return first < second ? -1 : Number(first > second);
}
