import { evaluationError } from '../errors';
import type { FunctionCallInput } from '../evaluator';
import { valueMember, nullValue, numberValue, objectValue, textValue } from '../make-value';
import type { Value } from '../value';
import { objectArgument, textArgument, workOn } from './arguments';
import { base64Of, textOfBase64 } from './base64';
import { strict, type FunctionTable } from './function-table';
import { valueOfJson } from './json-value';
import { builtUri, parsedUri, resolvedUri, uriComponent, uriComponentText } from './uri';

function reported<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw evaluationError('documents.evaluation.encoding', { what });
  return value;
}

function fromBase64(given: readonly Value[]): string {
  return reported(textOfBase64(textArgument(given, 0)), 'base64');
}

function encoded(given: readonly Value[], { scope }: FunctionCallInput): string {
  scope.context.run.spend(6 * workOn(given));
  return base64Of(textArgument(given, 0));
}

function textOfDataUri(uri: string): string | undefined {
  const [, kind = '', content = ''] = /^data:([^,]*),(.*)$/s.exec(uri) ?? [];
  if (!uri.startsWith('data:') || /;charset=(?!utf-?8\b)/i.test(kind)) return undefined;
  return /;base64$/i.test(kind) ? textOfBase64(content) : uriComponentText(content);
}

function built(given: readonly Value[]): Value {
  const parts = objectArgument(given, 0);
  const part = (name: string): string => {
    const value = valueMember(parts, name);
    return value?.is === 'text' || value?.is === 'number' ? String(value.value) : '';
  };
  return textValue(
    builtUri({
      scheme: part('scheme'),
      host: part('host'),
      port: part('port'),
      path: part('path'),
      query: part('query'),
    }),
  );
}

function parsed(given: readonly Value[]): Value {
  const { scheme, host, port, path, query } = reported(parsedUri(textArgument(given, 0)), 'URI');
  return objectValue({
    scheme: textValue(scheme),
    host: textValue(host),
    port: port === '' ? nullValue() : numberValue(Number(port)),
    ...(path === '' ? {} : { path: textValue(path) }),
    ...(query === '' ? {} : { query: textValue(query) }),
  });
}

/** Functions that encode and decode texts. */
export const encodingFunctions: FunctionTable = {
  builduri: strict([1], built),
  parseuri: strict([1], parsed),
  base64: strict([1], (given, call) => textValue(encoded(given, call))),
  base64tostring: strict([1], (given) => textValue(fromBase64(given))),
  base64tojson: strict([1], (given) => reported(valueOfJson(fromBase64(given)), 'JSON')),
  datauri: strict([1], (given, call) =>
    textValue(`data:text/plain;charset=utf-8;base64,${encoded(given, call)}`),
  ),
  datauritostring: strict([1], (given) =>
    textValue(reported(textOfDataUri(textArgument(given, 0)), 'data:')),
  ),
  json: strict([1], (given) => reported(valueOfJson(textArgument(given, 0)), 'JSON')),
  uri: strict([2], (given) =>
    textValue(reported(resolvedUri(textArgument(given, 0), textArgument(given, 1)), 'URI')),
  ),
  uricomponent: strict([1], (given) => textValue(uriComponent(textArgument(given, 0)))),
  uricomponenttostring: strict([1], (given) =>
    textValue(reported(uriComponentText(textArgument(given, 0)), '%')),
  ),
};
