import type { ResourceSyntax } from '../../../src/documents/bicep/syntax/syntax';
import { childItemsOf } from './child-lists';
import {
  siblingPath,
  bicepFilesOf,
  changed,
  siblingReference,
  freshSymbol,
  type Project,
  type ProjectFile,
  type Transformation,
  type Variant,
} from './project';
import { deployedBy, memberText, resourcesOf, typeOf, type DeployedSyntax } from './syntax-uses';

type Resource = DeployedSyntax & { readonly node: ResourceSyntax };

/**
 * Adds an `existing` resource that refers to a declared one: after it, before it, to an item of its lists, inside of
 * another resource, and in a module that gets its name.
 */
export const addReference: Transformation = (project) =>
  bicepFilesOf(project).flatMap((file) =>
    // Outside of resource groups the compiler treats a reference as a second declaration.
    (isScoped(file) ? [] : resourcesOf(file.tree)).flatMap((resource) => [
      ...beside(project, file, resource),
      ...toItems(project, file, resource),
      ...toNested(project, file, resource),
      ...inModule(project, file, resource),
    ]),
  );

function beside(project: Project, file: ProjectFile, resource: Resource): readonly Variant[] {
  const { text } = file;
  const { node, symbol } = resource;
  const reference = referenceTo(text, resource);
  if (reference === undefined) return [];
  const declarations = nameOf(text, resource);
  return [
    {
      at: `${file.file}: reference behind ${symbol}`,
      project: changed(project, file, { declarations: [...declarations, reference] }),
    },
    {
      at: `${file.file}: reference before ${symbol}`,
      project: changed(project, file, {
        changes: [{ start: node.start, end: node.start, text: `${reference}\n\n` }],
        declarations,
      }),
    },
  ];
}

/**
 * Returns the name as a separately declared value. The compiler refuses two declarations whose names it can evaluate,
 * even if one of them is a reference.
 */
function nameOf(text: string, { loop, object, symbol }: Resource): readonly string[] {
  const name = memberText(text, object, 'name') ?? '';
  const isLiteral = /^'[^'$]*'$/.test(name);
  const declared = freshSymbol(text, `${symbol}Name`);
  if (loop) return [];
  return [isLiteral ? `param ${declared} string = ${name}` : `var ${declared} = ${name}`];
}

/** Writes a reference with the same name, parent, scope, and loop. */
function referenceTo(text: string, { node, symbol, loop, object }: Resource): string | undefined {
  const members = ['parent', 'scope', 'name'].flatMap((name) => {
    const value = memberText(text, object, name);
    const isVariable = name === 'name' && !loop;
    const shown = isVariable ? freshSymbol(text, `${symbol}Name`) : value;
    return value === undefined ? [] : [`  ${name}: ${shown ?? ''}\n`];
  });
  if (memberText(text, object, 'name') === undefined || node.type === null) return undefined;
  const body = `{\n${members.join('')}}`;
  const head = `resource ${freshSymbol(text, `${symbol}Reference`)} ${text.slice(node.type.start, node.type.end)}`;
  if (!loop) return `${head} existing = ${body}`;
  if (!loop.body) return undefined;
  return `${head} existing = ${text.slice(loop.start, loop.body.start)}${body}]`;
}

/** Adds references to items of a resource's lists. */
function toItems(project: Project, file: ProjectFile, resource: Resource): readonly Variant[] {
  if (resource.loop) return [];
  return childItemsOf(resource).map(({ list, object }) => {
    const name = memberText(file.text, object, 'name') ?? '';
    const symbol = freshSymbol(file.text, 'itemReference');
    const members = `  parent: ${resource.symbol}\n  name: ${name}\n`;
    return {
      at: `${file.file}: reference to ${name} of ${resource.symbol}`,
      project: changed(project, file, {
        declarations: [`resource ${symbol} '${list.type}@${list.version}' existing = {\n${members}}`],
      }),
    };
  });
}

/** Adds references to nested resources. */
function toNested(project: Project, file: ProjectFile, { object, symbol }: Resource): readonly Variant[] {
  return object.entries.flatMap((one): readonly Variant[] => {
    if (!('is' in one) || one.is !== 'resource' || one.existing) return [];
    const nested = deployedBy(file.text, one);
    if (!nested) return [];
    const reference = referenceTo(file.text, { ...nested, node: one });
    const further = toNested(project, file, { ...nested, node: one });
    if (reference === undefined) return further;
    const at = `${file.file}: reference to ${nested.symbol} in ${symbol}`;
    const change = { start: one.end, end: one.end, text: `\n${reference}` };
    const declarations = nameOf(file.text, { ...nested, node: one });
    return [{ at, project: changed(project, file, { changes: [change], declarations }) }, ...further];
  });
}

/** Adds a module that refers to the resource by the name that it gets. */
function inModule(
  project: Project,
  file: ProjectFile,
  { node, object, loop, symbol }: Resource,
): readonly Variant[] {
  const name = memberText(file.text, object, 'name');
  const [type, version] = typeOf(node) ?? [];
  const isPlain = !loop && memberText(file.text, object, 'scope') === undefined;
  const parent = memberText(file.text, object, 'parent');
  if (name === undefined || type === undefined || !isPlain) return [];
  if (parent !== undefined && type.split('/').length !== 3) return [];
  const module = siblingReference(project, file.file, 'reference');
  const whole = parent === undefined ? name : `'\${${parent}.name}/\${${name}}'`;
  const added = freshSymbol(file.text, 'referenceModule');
  return [
    {
      at: `${file.file}: reference to ${symbol} in a module`,
      project: changed(project, file, {
        declarations: [
          `module ${added} '${module}' = {\n  name: 'reference'\n  params: {\n    name: ${whole}\n  }\n}`,
        ],
        files: {
          [siblingPath(file.file, module)]:
            `param name string\n\nresource reference '${type}@${version}' existing = {\n  name: name\n}\n`,
        },
      }),
    },
  ];
}

/** True for a file that doesn't target a resource group. */
export function isScoped({ tree }: ProjectFile): boolean {
  return tree.root.entries.some((one) => 'is' in one && one.is === 'targetScope');
}
