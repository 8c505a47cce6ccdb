import type { ResourceSyntax } from '../../../src/documents/bicep/syntax/syntax';
import { isScoped } from './add-reference';
import { existingText, namingParts, neededBy, referencesFor } from './needed';
import {
  siblingPath,
  changed,
  siblingReference,
  joinSourceParts,
  rootOf,
  startWithComments,
  type ProjectFile,
  type Transformation,
} from './project';
import {
  declarationsByName,
  memberText,
  readsProperties,
  resourcesOf,
  typeOf,
  usesIn,
  type DeployedSyntax,
} from './syntax-uses';

type Resource = DeployedSyntax & { readonly node: ResourceSyntax };

/**
 * Moves a resource, with its children, into a second given file; each refers to the other's declarations. Doesn't apply
 * if a parameter has no value: two files may get two values. It doesn't apply either if the other file's resources are
 * read, such as `net.properties.subnets[0].id`: each file is evaluated by itself.
 */
export const splitFiles: Transformation = (project) => {
  const file = rootOf(project);
  if (!file || isScoped(file) || project.parameters !== undefined || project.roots.length !== 1) return [];
  if (hasMissingValues(file)) return [];
  const resources = resourcesOf(file.tree);
  return resources.flatMap((resource) => {
    const isTop =
      memberText(file.text, resource.object, 'parent') === undefined &&
      !resource.loop &&
      !readsProperties(file.tree.root, [resource]);
    const moved = isTop ? withChildren(file.text, resources, resource) : [];
    if (moved.length === 0 || moved.length === resources.length || isServiceApart(file, resource)) return [];
    const left = resources.filter((one) => !moved.includes(one));
    if (moved.some(({ node }) => readsProperties(node, left))) return [];
    const second = secondFile(file, moved);
    const first = referencesLeft(file, moved);
    if (second === undefined || first === undefined) return [];
    const name = siblingPath(file.file, siblingReference(project, file.file, 'second'));
    const changes = moved.map(({ node: { start, end } }) => ({
      start: startWithComments(file.text, start),
      end,
      text: '',
    }));
    const split = changed(project, file, { changes, declarations: first, files: { [name]: second } });
    return [
      {
        at: `${file.file}: ${resource.symbol} in a second file`,
        project: { ...split, roots: [file.file, name] },
      },
    ];
  });
};

/**
 * True for a service that has no references in either direction. In a separate file it isn't related to the workspace
 * of another file. In the same file, it shows that the file declares the services of the workspace.
 */
function isServiceApart({ tree }: ProjectFile, { node, symbol }: Resource): boolean {
  const [type = ''] = typeOf(node) ?? [];
  const deployed = new Set(resourcesOf(tree).map((one) => one.symbol));
  const isApart =
    !usesIn(tree.root).some(({ name }) => name === symbol) &&
    !usesIn(node).some(({ name }) => deployed.has(name));
  return isApart && services.has(type.toLowerCase());
}

const services: ReadonlySet<string> = new Set([
  'microsoft.storage/storageaccounts',
  'microsoft.keyvault/vaults',
  'microsoft.containerregistry/registries',
  'microsoft.network/privatednszones',
]);

function hasMissingValues({ tree }: ProjectFile): boolean {
  return [...declarationsByName(tree).values()].some((one) => one.is === 'param' && one.value === null);
}

function withChildren(text: string, resources: readonly Resource[], resource: Resource): readonly Resource[] {
  const children = resources.filter((one) => memberText(text, one.object, 'parent') === resource.symbol);
  const all = [resource, ...children.flatMap((one) => withChildren(text, resources, one))];
  return [...all].sort((a, b) => a.node.start - b.node.start);
}

function secondFile(file: ProjectFile, moved: readonly Resource[]): string | undefined {
  const symbols = new Set(moved.map(({ symbol }) => symbol));
  const needed = neededBy(
    file,
    moved.map(({ node }) => node),
  );
  if (!needed) return undefined;
  const deployed = new Map([...needed.deployed].filter(([name]) => !symbols.has(name)));
  const references = referencesFor(file, deployed);
  if (!references) return undefined;
  const inReferences = neededBy(
    file,
    [...deployed.values()].flatMap((one) => namingParts(file, one)),
  );
  if (!inReferences || [...inReferences.deployed.keys()].some((name) => !deployed.has(name))) {
    return undefined;
  }
  const copied = [
    ...new Map([
      ...needed.parameters,
      ...needed.copied,
      ...inReferences.parameters,
      ...inReferences.copied,
    ]).values(),
    ...moved.map(({ node: { start, end } }) => ({ start: startWithComments(file.text, start), end })),
  ].map(({ start, end }) => file.text.slice(start, end));
  return joinSourceParts([...copied, ...references]);
}

/** Returns references of the first file to moved resources. */
function referencesLeft(file: ProjectFile, moved: readonly Resource[]): readonly string[] | undefined {
  const isMoved = (start: number): boolean =>
    moved.some(({ node }) => start >= node.start && start < node.end);
  const used = new Set(
    usesIn(file.tree.root).flatMap(({ name, node }) => (isMoved(node.start) ? [] : [name])),
  );
  const needed = moved.filter(({ symbol }) => used.has(symbol));
  const parents = moved.filter(({ symbol }) =>
    needed.some((one) => memberText(file.text, one.object, 'parent') === symbol),
  );
  const texts = [...new Set([...needed, ...parents])].map(({ node }) =>
    node.name === null ? undefined : existingText(file, { ...node, name: node.name }),
  );
  return texts.some((one) => one === undefined) ? undefined : texts.filter((one) => one !== undefined);
}
