import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { reason, type Reason } from '../../../core/reason';
import { evaluationError, noFile } from '../../evaluate/errors';
import { base64Of, base64OfBytes } from '../../evaluate/functions/base64';
import { utf8Bytes } from '../../evaluate/functions/utf8';
import { flagValue, textValue, unknownValue } from '../../evaluate/make-value';
import type { Value } from '../../evaluate/value';
import { setOf } from '../collections';
import { pathInFolder, type HclScope, type TerraformRun } from '../hcl-scope';
import { ofArguments, textGiven, type TerraformFunctions } from './terraform-function';
import { hexadecimal } from './encoding-functions';

/**
 * Returns the text of a file, whose path is relative to the root's folder, or the reason why it isn't known.
 * @throws `EvaluationError` if the file doesn't exist
 */
export function terraformFile(
  path: string,
  run: TerraformRun,
): { readonly file: string; readonly text: string } | Reason {
  const found = read(path, run);
  if (found.is === 'missing') throw evaluationError(noFile, { file: path });
  if (found.is === 'outside') return reason('unknown.file.outside', { file: path });
  if (found.is === 'wanted') return reason('unknown.file.wanted', { file: path });
  run.budget.spend(found.text.length >> 4);
  return found;
}

/** `~` is the home folder of the user who runs Terraform, for example in the path of a public SSH key. */
function read(path: string, { folder, files }: TerraformRun): ReturnType<TerraformRun['files']['read']> {
  if (path.startsWith('~')) return { is: 'outside', file: path };
  return files.read(path.startsWith('/') ? path : pathInFolder(folder, path), '');
}

function ofFile(write: (text: string) => string): TerraformFunctions[string] {
  return ofArguments([1], (given, { names }) => {
    const found = terraformFile(textGiven(given, 0), names.run);
    return 'key' in found ? unknownValue(found) : textValue(write(found.text));
  });
}

function exists(given: readonly Value[], { names }: HclScope): Value {
  const path = textGiven(given, 0);
  const found = read(path, names.run);
  if (found.is === 'text' || found.is === 'missing') return flagValue(found.is === 'text');
  return unknownValue(reason(`unknown.file.${found.is}`, { file: path }));
}

function fileSet(given: readonly Value[], { names }: HclScope): Value {
  const [folder, pattern] = [textGiven(given, 0), textGiven(given, 1)];
  if (/[/[\]{}\\]|\*\*/.test(pattern)) return unknownValue(reason('unknown.folderPattern', { pattern }));
  const found = names.run.files.list(
    folder.startsWith('/') ? folder : pathInFolder(names.run.folder, folder),
    '',
  );
  if (found.is === 'missing') return setOf([]);
  if (found.is !== 'text') return unknownValue(reason(`unknown.file.${found.is}`, { file: folder }));
  const matching = found.text.split('\n').filter((name) => name !== '' && matches(name, pattern));
  return setOf(matching.map((name) => textValue(name)));
}

/** True for a name that matches a pattern with `*` and `?`. */
function matches(name: string, pattern: string): boolean {
  let [at, from, star, mark] = [0, 0, -1, 0];
  while (from < name.length) {
    if (at < pattern.length && (pattern[at] === '?' || pattern[at] === name[from])) {
      at += 1;
      from += 1;
    } else if (pattern[at] === '*') {
      star = at;
      mark = from;
      at += 1;
    } else if (star >= 0) {
      at = star + 1;
      mark += 1;
      from = mark;
    } else return false;
  }
  return [...pattern.slice(at)].every((letter) => letter === '*');
}

function lastPart(path: string): string {
  const parts = path.split('/').filter((part) => part !== '');
  return parts.at(-1) ?? (path === '' ? '.' : '/');
}

function folderOf(path: string): string {
  const end = path.lastIndexOf('/');
  if (end < 0) return '.';
  const parts = path
    .slice(0, end)
    .split('/')
    .filter((part) => part !== '' && part !== '.');
  const isAbsolute = path.startsWith('/');
  return `${isAbsolute ? '/' : ''}${parts.join('/')}` || (isAbsolute ? '/' : '.');
}

/** Functions of files and of their names. */
export const terraformFiles: TerraformFunctions = {
  abspath: ofArguments([1], () => unknownValue(reason('unknown.terraform.computer', { what: 'abspath' }))),
  basename: ofArguments([1], (given) => textValue(lastPart(textGiven(given, 0)))),
  dirname: ofArguments([1], (given) => textValue(folderOf(textGiven(given, 0)))),
  file: ofFile((text) => text),
  filebase64: ofFile(base64Of),
  filebase64sha256: ofFile((text) => base64OfBytes(sha256(utf8Bytes(text)))),
  fileexists: ofArguments([1], exists),
  filemd5: ofFile((text) => hexadecimal(md5(utf8Bytes(text)))),
  fileset: ofArguments([2], fileSet),
  filesha1: ofFile((text) => hexadecimal(sha1(utf8Bytes(text)))),
  filesha256: ofFile((text) => hexadecimal(sha256(utf8Bytes(text)))),
  pathexpand: ofArguments([1], (given) => {
    const path = textGiven(given, 0);
    return path.startsWith('~')
      ? unknownValue(reason('unknown.terraform.computer', { what: '~' }))
      : textValue(path);
  }),
};
