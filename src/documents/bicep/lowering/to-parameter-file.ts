import type { Expression } from '../../template/expression';
import type { ParameterFile } from '../../template/parameter-file';
import type { SyntaxTree } from '../parser/parse';
import { toFunction, toImport, toVariable } from './declarations';
import { toExpression } from './expressions';
import { plainStringText } from './strings';
import { fileDeclarations } from './to-template';

/** What a `.bicepparam` file says. */
export function toParameterFile(tree: SyntaxTree): ParameterFile {
  const nodes = fileDeclarations(tree);
  const values = new Map<string, Expression>();
  for (const one of nodes) {
    if (one.is === 'param' && one.name) values.set(one.name.text, toExpression(tree, one.value, one));
  }
  return {
    file: tree.file,
    using: referenced(tree, 'using'),
    extends: referenced(tree, 'extends'),
    values,
    variables: nodes.flatMap((one) => (one.is === 'var' && one.name ? [toVariable(tree, one)] : [])),
    functions: nodes.flatMap((one) => (one.is === 'func' && one.name ? [toFunction(tree, one)] : [])),
    imports: nodes.flatMap((one) => (one.is === 'import' ? toImport(tree, one) : [])),
    errors: tree.faults,
  };
}

/** The path behind `using` or `extends`; null where there is none, as in `using none`. */
function referenced(tree: SyntaxTree, keyword: 'using' | 'extends'): string | null {
  for (const one of fileDeclarations(tree)) {
    if (one.is === keyword && one.of?.is === 'string') return plainStringText(one.of) ?? null;
  }
  return null;
}
