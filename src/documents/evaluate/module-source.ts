import { reason, type Reason } from '../../core/reason';
import { cachedModule } from '../registry/cached-module';
import type { SourceRange } from '../source/source-range';
import type { ModuleDeclaration, Template } from '../template/template';
import { evaluateExpression } from './evaluate';
import type { EvaluationScope } from './evaluator';
import { readFile } from './read-file';
import type { Value } from './value';

/**
 * Returns the template that a module deploys, or the reason why it isn't known.
 * @throws `EvaluationError` if the file doesn't exist
 */
export function templateOf(
  { source, place, sourcePlace }: ModuleDeclaration,
  scope: EvaluationScope,
): Template | Reason {
  switch (source.is) {
    case 'inline':
      return source.template;
    case 'file':
      return fileAt(source.path, place.file, scope);
    case 'registry':
      return registryAt(source.reference, sourcePlace, scope);
    case 'linked': {
      const { relativePath, uri } = source;
      if (relativePath !== null) return linkedAt(evaluateExpression(relativePath, scope), place.file, scope);
      return uri === null
        ? reason('unknown.broken')
        : linkedAt(evaluateExpression(uri, scope), place.file, scope);
    }
    case 'template-spec':
      return reason('unknown.templateSpec', { name: specName(evaluateExpression(source.id, scope)) });
    case 'broken':
      return reason('unknown.broken');
  }
}

/** Returns `spec/versions/1` from an ID, as far as it's known. */
function specName(id: Value): string {
  const text = id.is === 'text' ? id.value : id.is === 'unknown' ? (id.symbol ?? '') : '';
  return text.split(/\/templateSpecs\//i).at(-1) ?? text;
}

/**
 * Returns the template of a registry module. In the user's files, the only place for its content is the declaration
 * that refers to it.
 */
function registryAt(reference: string, place: SourceRange, scope: EvaluationScope): Template | Reason {
  const { run } = scope.context;
  const found = cachedModule(reference, place.file, run.files);
  if ('key' in found) return found;
  run.borrow(found.file, place);
  return run.template(found.file, found.text);
}

function fileAt(path: string, from: string, scope: EvaluationScope): Template | Reason {
  const { run } = scope.context;
  const found = readFile(run, path, from);
  return 'key' in found ? found : run.template(found.file, found.text);
}

/**
 * Finds a linked template in a file next to the template that links it, if the file's path matches the end of the
 * address. Quickstarts are deployed from addresses that end like their folders.
 */
function linkedAt(address: Value, from: string, scope: EvaluationScope): Template | Reason {
  const { run } = scope.context;
  for (const end of endsOf(writtenEnd(address))) {
    const found = run.files.read(end, from);
    if (found.is === 'text') return run.template(found.file, found.text);
    if (found.is === 'wanted') return reason('unknown.file.wanted', { file: end });
  }
  return address.is === 'unknown' ? address.because : reason('unknown.linked', { name: writtenEnd(address) });
}

const json = '.json';

/** Returns the known end of an address, without the unknown part before it and without its query. */
function writtenEnd(address: Value): string {
  if (address.is === 'text') return address.value.replace(/[?#].*$/s, '');
  const symbol = address.is === 'unknown' ? address.symbol : null;
  const last = symbol?.split(/[‹›()' ]/).findLast((part) => /\.json/i.test(part)) ?? '';
  return last.slice(0, last.toLowerCase().lastIndexOf(json) + json.length);
}

const longestEnd = 5;

/** Returns the path's ends, longest first: `a/b/c.json`, `b/c.json`, `c.json`. */
function endsOf(path: string): readonly string[] {
  const parts = path.split('/').filter((part) => part !== '' && !part.endsWith(':'));
  const counts = Array.from({ length: Math.min(parts.length, longestEnd) }, (_, index) => index + 1);
  return counts.toReversed().map((count) => parts.slice(-count).join('/'));
}
