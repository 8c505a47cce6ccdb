import type { DeploymentScope, Template } from '../../template/template';
import type { SyntaxTree } from '../parser/parse';
import type { FileSyntax, SyntaxNode } from '../syntax/syntax';
import type { Token } from '../tokens/token';
import { toFunction, toImport, toOutput, toParameter, toVariable } from './declarations';
import { directivesOf } from './directives';
import { withDeployments } from './inline-deployment';
import { toModule, toResource } from './resources';
import { plainStringText } from './strings';

/** The declarations of a Bicep file. What has no name, since nobody has typed it yet, is not among them. */
export function toTemplate(tree: SyntaxTree): Template {
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

/** The declarations of a file, without the line ends between them. */
export function fileDeclarations(tree: SyntaxTree): Exclude<FileSyntax['entries'][number], Token>[] {
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
