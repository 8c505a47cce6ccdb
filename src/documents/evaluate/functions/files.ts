import { reason } from '../../../core/reason';
import { EvaluationError, evaluationError } from '../errors';
import type { FunctionCallInput } from '../evaluator';
import { textValue, unknownValue } from '../make-value';
import { readFile } from '../read-file';
import type { Value } from '../value';
import { optionalText, textArgument } from './arguments';
import { base64Of } from './base64';
import { filesOfFolder } from './folder-files';
import { strict, type FunctionTable } from './function-table';
import { selectedBy } from './json-path';
import { placedValueOfJson, type JsonPlace } from './json-value';
import { valueOfYaml } from './yaml-value';

/** Returns the text of a file that the template refers to, without its byte order mark. */
function textOfFile(given: readonly Value[], call: FunctionCallInput): Value {
  const { text: read } = foundAt(given, call);
  const encoding = optionalText(given, 1) ?? 'utf-8';
  // Files are read as UTF-8, which includes ASCII.
  const isSame = isOfAscii.test(encoding) ? /^\p{ASCII}*$/u.test(read) : /^utf-8$/i.test(encoding);
  if (isSame) return textValue(read);
  return unknownValue(reason('unknown.encoding', { file: textArgument(given, 0), encoding }));
}

const isOfAscii = /^(?:us-ascii|iso-8859-1)$/i;

function base64OfFile(given: readonly Value[], call: FunctionCallInput): Value {
  const { text: read, start } = foundAt(given, call);
  return textValue(base64Of(start === 0 ? read : `\uFEFF${read}`));
}

interface LoadedFile extends JsonPlace {
  readonly text: string;
}

/**
 * Returns the file that the template refers to.
 * @throws `EvaluationError` if it can't be accessed, or hasn't been read yet
 */
function foundAt(given: readonly Value[], { scope, place }: FunctionCallInput): LoadedFile {
  const path = textArgument(given, 0);
  const { run } = scope.context;
  const found = readFile(run, path, place.file);
  if ('key' in found) throw new EvaluationError(found);
  run.spend(found.text.length >> 6);
  const read = found.text.replace(/^\uFEFF/, '');
  return { file: found.file, text: read, start: found.text.length - read.length };
}

function structured(what: 'JSON' | 'YAML', read: (text: string, at: JsonPlace) => Value | undefined) {
  return (given: readonly Value[], call: FunctionCallInput): Value => {
    const found = foundAt(given, call);
    const value = read(found.text, found);
    if (value === undefined) throw evaluationError('documents.evaluation.encoding', { what });
    const path = optionalText(given, 1);
    return path === undefined ? value : selectedBy(path, value);
  };
}

/** Functions that read files when a template is compiled. */
export const fileFunctions: FunctionTable = {
  loadtextcontent: strict([1, 2], textOfFile),
  loadjsoncontent: strict([1, 3], structured('JSON', placedValueOfJson)),
  loadfileasbase64: strict([1], base64OfFile),
  loadyamlcontent: strict([1, 3], structured('YAML', valueOfYaml)),
  loaddirectoryfileinfo: strict([1, 2], filesOfFolder),
  readenvironmentvariable: strict([1, 2], (given) => {
    // It's the environment of the deploying user, not of the user who reads the file.
    return unknownValue(reason('unknown.environment', { name: textArgument(given, 0) }));
  }),
};
