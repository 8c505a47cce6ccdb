import { evaluationError } from '../errors';
import { arrayValue } from '../make-value';
import type { Value } from '../value';
import { parseJsonPath } from './json-path-parser';

/**
 * What `$.a.b[0]`, `a['b'].*`, `a[1:3].b`, `$..b` or `a[?(@.b == 'c')]` names, as the compiler takes it, which asks
 * Json.NET: several values are a list, one is itself, and capitals count. Ends where nothing is there, and where the path
 * asks for what is not evaluated here, such as a pattern.
 */
export function selectedBy(path: string, root: Value): Value {
  const found = parseJsonPath(path).reduce<readonly Value[]>((values, step) => step(values, root), [root]);
  const [first] = found;
  if (first === undefined) throw evaluationError('documents.evaluation.noMember', { name: path });
  return found.length === 1 ? first : arrayValue(found);
}
