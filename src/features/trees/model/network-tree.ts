import type { ListedNetwork, WorkspaceSummary } from '../../../azure/ports';
import { known, valueOr } from '../../../core/known';
import { virtualNetworkIdOf, findSubnet, findVirtualNetwork } from '../../../core/network/find';
import type { NetworkModel, Subnet, VirtualNetwork } from '../../../core/network/model';
import { readValue, type Read } from '../../../azure-store/queries';
import { readSubscriptionCompute } from './compute-health';
import { matchesNetwork, matchesSubnet } from './filter';
import { causeLines, flowLines, type CheckedParent } from './cause-lines';
import { fixableOf } from './fixable';
import type { Health } from './health';
import { freeAddresses, planOfSubnet, reserved, useOfSubnet, type CheckedPlaceData } from './checked-plans';
import { knownServices, readServicesOf } from './known-services';
import { moreLine, noteLine, problemLine, subscriptionLine } from './lines';
import { networkLine, subnetLine, subnetNodeId, type NetworkInList } from './network-lines';
import type { NodeTarget, SubnetTarget, TreeNode } from './node';
import { byName, firstLines, pageSize } from './pages';
import { ruleLines } from './rule-lines';
import { subscriptionRoots } from './subscription-lines';
import { treeOf, type Roots, type Tree } from './tree';
import { isSampleShown, type TreeContext } from './tree-context';

export interface NetworkTree extends Tree {
  /** Returns the state of a displayed subnet; undefined if it no longer exists. */
  find(target: SubnetTarget): Promise<ShownSubnet | undefined>;
}

interface ShownSubnet {
  readonly subnet: Subnet;
  readonly model: NetworkModel;
  readonly health: Health;
}

/** Builds the tree of subscriptions, networks, subnets, and their problems. */
export function networkTree(context: TreeContext): NetworkTree {
  return {
    ...treeOf({
      roots: () => roots(context),
      async below({ target, id }) {
        if (target.is === 'subscription') return networkLines(context, target.subscriptionId, id);
        if (target.is === 'network') return subnetLines(context, target, id);
        if (target.is === 'resource') return resourceFindings(context, target, id);
        if (target.is === 'cause') return causeFlows(context, target);
        return target.is === 'subnet' ? subnetCauses(context, target) : [];
      },
    }),
    find: (target) => findChecked(context, target),
  };
}

function roots(context: TreeContext): Promise<Roots> {
  const { say, reads, options } = context;
  const isEmpty = (id: string): boolean => {
    const model = readValue(reads.networks(id).peek());
    return model !== undefined && networksOf(context, model, id).used.length === 0;
  };
  const searches = options.showAll || options.filter !== '';
  return subscriptionRoots<NetworkModel>(context, {
    list: reads.networks,
    of: 'networks',
    isListed: (id) => listedNetworks(context, id) !== undefined,
    eager: false,
    line: (subscription, read, { isOnly, count }) =>
      subscriptionLine(say, subscription, {
        read,
        words: countText(context, read, count),
        expand: isOnly ? 'open' : 'closed',
      }),
    emptyOf: (ids) => (!searches && ids.every(isEmpty) ? 'nothingChecked' : ''),
  });
}

/**
 * Describes the number of networks. Shows 0 only for a list that was read: otherwise, it can also mean that the list
 * isn't readable.
 */
function countText({ say }: TreeContext, read: Read<unknown> | undefined, count = 0): string {
  const model = readValue(read) as NetworkModel | undefined;
  const n = model ? model.virtualNetworks.length : count;
  return model || n > 0 ? say('tree.networks', { n }) : '';
}

/** Networks to show: those that Azure ML uses come first. */
interface ShownNetworks {
  readonly used: readonly NetworkInList[];
  readonly others: readonly NetworkInList[];
}

/**
 * Returns the networks of a subscription: those that Azure ML uses contain a workspace's private endpoint or a known
 * compute resource. Networks with a watched subnet are included.
 */
function networksOf(context: TreeContext, model: NetworkModel, subscriptionId: string): ShownNetworks {
  const endpoints = valueOr(model.privateEndpoints, []).filter(({ targetId }) =>
    /\/providers\/Microsoft\.MachineLearningServices\/workspaces\//i.test(targetId),
  );
  const computes = readSubscriptionCompute(context, subscriptionId);
  const ids = new Set(
    [...endpoints.map((one) => one.subnetId), ...computes.map((one) => one.subnetId ?? '')].map((id) =>
      id.toLowerCase(),
    ),
  );
  const isUsed = (network: VirtualNetwork): boolean =>
    network.subnets.some((one) => ids.has(one.id.toLowerCase()) || context.isWatched(one.id));
  const { filter } = context.options;
  return split(
    model.virtualNetworks.filter((one) => fits(filter, one)),
    isUsed,
  );
}

