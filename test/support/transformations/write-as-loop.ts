import { childListsIn } from './child-lists';
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
import { readsProperties, resourcesOf, usedAs, usesIn, type SymbolUse } from './syntax-uses';

type Resource = ReturnType<typeof resourcesOf>[number];

/**
 * Writes a list of rules, routes, subnets, or peerings as a loop over a variable, and a resource as a loop with one
 * item.
 */
export const writeAsLoop: Transformation = (project) =>
  // A loop's deployment has another name.
  (namesDeployment(project) ? [] : bicepFilesOf(project)).flatMap((file) =>
    resourcesOf(file.tree).flatMap((resource) => [
      ...listsAsLoops(project, file, resource),
      ...resourceAsLoop(project, file, resource),
    ]),
  );

function listsAsLoops(project: Project, file: ProjectFile, resource: Resource): readonly Variant[] {
  const { text, tree } = file;
  // A loop's list must be known before the deployment, and can't use an outer loop.
  if (resource.loop || readsProperties(resource.object, resourcesOf(tree))) return [];
  return childListsIn(resource).flatMap(({ name, array: { start, end, entries } }) => {
    const isPlain = entries.every((one) => !('is' in one) || one.is === 'object');
    if (!isPlain) return [];
    const symbol = freshSymbol(text, `${resource.symbol}Items`);
    const item = freshSymbol(text, 'item');
    return [
      {
        at: `${file.file}: ${name} of ${resource.symbol} as a loop`,
        project: changed(project, file, {
          changes: [{ start, end, text: `[for ${item} in ${symbol}: ${item}]` }],
          declarations: [`var ${symbol} = ${text.slice(start, end)}`],
        }),
      },
    ];
  });
}

function resourceAsLoop(project: Project, file: ProjectFile, resource: Resource): readonly Variant[] {
  const { text, tree } = file;
  const { node, symbol, loop, object } = resource;
  const hasNested = object.entries.some((one) => 'is' in one && one.is === 'resource');
  const { body } = node;
  // After a line break that follows `=`, only a condition can start.
  const startsBelow = body !== null && /\n\s*$/.test(text.slice(0, body.start));
  if (loop || hasNested || !body || startsBelow) return [];
  const uses = usesIn(tree.root).filter(({ name }) => name === symbol);
  const rewritten = uses.map((use) => firstOf(text, use));
  if (rewritten.includes(undefined)) return [];
  const index = freshSymbol(text, 'index');
  return [
    {
      at: `${file.file}: ${symbol} as a loop of one`,
      project: changed(project, file, {
        changes: [
          { start: body.start, end: body.start, text: `[for ${index} in range(0, 1): ` },
          { start: body.end, end: body.end, text: ']' },
          ...rewritten.filter((one) => one !== undefined),
        ],
      }),
    },
  ];
}

/** Replaces `nsg.id` with `nsg[0].id`; undefined for a use that means something else for a list. */
function firstOf(text: string, use: SymbolUse): Change | undefined {
  const { is } = usedAs(use);
  const { end } = use.node;
  // A member that is only the symbol, such as `scope: nsg`, and `nsg::rule`.
  if (is === 'other' || is === 'item' || text.startsWith('::', end)) return undefined;
  return { start: end, end, text: '[0]' };
}
