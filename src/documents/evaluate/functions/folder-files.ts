import { reason } from '../../../core/reason';
import { relativePath } from '../../source/resolve-path';
import { EvaluationError } from '../errors';
import type { FunctionCallInput } from '../evaluator';
import { arrayValue, objectValue, textValue, unknownValue } from '../make-value';
import { readFolder } from '../read-file';
import type { Value } from '../value';
import { optionalText, textArgument } from './arguments';

/** What the compiler tells of the files right in a folder, or of those that a pattern such as `*.json` matches. */
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
 * As .NET matches names: capitals count, `*.*` is every name, `?` is one character or, before a dot and at the end, none.
 * Undefined of what is rarely written: a dot before a `*` or `?`, and two stars in a row, which are matched by further
 * rules.
 */
function matcherOf(pattern: string): ((name: string) => boolean) | undefined {
  if (pattern === '*' || pattern === '*.*') return () => true;
  if (/\.[*?]|\*\*|\?\*|\*\?/.test(pattern)) return undefined;
  return (name) => isMatch(pattern, name);
}

/** Goes through the name once, with all places of the pattern that it may have come to. */
function isMatch(pattern: string, name: string): boolean {
  let places = withSkipped(pattern, new Set([0]), name.charAt(0));
  for (let at = 0; at < name.length; at += 1) {
    const letter = name.charAt(at);
    const next = new Set<number>();
    for (const place of places) {
      const wanted = pattern.charAt(place);
      if (wanted === '*') next.add(place);
      else if (wanted === letter || (wanted === '?' && letter !== '.')) next.add(place + 1);
    }
    places = withSkipped(pattern, next, name.charAt(at + 1));
  }
  return places.has(pattern.length);
}

/** With what follows a part of the pattern that needs no letter before `next`, which is empty at the end. */
function withSkipped(pattern: string, places: Set<number>, next: string): Set<number> {
  for (const place of places) {
    const part = pattern.charAt(place);
    if (part === '*' || (part === '?' && (next === '.' || next === ''))) places.add(place + 1);
  }
  return places;
}

/** By their code units, capitals as small letters are: `a_b` after `ab`, since `_` comes after `B`. */
function inOrder(one: string, other: string): number {
  const [first, second] = [one.toUpperCase(), other.toUpperCase()];
  return first < second ? -1 : Number(first > second);
}
