import type {
  ArraySyntax,
  ExpressionSyntax,
  ForSyntax,
  ModuleSyntax,
  ResourceSyntax,
  SyntaxNode,
} from '../../../src/documents/bicep/syntax/syntax';
import { isToken, syntaxParts } from '../../../src/documents/bicep/syntax/parts';
import { withEdits } from '../../../src/documents/edits/text-edit';
import {
  bicepFilesOf,
  changed,
  freshSymbol,
  namesDeployment,
  type Change,
  type Project,
  type ProjectFile,
  type Transformation,
  type Variant,
} from './project';
import { declarationsByName, deployedBy, namesOfLoop, usedAs, usesIn, type SymbolUse } from './syntax-uses';

/** More items than this add no other case. */
const mostItems = 12;

/** Unrolls a loop: into items of a list, or separate resources and modules. */
export const unrollLoop: Transformation = (project) =>
  // A module without a name is deployed under its symbol.
  (namesDeployment(project) ? [] : bicepFilesOf(project)).flatMap((file) => [
    ...loopsIn(file.tree.root).flatMap((loop) => unrolledList(project, file, loop)),
    ...file.tree.root.entries.flatMap((one) =>
      'is' in one && (one.is === 'resource' || one.is === 'module') && one.body?.is === 'for'
        ? unrolledDeclaration(project, file, one)
        : [],
    ),
  ]);

/** Returns loops that create a list, including nested ones. */
function loopsIn(node: SyntaxNode): readonly ForSyntax[] {
  const isDeployed = node.is === 'resource' || node.is === 'module';
  return syntaxParts(node).flatMap((part) => {
    if (isToken(part)) return [];
    const isList = part.is === 'for' && !(isDeployed && part === node.body) && node.is !== 'output';
    return [...(isList ? [part] : []), ...loopsIn(part)];
  });
}

/** An iteration of a loop: the text of each item, and of its index. */
interface LoopItem {
  readonly item: string;
  readonly index: string;
}

interface Items {
  readonly items: readonly LoopItem[];
  /** A variable that contains the loop's list. */
  readonly declarations: readonly string[];
}

/** Returns the items of a loop over a literal list or range. */
function itemsOf(file: ProjectFile, { over }: ForSyntax): Items | undefined {
  if (!over) return undefined;
  const range = rangeOf(file.text, over);
  if (range) {
    const items = range.map((one, index) => ({ item: String(one), index: String(index) }));
    return { items, declarations: [] };
  }
  if (over.is === 'array') return itemsOfList(file, over);
  const declared = over.is === 'name' ? declarationsByName(file.tree).get(over.token.text) : undefined;
  if (declared?.is !== 'var' || declared.value?.is !== 'array') return undefined;
  const items = countedItems(declared.name.text, lengthOf(declared.value));
  return items && { items, declarations: [] };
}

/** Returns a list that doesn't use an outer loop, as a variable. */
function itemsOfList({ text, tree }: ProjectFile, over: ArraySyntax): Items | undefined {
  const name = freshSymbol(text, 'listOfLoop');
  const items = countedItems(name, lengthOf(over));
  const isOpen = usesIn(over).some((use) => !declarationsByName(tree).has(use.name));
  if (!items || isOpen) return undefined;
  return { items, declarations: [`var ${name} = ${text.slice(over.start, over.end)}`] };
}

function countedItems(name: string, length: number | undefined): readonly LoopItem[] | undefined {
  if (length === undefined || length > mostItems) return undefined;
  return Array.from({ length }, (_, index) => ({ item: `${name}[${index}]`, index: String(index) }));
}

function lengthOf({ entries }: ArraySyntax): number | undefined {
  const items = entries.filter((one) => 'is' in one);
  return items.some(({ is }) => is === 'spread' || is === 'broken') ? undefined : items.length;
}

/** Returns the numbers of `range(0, 3)`. */
function rangeOf(text: string, over: ExpressionSyntax): readonly number[] | undefined {
  const found = /^range\((\d+), *(\d+)\)$/.exec(text.slice(over.start, over.end));
  const [first, count] = [Number(found?.[1]), Number(found?.[2])];
  if (!found || count > mostItems) return undefined;
  return Array.from({ length: count }, (_, index) => first + index);
}

/** Returns the loop's body for each item. */
function itemTexts(text: string, loop: ForSyntax, items: readonly LoopItem[]): readonly string[] {
  const { body } = loop;
  if (!body) return [];
  const [itemName, indexName] = namesOfLoop(loop);
  const uses = usesIn(body);
  return items.map(({ item, index }) => {
    const changes = uses.flatMap(({ name, node: { start, end } }): readonly Change[] => {
      const put = name === itemName ? item : name === indexName ? index : undefined;
      return put === undefined ? [] : [{ start: start - body.start, end: end - body.start, text: put }];
    });
    return withEdits(
      text.slice(body.start, body.end),
      changes.map((one) => ({ ...one, file: '' })),
    );
  });
}

function unrolledList(project: Project, file: ProjectFile, loop: ForSyntax): readonly Variant[] {
  const found = itemsOf(file, loop);
  const { body } = loop;
  if (!found || !body || body.is === 'if') return [];
  const items = itemTexts(file.text, loop, found.items).map((one) => `${one}\n`);
  return [
    {
      at: `${file.file}: loop at ${loop.start} as a list`,
      project: changed(project, file, {
        changes: [{ start: loop.start, end: loop.end, text: `[\n${items.join('')}]` }],
        declarations: found.declarations,
      }),
    },
  ];
}

function unrolledDeclaration(
  project: Project,
  file: ProjectFile,
  node: ResourceSyntax | ModuleSyntax,
): readonly Variant[] {
  const { text, tree } = file;
  const deployed = deployedBy(text, node);
  const loop = deployed?.loop;
  const found = loop ? itemsOf(file, loop) : undefined;
  if (!deployed || !loop || !found) return [];
  const { symbol } = deployed;
  const symbols = found.items.map((_, index) => freshSymbol(text, `${symbol}At${index}`));
  const uses = usesIn(tree.root).filter(({ name }) => name === symbol);
  const rewritten = uses.map((use) => ofSingle(text, use, symbols));
  if (rewritten.includes(undefined)) return [];
  const { keyword, name, equals } = node;
  const rest = text.slice(name?.end, equals?.end);
  const bodies = itemTexts(text, loop, found.items);
  const declared = bodies.map((body, index) => `${keyword.text} ${symbols[index] ?? ''}${rest} ${body}`);
  const changes = [
    { start: node.start, end: node.end, text: declared.join('\n\n') },
    ...rewritten.filter((one) => one !== undefined),
  ];
  return [
    {
      at: `${file.file}: ${symbol} as ${symbols.length} of their own`,
      project: changed(project, file, { changes, declarations: found.declarations }),
    },
  ];
}

/** Replaces `loop[1].id` with `loopAt1.id`, and a dependency on the loop with one on each of them. */
function ofSingle(text: string, use: SymbolUse, symbols: readonly string[]): Change | undefined {
  const as = usedAs(use);
  if (as.is === 'dependency') {
    return { start: use.node.start, end: use.node.end, text: symbols.join('\n') };
  }
  if (as.is !== 'item') return undefined;
  const single = symbols[Number(text.slice(as.index.start, as.index.end))];
  return single === undefined ? undefined : { start: as.node.start, end: as.node.end, text: single };
}
