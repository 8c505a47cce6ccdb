import type { AssignmentSyntax, SyntaxNode } from '../../../src/documents/bicep/syntax/syntax';
import type { Token } from '../../../src/documents/bicep/tokens/token';
import {
  bicepFilesOf,
  changed,
  namesDeployment,
  type Change,
  type Project,
  type ProjectFile,
  type Transformation,
} from './project';
import { declarationsByName, usesIn } from './syntax-uses';

/** Lowercase suffix for renamed symbols: IDs contain names without a value. */
export const renamedSuffix = 'zq';

const kinds: ReadonlySet<string> = new Set(['param', 'var', 'resource', 'module']);

/** Renames every symbol of a file. In the first file it renames the parameters too, which no other file uses. */
export const renameSymbols: Transformation = (project) =>
  // A module without a name is deployed under its symbol.
  (namesDeployment(project) ? [] : bicepFilesOf(project)).flatMap((file) => {
    const isRoot = project.roots.includes(file.file) && !isModule(project, file);
    const changes = changesOf(file, isRoot && project.parameters === undefined);
    if (changes.length === 0) return [];
    return [{ at: `${file.file}: other names`, project: changed(project, file, { changes }) }];
  });

/** True for a file that another one uses as a module, or imports from. */
function isModule(project: Project, { file }: ProjectFile): boolean {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return Object.entries(project.files).some(([other, text]) => other !== file && text.includes(`${name}'`));
}

function changesOf({ tree }: ProjectFile, withParameters: boolean): readonly Change[] {
  const renamed = new Map(
    [...declarationsByName(tree)].filter(
      ([, one]) =>
        kinds.has(one.is) &&
        (one.is !== 'param' || (withParameters && !isGivenByName(one))) &&
        !one.leading.some(isExported),
    ),
  );
  const declared = [...renamed.values()].map(({ name }) => name);
  const used = usesIn(tree.root).flatMap(({ name, node }) => (renamed.has(name) ? [node.token] : []));
  return [...declared, ...used].map(suffixed);
}

function suffixed({ end }: Token): Change {
  return { start: end, end, text: renamedSuffix };
}

/** A region without a value is identified by its name: `--region` sets it. */
function isGivenByName({ name, value }: AssignmentSyntax & { readonly name: Token }): boolean {
  return value === null && /location|region/i.test(name.text);
}

function isExported(one: SyntaxNode | Token): boolean {
  return (
    'is' in one &&
    one.is === 'decorator' &&
    one.expression.is === 'call' &&
    one.expression.name.text === 'export'
  );
}