/**
 * Returns the networks that Resource Graph lists. Undefined if all networks with their subnets were read, or have to be
 * read: for a filter, which also compares subnets, and to show that there are none.
 */
function listedNetworks(context: TreeContext, subscriptionId: string): ShownNetworks | undefined {
  const { reads, options } = context;
  if (options.filter !== '' || reads.networks(subscriptionId).peek() !== undefined) return undefined;
  const computes = readSubscriptionCompute(context, subscriptionId);
  const inUse = new Set(computes.map((one) => virtualNetworkIdOf(one.subnetId ?? '').toLowerCase()));
  const isUsed = ({ id, hasWorkspaceEndpoint }: ListedNetwork): boolean =>
    hasWorkspaceEndpoint || inUse.has(id.toLowerCase());
  const shown = split(reads.listed(subscriptionId)?.networks ?? [], isUsed);
  const first = options.showAll ? [...shown.used, ...shown.others] : shown.used;
  return first.length > 0 ? shown : undefined;
}

function split<T extends NetworkInList>(all: readonly T[], isUsed: (one: T) => boolean): ShownNetworks {
  return { used: byName(all.filter(isUsed)), others: byName(all.filter((one) => !isUsed(one))) };
}

/** Returns the nodes of networks: first those that Azure ML uses, then one page of the others for each “Show more”. */
async function networkLines(
  context: TreeContext,
  subscriptionId: string,
  parentId: string,
): Promise<readonly TreeNode[]> {
  const { say, reads } = context;
  const listed = listedNetworks(context, subscriptionId);
  if (listed) return linesOf(context, listed, { subscriptionId, parentId });
  const read = await reads.networks(subscriptionId).get();
  if (read.is === 'problem') return [problemLine(say, parentId, read.failure)];
  const model = read.value;
  const shown = networksOf(context, model, subscriptionId);
  if (shown.used.length + shown.others.length === 0) {
    return [noteLine(parentId, say(model.virtualNetworks.length === 0 ? 'tree.noNetwork' : 'tree.noMatch'))];
  }
  return linesOf(context, shown, { subscriptionId, parentId });
}

function linesOf(
  context: TreeContext,
  { used, others }: ShownNetworks,
  { subscriptionId, parentId }: { readonly subscriptionId: string; readonly parentId: string },
): readonly TreeNode[] {
  const { say, options } = context;
  const first = options.showAll || options.filter !== '' ? pageSize : used.length;
  const page = firstLines([...used, ...others], options.pages.get(parentId) ?? 0, first);
  const place = { subscriptionId, isSample: isSampleShown(context) };
  return [...page.shown.map((one) => networkLine(say, one, place)), ...moreLine(context, parentId, page)];
}

function fits(filter: string, network: VirtualNetwork): boolean {
  return matchesNetwork(filter, network) || network.subnets.some((one) => matchesSubnet(filter, one));
}

async function subnetLines(
  context: TreeContext,
  { subscriptionId, networkId }: Extract<NodeTarget, { is: 'network' }>,
  parentId: string,
): Promise<readonly TreeNode[]> {
  const { say, options } = context;
  const subnetContext = await aroundOf(context, subscriptionId);
  if (subnetContext.is === 'problem') return [problemLine(say, parentId, subnetContext.failure)];
  const around = subnetContext.value;
  const network = findVirtualNetwork(around.model, networkId);
  if (!network) return [noteLine(parentId, say('tree.gone'))];
  const isWhole = matchesNetwork(options.filter, network);
  const fitting = byName(network.subnets).filter((one) => isWhole || matchesSubnet(options.filter, one));
  const page = firstLines(fitting, options.pages.get(parentId) ?? 0);
  const isSample = isSampleShown(context);
  const line = async (subnet: Subnet): Promise<TreeNode> => {
    const health = await healthOf(context, around, subnet);
    const free = freeAddresses(subnet, reserved(around.computes, subnet.id));
    const isWatched = context.isWatched(subnet.id);
    const confirmed = isWatched ? context.confirmed(around.model, subnet.id) : [];
    return subnetLine(say, { subnet, health, free, isWatched, confirmed, subscriptionId, isSample });
  };
  return [...(await Promise.all(page.shown.map(line))), ...moreLine(context, parentId, page)];
}

