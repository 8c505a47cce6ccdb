import type { ComputeState, ListedWorkspace, WorkspaceSummary } from '../../../azure/ports';
import { sameId, segmentOf } from '../../../core/network/find';
import type { NetworkModel } from '../../../core/network/model';
import type { Say } from '../../../messages/say';
import { readValue, type Read } from '../../../azure-store/queries';
import { healthOf, modelOf, type ComputeHealth } from './compute-health';
import { computeLine, computeNodeId } from './compute-lines';
import { phaseOf } from './compute-text';
import { filterMatches, matchesWorkspace } from './filter';
import { causeLines, flowLines, type CheckedParent } from './cause-lines';
import { fixableOf } from './fixable';
import { readServicesOf } from './known-services';
import { moreLine, noteLine, problemLine, subscriptionLine, workspaceLine } from './lines';
import type { ComputeTarget, NodeTarget, TreeNode } from './node';
import { byName, firstLines } from './pages';
import { ruleLines } from './rule-lines';
import { subscriptionRoots } from './subscription-lines';
import { treeOf, type Roots, type Tree } from './tree';
import { isSampleShown, type TreeContext } from './tree-context';

export interface ComputeTree extends Tree {
  /** Returns the number of checked compute resources that need a fix. */
  toFix(): number;
  /** Returns the IDs of expanded workspaces with a compute resource that is changing its state. */
  moving(): readonly string[];
  /** Returns the state of a displayed compute resource. */
  find(target: ComputeTarget): Promise<ShownCompute | undefined>;
}

interface ShownCompute {
  readonly compute: ComputeState;
  readonly workspace: WorkspaceSummary;
  readonly health: ComputeHealth;
  readonly model: NetworkModel;
}

/** Builds the tree of subscriptions, workspaces, compute resources, and their network problems. */
export function computeTree(context: TreeContext): ComputeTree {
  const { reads } = context;
  const opened = new Set<string>();
  return {
    ...treeOf({
      roots: () => roots(context),
      async below({ target, id }) {
        if (target.is === 'subscription') return workspaceLines(context, target.subscriptionId, id);
        if (target.is === 'compute') return computeCauses(context, target);
        if (target.is === 'cause') return causeFlows(context, target);
        if (target.is === 'resource') return resourceFindings(context, target, id);
        if (target.is !== 'workspace') return [];
        opened.add(target.workspaceId);
        return computeLines(context, target, id);
      },
    }),
    find: (target) => findCompute(context, target),
    toFix: () => [...opened].flatMap((id) => shownIn(context, id)).filter(isToFix).length,
    moving: () =>
      [...opened].filter((id) =>
        (readValue(reads.computes(id).peek()) ?? []).some((one) => phaseOf(one) === 'moving'),
      ),
  };
}

function roots(context: TreeContext): Promise<Roots> {
  const { say, reads } = context;
  return subscriptionRoots<WorkspaceSummary>(context, {
    list: reads.workspaces,
    of: 'workspaces',
    isListed: (id) => listedWorkspaces(context, id) !== undefined,
    eager: true,
    line: (subscription, read, { isOnly, count }) =>
      subscriptionLine(say, subscription, {
        read,
        words: countText(say, read, count),
        expand: isOnly ? 'open' : 'closed',
      }),
    emptyOf: (ids) =>
      ids.every((id) => readValue(reads.workspaces(id).peek())?.length === 0) ? 'noWorkspace' : '',
  });
}

/**
 * Describes the number of workspaces. Shows 0 only for a list that was read: otherwise, it can also mean that the list
 * isn't readable.
 */
function countText(say: Say, read: Read<unknown> | undefined, count = 0): string {
  const value = readValue(read);
  const n = Array.isArray(value) ? value.length : count;
  return Array.isArray(value) || n > 0 ? say('tree.workspaces', { n }) : '';
}

/**
 * Returns the workspaces that Resource Graph lists; undefined if the list of Azure Resource Manager was read, or has to
 * be read: only that list shows that there are none.
 */
function listedWorkspaces(
  { reads }: TreeContext,
  subscriptionId: string,
): readonly ListedWorkspace[] | undefined {
  if (reads.workspaces(subscriptionId).peek() !== undefined) return undefined;
  const listed = reads.listed(subscriptionId)?.workspaces ?? [];
  return listed.length > 0 ? listed : undefined;
}

async function workspaceLines(
  context: TreeContext,
  subscriptionId: string,
  parentId: string,
): Promise<readonly TreeNode[]> {
  const listed = listedWorkspaces(context, subscriptionId);
  if (listed) return linesOf(context, listed, parentId);
  const read = await context.reads.workspaces(subscriptionId).get();
  if (read.is === 'problem') return [problemLine(context.say, parentId, read.failure)];
  return linesOf(context, read.value, parentId);
}

function linesOf(
  context: TreeContext,
  workspaces: readonly ListedWorkspace[],
  parentId: string,
): readonly TreeNode[] {
  const { say, reads, options } = context;
  const { filter } = options;
  const hasCompute = ({ id }: ListedWorkspace): boolean =>
    (readValue(reads.computes(id).peek()) ?? []).some((one) => filterMatches(filter, one.name));
  const fitting = byName(workspaces).filter((one) => matchesWorkspace(filter, one) || hasCompute(one));
  if (fitting.length === 0) {
    return [noteLine(parentId, say(workspaces.length === 0 ? 'tree.noWorkspace' : 'tree.noMatch'))];
  }
  const page = firstLines(fitting, options.pages.get(parentId) ?? 0);
  const isSample = isSampleShown(context);
  return [
    ...page.shown.map((one) => workspaceLine(say, one, isSample)),
    ...moreLine(context, parentId, page),
  ];
}

