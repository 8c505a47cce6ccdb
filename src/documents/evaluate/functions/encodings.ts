import { failed } from '../errors';
import type { Call } from '../evaluator';
import { memberOf, nothing, number, object, text } from '../make-value';
import type { Value } from '../value';
import { objectAt, textAt, workOn } from './arguments';
import { base64Of, textOfBase64 } from './base64';
import { strict, type FunctionTable } from './function-table';
import { valueOfJson } from './json-value';
import { builtUri, parsedUri, resolvedUri, uriComponent, uriComponentText } from './uri';

function told<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw failed('documents.evaluation.encoding', { what });
  return value;
}

function fromBase64(given: readonly Value[]): string {
  return told(textOfBase64(textAt(given, 0)), 'base64');
}

function encoded(given: readonly Value[], { scope }: Call): string {
  scope.context.run.spend(6 * workOn(given));
  return base64Of(textAt(given, 0));
}

function textOfDataUri(uri: string): string | undefined {
  const [, kind = '', content = ''] = /^data:([^,]*),(.*)$/s.exec(uri) ?? [];
  if (!uri.startsWith('data:') || /;charset=(?!utf-?8\b)/i.test(kind)) return undefined;
  return /;base64$/i.test(kind) ? textOfBase64(content) : uriComponentText(content);
}

function built(given: readonly Value[]): Value {
  const parts = objectAt(given, 0);
  const part = (name: string): string => {
    const value = memberOf(parts, name);
    return value?.is === 'text' || value?.is === 'number' ? String(value.value) : '';
  };
  return text(
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
  const { scheme, host, port, path, query } = told(parsedUri(textAt(given, 0)), 'URI');
  return object({
    scheme: text(scheme),
    host: text(host),
    port: port === '' ? nothing() : number(Number(port)),
    ...(path === '' ? {} : { path: text(path) }),
    ...(query === '' ? {} : { query: text(query) }),
  });
}

/** Functions that write a text in another way, and read it back. */
export const encodingFunctions: FunctionTable = {
  builduri: strict([1], built),
  parseuri: strict([1], parsed),
  base64: strict([1], (given, call) => text(encoded(given, call))),
  base64tostring: strict([1], (given) => text(fromBase64(given))),
  base64tojson: strict([1], (given) => told(valueOfJson(fromBase64(given)), 'JSON')),
  datauri: strict([1], (given, call) => text(`data:text/plain;charset=utf-8;base64,${encoded(given, call)}`)),
  datauritostring: strict([1], (given) => text(told(textOfDataUri(textAt(given, 0)), 'data:'))),
  json: strict([1], (given) => told(valueOfJson(textAt(given, 0)), 'JSON')),
  uri: strict([2], (given) => text(told(resolvedUri(textAt(given, 0), textAt(given, 1)), 'URI'))),
  uricomponent: strict([1], (given) => text(uriComponent(textAt(given, 0)))),
  uricomponenttostring: strict([1], (given) => text(told(uriComponentText(textAt(given, 0)), '%'))),
};
