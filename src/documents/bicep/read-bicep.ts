import type { ParameterFile } from '../template/parameter-file';
import type { Template, DeploymentScope, DirectiveComment } from '../template/template';
import { parseBicep, type SyntaxTree } from './parser/parse';
import type { Expression } from '../template/expression';
import { toFunction, toImport, toVariable, toOutput, toParameter } from './lowering/declarations';
import { toExpression } from './lowering/expressions';
import { plainStringText } from './lowering/strings';
import type { FileSyntax, SyntaxNode } from './syntax/syntax';
import type { Token } from './tokens/token';
import { withDeployments } from './lowering/inline-deployment';
import { toModule, toResource } from './lowering/resources';
import { directiveText } from '../source/directive-text';
import { bicepRange } from './lowering/lowering';

/**
 * Converts the declarations of a Bicep file. Declarations without a name, which hasn't been typed yet, are left out.
 */
function toTemplate(tree: SyntaxTree): Template {
  const nodes = fileDeclarations(tree);
  const { resources, modules } = withDeployments(
    nodes.flatMap((one) => (one.is === 'resource' ? [toResource(tree, one)] : [])),
  );
  return {
    file: tree.file,
    language: 'bicep',
    scope: scopeOf(nodes),
    parameters: nodes.flatMap((one) => (one.is === 'param' && one.name ? [toParameter(tree, one)] : [])),
    variables: nodes.flatMap((one) => (one.is === 'var' && one.name ? [toVariable(tree, one)] : [])),
    functions: nodes.flatMap((one) => (one.is === 'func' && one.name ? [toFunction(tree, one)] : [])),
    resources,
    modules: [...nodes.flatMap((one) => (one.is === 'module' ? [toModule(tree, one)] : [])), ...modules],
    outputs: nodes.flatMap((one) => (one.is === 'output' && one.name ? [toOutput(tree, one)] : [])),
    imports: nodes.flatMap((one) => (one.is === 'import' ? toImport(tree, one) : [])),
    directives: directivesOf(tree),
    errors: tree.faults,
  };
}

/** Returns the declarations of a file, without the line ends between them. */
function fileDeclarations(tree: SyntaxTree): Exclude<FileSyntax['entries'][number], Token>[] {
  return tree.root.entries.filter((entry): entry is Exclude<typeof entry, Token> => 'is' in entry);
}

const scopes: readonly DeploymentScope[] = ['resourceGroup', 'subscription', 'managementGroup', 'tenant'];

function scopeOf(nodes: readonly SyntaxNode[]): DeploymentScope {
  for (const one of nodes) {
    if (one.is !== 'targetScope' || one.value?.is !== 'string') continue;
    const text = plainStringText(one.value);
    const scope = scopes.find((known) => known === text);
    if (scope !== undefined) return scope;
  }
  return 'resourceGroup';
}

/** Reads the declarations from the text of a Bicep file. */
export function readBicep(text: string, file: string): Template {
  return toTemplate(parseBicep(text, file));
}

/** Reads the text of a `.bicepparam` file. */
export function readBicepParameters(text: string, file: string): ParameterFile {
  return toParameterFile(parseBicep(text, file));
}

/** Converts the tree of a `.bicepparam` file. */
function toParameterFile(tree: SyntaxTree): ParameterFile {
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

/** Returns the path after `using` or `extends`, or null if there is none, as in `using none`. */
function referenced(tree: SyntaxTree, keyword: 'using' | 'extends'): string | null {
  for (const one of fileDeclarations(tree)) {
    if (one.is === keyword && one.of?.is === 'string') return plainStringText(one.of) ?? null;
  }
  return null;
}

/** Returns the comments that configure this extension: `// aml-secure-compute: …`. */
function directivesOf(tree: SyntaxTree): DirectiveComment[] {
  return tree.remarks.flatMap((remark) => {
    const text = directiveText(tree.text.slice(remark.start, remark.end));
    return text === undefined ? [] : [{ text, place: bicepRange(tree, remark) }];
  });
}