async function computeLines(
  context: TreeContext,
  target: Extract<NodeTarget, { is: 'workspace' }>,
  parentId: string,
): Promise<readonly TreeNode[]> {
  const { say, reads, options } = context;
  const [workspaces, read] = await Promise.all([
    reads.workspaces(target.subscriptionId).get(),
    reads.computes(target.workspaceId).get(),
  ]);
  if (workspaces.is === 'problem') return [problemLine(say, parentId, workspaces.failure)];
  if (read.is === 'problem') return [problemLine(say, parentId, read.failure)];
  const workspace = workspaces.value.find((one) => sameId(one.id, target.workspaceId));
  if (!workspace) return [noteLine(parentId, say('tree.gone'))];
  const { filter } = options;
  const isWhole = matchesWorkspace(filter, workspace);
  const fitting = byName(read.value).filter((one) => isWhole || filterMatches(filter, one.name));
  if (fitting.length === 0) {
    return [noteLine(parentId, say(read.value.length === 0 ? 'tree.noCompute' : 'tree.noMatch'))];
  }
  const page = firstLines(fitting, options.pages.get(parentId) ?? 0);
  const isSample = isSampleShown(context);
  const line = (compute: ComputeState): TreeNode =>
    computeLine(say, {
      compute,
      workspace,
      health: healthOf(context, compute, workspace),
      hasCreation: context.creations.has(compute.id.toLowerCase()),
      isSample,
    });
  return [...page.shown.map(line), ...moreLine(context, parentId, page)];
}

async function findCompute(context: TreeContext, target: ComputeTarget): Promise<ShownCompute | undefined> {
  const workspace = await workspaceOf(context, target);
  const read = await context.reads.computes(target.workspaceId).get();
  const name = target.name.toLowerCase();
  const compute = readValue(read)?.find((one) => one.name.toLowerCase() === name);
  if (!workspace || !compute) return undefined;
  const health = healthOf(context, compute, workspace);
  const subnetId = health.is === 'checked' ? health.health.plan.subnetId : null;
  return { compute, workspace, health, model: modelOf(context, subnetId) };
}

async function computeCauses(context: TreeContext, target: ComputeTarget): Promise<readonly TreeNode[]> {
  const parent = parentOf(context, target, await openCompute(context, target));
  return parent ? causeLines(context.say, parent) : [];
}

async function causeFlows(
  context: TreeContext,
  { key, of }: Extract<NodeTarget, { is: 'cause' }>,
): Promise<readonly TreeNode[]> {
  const parent = of.is === 'compute' && parentOf(context, of, await findCompute(context, of));
  return parent ? flowLines(context.say, parent, key) : [];
}

function parentOf(
  context: TreeContext,
  target: ComputeTarget,
  shown: ShownCompute | undefined,
): CheckedParent | null {
  if (shown?.health.is !== 'checked') return null;
  const { model } = shown;
  const { health } = shown.health;
  const fixable = fixableOf(health, model);
  const id = computeNodeId(shown.compute.id);
  return { id, target, model, health, fixable, isSample: isSampleShown(context) };
}

/** Returns a compute resource, checked with its workspace's services. They're read when its node is expanded. */
async function openCompute(context: TreeContext, target: ComputeTarget): Promise<ShownCompute | undefined> {
  const shown = await findCompute(context, target);
  if (shown?.health.is !== 'checked') return shown;
  await readServicesOf(context.reads, shown.health.health.plan);
  return findCompute(context, target);
}

async function resourceFindings(
  context: TreeContext,
  { id: resource, of }: Extract<NodeTarget, { is: 'resource' }>,
  parentId: string,
): Promise<readonly TreeNode[]> {
  const shown = of.is === 'compute' ? await findCompute(context, of) : undefined;
  if (shown?.health.is !== 'checked') return [];
  const { health } = shown.health;
  return ruleLines(context.say, { health, model: shown.model, resource, parentId });
}

async function workspaceOf(
  { reads }: TreeContext,
  { subscriptionId, workspaceId }: { readonly subscriptionId: string; readonly workspaceId: string },
): Promise<WorkspaceSummary | undefined> {
  const all = readValue(await reads.workspaces(subscriptionId).get());
  return all?.find((one) => sameId(one.id, workspaceId));
}

function shownIn(context: TreeContext, workspaceId: string): readonly ComputeHealth[] {
  const subscriptionId = segmentOf(workspaceId, 'subscriptions') ?? '';
  const workspaces = readValue(context.reads.workspaces(subscriptionId).peek()) ?? [];
  const workspace = workspaces.find((one) => sameId(one.id, workspaceId));
  const computes = readValue(context.reads.computes(workspaceId).peek()) ?? [];
  return workspace ? computes.map((one) => healthOf(context, one, workspace)) : [];
}

function isToFix(health: ComputeHealth): boolean {
  return health.is === 'checked' && health.health.summary.errors > 0;
}
