import type { ResourceSyntax } from '../../../src/documents/bicep/syntax/syntax';
import { childItemsOf, childListsIn, listOfChild } from './child-lists';
import {
  bicepFilesOf,
  changed,
  freshSymbol,
  startWithComments,
  type Change,
  type Project,
  type ProjectFile,
  type Transformation,
  type Variant,
} from './project';
import {
  syntaxMember,
  memberText,
  readsProperties,
  resourcesOf,
  typeOf,
  usedAs,
  usesIn,
  type DeployedSyntax,
  type SymbolUse,
} from './syntax-uses';

type Resource = DeployedSyntax & { readonly node: ResourceSyntax };

/** Converts the rules, routes, subnets, and peerings of lists to separate resources: one, and all. */
export const separateItems: Transformation = (project) =>
  (assignsPolicies(project) ? [] : bicepFilesOf(project)).flatMap((file) =>
    resourcesOf(file.tree).flatMap((resource) => {
      // Expressions that read a list of the resource would find it empty.
      if (resource.loop || readsProperties(file.tree.root, [resource]) || hasChildren(file, resource)) {
        return [];
      }
      const moved = childItemsOf(resource).flatMap((one, index) => {
        const made = separated(file, resource, { ...one, index });
        return made ? [made] : [];
      });
      const single = moved.map((one) => ({
        at: `${file.file}: item ${one.name} of ${resource.symbol} as a resource`,
        project: changed(project, file, { changes: [one.change], declarations: [one.declaration] }),
      }));
      if (moved.length < 2) return single;
      const all = {
        at: `${file.file}: all items of ${resource.symbol} as resources`,
        project: changed(project, file, {
          changes: moved.map(({ change }) => change),
          declarations: moved.map(({ declaration }) => declaration),
        }),
      };
      return [...single, all];
    }),
  );

/** Policies apply by resource: a subnet in a list isn't one. */
function assignsPolicies({ files }: Project): boolean {
  return Object.values(files).some((text) => /policyAssignments@/i.test(text));
}

/** A declared child may be one of the items. */
function hasChildren({ text, tree }: ProjectFile, { symbol, object }: Resource): boolean {
  const isNested = object.entries.some((one) => 'is' in one && one.is === 'resource');
  return (
    isNested || resourcesOf(tree).some((one) => memberText(text, one.object, 'parent')?.startsWith(symbol))
  );
}

interface Separated {
  readonly name: string;
  readonly change: Change;
  readonly declaration: string;
}

/** Writes an item as a resource; undefined for one that has more than a name and properties. */
function separated(
  { text }: ProjectFile,
  { symbol, condition }: Resource,
  { list, object, index }: ReturnType<typeof childItemsOf>[number] & { readonly index: number },
): Separated | undefined {
  const members = object.entries.filter((one) => 'is' in one);
  const name = memberText(text, object, 'name');
  const properties = memberText(text, object, 'properties');
  if (members.length !== 2 || name === undefined || properties === undefined) return undefined;
  const start = startWithComments(text, object.start);
  const comments = text.slice(start, object.start).trim();
  const made = freshSymbol(text, `${symbol}Item${index}`);
  const body = `{\n  parent: ${symbol}\n  name: ${name}\n  properties: ${properties}\n}`;
  const declaration = `resource ${made} '${list.type}@${list.version}' = ${condition}${body}`;
  return {
    name,
    change: { start, end: afterComma(text, object.end), text: '' },
    declaration: comments === '' ? declaration : `${comments}\n${declaration}`,
  };
}

function afterComma(text: string, end: number): number {
  const comma = /^[ \t]*,/.exec(text.slice(end));
  return end + (comma?.[0].length ?? 0);
}

/** Moves separate rules, routes, subnets, and peerings into the list of their parent. */
export const inlineChildren: Transformation = (project) =>
  (assignsPolicies(project) ? [] : bicepFilesOf(project)).flatMap((file) => {
    const resources = resourcesOf(file.tree);
    return resources.flatMap((child) => {
      const parent = resources.find(
        (one) => one.symbol === memberText(file.text, child.object, 'parent') && !one.loop,
      );
      return parent ? inlined(project, file, { parent, child }) : [];
    });
  });

function inlined(
  project: Project,
  file: ProjectFile,
  { parent, child }: { readonly parent: Resource; readonly child: Resource },
): readonly Variant[] {
  const { text, tree } = file;
  const item = itemOf(text, child);
  const isPlain = child.condition === parent.condition && child.node.leading.length === 0;
  const put = item && isPlain ? insertion(parent, item) : undefined;
  if (child.loop || !item || !put) return [];
  const uses = usesIn(tree.root).filter((one) => one.name === child.symbol);
  const rewritten = uses.map((use) => withoutChild(use, { ...item, parent: parent.symbol }));
  if (rewritten.includes(undefined)) return [];
  const removed = { start: item.start, end: child.node.end, text: '' };
  return [
    {
      at: `${file.file}: ${child.symbol} in the list of ${parent.symbol}`,
      project: changed(project, file, {
        changes: [put, removed, ...rewritten.filter((one) => one !== undefined)],
      }),
    },
  ];
}

interface NewItem {
  readonly list: string;
  readonly name: string;
  readonly item: string;
  /** Start of the resource, including the comments before it. */
  readonly start: number;
}

/** Writes a child resource as an item of its parent's list. */
function itemOf(text: string, child: Resource): NewItem | undefined {
  const list = listOfChild(typeOf(child.node)?.[0] ?? '');
  const name = memberText(text, child.object, 'name');
  const properties = memberText(text, child.object, 'properties');
  if (list === undefined || name === undefined || properties === undefined) return undefined;
  const start = startWithComments(text, child.node.start);
  const comments = text.slice(start, child.node.start).trim();
  const item = `${comments}\n{\n  name: ${name}\n  properties: ${properties}\n}`;
  return { list, name, item, start };
}

/** Inserts the item at the end of the list, which is added if it doesn't exist; undefined if the list is computed. */
function insertion(parent: Resource, { list, item }: NewItem): Change | undefined {
  const properties = syntaxMember(parent.object, 'properties');
  if (properties?.is !== 'object' || !properties.close) return undefined;
  const array = childListsIn(parent).find(({ name }) => name === list)?.array;
  if (array?.close) return { start: array.close.start, end: array.close.start, text: `\n${item}\n` };
  if (
    syntaxMember(properties, list) ||
    properties.entries.some((one) => 'is' in one && one.is === 'spread')
  ) {
    return undefined;
  }
  const at = properties.close.start;
  return { start: at, end: at, text: `\n${list}: [\n${item}\n]\n` };
}

/** Replaces `child.id` with a text of the parent’s ID, and a dependency on the child with one on the parent. */
function withoutChild(
  use: SymbolUse,
  { parent, list, name }: { readonly parent: string; readonly list: string; readonly name: string },
): Change | undefined {
  const as = usedAs(use);
  const { start, end } = use.node;
  if (as.is === 'dependency') return { start, end, text: parent };
  if (as.is !== 'property') return undefined;
  const at = { start: as.node.start, end: as.node.end };
  if (as.name === 'id') return { ...at, text: `'\${${parent}.id}/${list}/\${${name}}'` };
  return as.name === 'name' ? { ...at, text: name } : undefined;
}