/** Maximum number of workspaces whose compute resources are read. More aren't worth the requests. */
const mostWorkspaces = 20;

/** Reads the inputs of a subnet's result: its networks, and the workspaces whose compute resources can be in it. */
async function aroundOf(context: TreeContext, subscriptionId: string): Promise<Read<CheckedPlaceData>> {
  const { reads } = context;
  const [networks, workspaces] = await Promise.all([
    reads.networks(subscriptionId).get(),
    reads.workspaces(subscriptionId).get(),
  ]);
  if (networks.is === 'problem') return networks;
  // A user who can read only networks still sees them.
  const all = readValue(workspaces) ?? [];
  await Promise.all(all.slice(0, mostWorkspaces).map((one) => reads.computes(one.id).get()));
  const model = networks.value;
  const computes = readSubscriptionCompute(context, subscriptionId);
  return { ...networks, value: { cloud: model.cloud, model, workspaces: all, computes } };
}

async function healthOf(context: TreeContext, around: CheckedPlaceData, subnet: Subnet): Promise<Health> {
  const { reads } = context;
  const use = useOfSubnet(around, subnet.id);
  const { model } = around;
  const plan = planOfSubnet(around, subnet, use);
  const tags = await tagsOf(reads, use.workspace, findSubnet(model, subnet.id)?.network);
  const services = knownServices(reads, plan);
  return context.health({ model, plan, tags, exists: false, services });
}

/** Reads the service tags of the workspace's region, which its results in the wizard also use. */
async function tagsOf(
  reads: TreeContext['reads'],
  workspace: WorkspaceSummary | undefined,
  network: VirtualNetwork | undefined,
) {
  const location = workspace?.location ?? network?.location ?? known('');
  const subscriptionId = workspace?.subscriptionId ?? subscriptionOf(network?.id ?? '');
  const read = await reads.tags(subscriptionId, valueOr(location, '')).get();
  if (read.is === 'problem') throw read.failure;
  return read.value;
}

function subscriptionOf(id: string): string {
  return id.split('/')[2] ?? '';
}

async function findChecked(
  context: TreeContext,
  { subscriptionId, subnetId }: SubnetTarget,
): Promise<ShownSubnet | undefined> {
  const around = readValue(await aroundOf(context, subscriptionId));
  const found = around && findSubnet(around.model, subnetId);
  if (!around || !found) return undefined;
  const health = await healthOf(context, around, found.subnet);
  return { subnet: found.subnet, model: around.model, health };
}

/** Returns a subnet, checked with its workspace's services. They're read when its node is expanded. */
async function openChecked(context: TreeContext, target: SubnetTarget): Promise<ShownSubnet | undefined> {
  const shown = await findChecked(context, target);
  if (!shown) return undefined;
  await readServicesOf(context.reads, shown.health.plan);
  return findChecked(context, target);
}

async function resourceFindings(
  context: TreeContext,
  { id: resource, of }: Extract<NodeTarget, { is: 'resource' }>,
  parentId: string,
): Promise<readonly TreeNode[]> {
  const shown = of.is === 'subnet' ? await findChecked(context, of) : undefined;
  return shown ? ruleLines(context.say, { ...shown, resource, parentId }) : [];
}

async function subnetCauses(context: TreeContext, target: SubnetTarget): Promise<readonly TreeNode[]> {
  const shown = await openChecked(context, target);
  return shown
    ? causeLines(context.say, parentOf(context, target, shown))
    : [noteLine(subnetNodeId(target.subnetId), context.say('tree.gone'))];
}

async function causeFlows(
  context: TreeContext,
  { key, of }: Extract<NodeTarget, { is: 'cause' }>,
): Promise<readonly TreeNode[]> {
  const shown = of.is === 'subnet' ? await findChecked(context, of) : undefined;
  return shown && of.is === 'subnet' ? flowLines(context.say, parentOf(context, of, shown), key) : [];
}

function parentOf(
  context: TreeContext,
  target: SubnetTarget,
  { model, health }: Pick<ShownSubnet, 'model' | 'health'>,
): CheckedParent {
  const fixable = fixableOf(health, model);
  return {
    id: subnetNodeId(target.subnetId),
    target,
    model,
    health,
    fixable,
    isSample: isSampleShown(context),
  };
}
