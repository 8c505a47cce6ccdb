import { isToken, syntaxParts } from '../../../src/documents/bicep/syntax/parts';
import type { SyntaxNode } from '../../../src/documents/bicep/syntax/syntax';
import { rootOf, type Transformation } from './project';
import { declarationsByName, usesIn } from './syntax-uses';

/** Adds a parameter file with the defaults of the file's parameters, as Bicep writes it. */
export const addParameters: Transformation = (project) => {
  const file = rootOf(project);
  if (!file || project.parameters !== undefined || project.roots.length !== 1) return [];
  const given = [...declarationsByName(file.tree)].flatMap(([name, one]) => {
    if (one.is !== 'param' || !one.value || !isConstant(one.value)) return [];
    return [`param ${name} = ${file.text.slice(one.value.start, one.value.end)}\n`];
  });
  const without = [...declarationsByName(file.tree).values()].some(
    (one) => one.is === 'param' && one.value === null,
  );
  // A parameter file must have the values that the template doesn't have.
  if (given.length === 0 || without) return [];
  const name = `${file.file.replace(/\.bicep$/, '')}.defaults.bicepparam`;
  const using = `using './${file.file.slice(file.file.lastIndexOf('/') + 1)}'\n\n`;
  return [
    {
      at: `${file.file}: a parameter file with the defaults`,
      project: {
        ...project,
        files: { ...project.files, [name]: `${using}${given.join('')}` },
        parameters: name,
      },
    },
  ];
};

/** True for a value that names no symbol and calls no function. */
function isConstant(node: SyntaxNode): boolean {
  return usesIn(node).length === 0 && !callsFunction(node);
}

function callsFunction(node: SyntaxNode): boolean {
  return node.is === 'call' || syntaxParts(node).some((one) => !isToken(one) && callsFunction(one));
}
