import { parsePrefix } from '../../core/addresses/prefix';
import type { DatabricksTarget } from '../../core/attach-target';
import type { Outcome } from '../../core/check-result';
import { known, unknown, type Known } from '../../core/known';
import { findSubnet, nameOf, routeTableOf, sameId, segmentOf } from '../../core/network/find';
import type { NetworkModel, Subnet } from '../../core/network/model';
import type { PlanToCheck, WorkspaceFacts } from '../../core/plan';
import { reason } from '../../core/reason';
import type { FlowTemplate } from '../../requirements/requirement';
import { evaluateFlow } from '../evaluate-flow';
import type { FillContext } from '../fill-flow';
import { prefixesOverlap } from '../overlap';
import { plainRegion } from '../regions';
import {
  withSeverity,
  passed,
  failed,
  notApplicable,
  unknownResult,
  type SettingResult,
} from '../setting-result';
import type { PlaceContext, PlanContext, TrafficContext } from '../setting-context';
import { isPrivatelyLinked } from '../target';
import { unfiltered } from '../unfiltered';
import { attachTargetOf } from '../target';
import { notChosen } from './attached';

/** Checks requirement `dbx-same-sub-region`. Only one of two pages excludes another subscription. */
export function checkDatabricksPlace({ plan }: PlanContext): SettingResult {
  const target = attachTargetOf(plan, 'databricks');
  if (!target) return notChosen();
  if (!plan.workspace.known) return unknownResult(plan.workspace.because);
  const workspace = plan.workspace.value;
  const regions = compareRegions(target, workspace);
  if (regions.outcome.is !== 'passed') return regions;
  const there = segmentOf(target.id, 'subscriptions') ?? '';
  const here = segmentOf(workspace.id, 'subscriptions') ?? '';
  return there.toLowerCase() === here.toLowerCase()
    ? regions
    : withSeverity(
        'warning',
        failed('check.databricks.otherSubscription', { name: target.name, there, here }),
      );
}

function compareRegions({ name, location }: DatabricksTarget, workspace: WorkspaceFacts): SettingResult {
  if (!location.known) return unknownResult(location.because);
  if (!workspace.location.known) return unknownResult(workspace.location.because);
  const there = location.value;
  const here = workspace.location.value;
  return plainRegion(there) === plainRegion(here)
    ? passed('check.databricks.samePlace', { region: there })
    : failed('check.databricks.otherRegion', { name, there, here });
}

/** Checks requirement `dbx-secure-cluster-connectivity`. */
export function checkDatabricksPublicIp({ plan }: PlanContext): SettingResult {
  const target = attachTargetOf(plan, 'databricks');
  if (!target) return notChosen();
  if (!target.noPublicIp.known) return unknownResult(target.noPublicIp.because);
  return target.noPublicIp.value
    ? passed('check.databricks.noPublicIp')
    : failed('check.databricks.publicIp');
}

/** Returns the subnets of the target, or the checked one before a target is chosen. */
function subnetsOf({ model, plan, place }: PlaceContext): Known<readonly Subnet[]> {
  const target = attachTargetOf(plan, 'databricks');
  if (!target) return known([place.subnet]);
  return target.subnets.known ? foundSubnets(model, target.subnets.value) : target.subnets;
}

function foundSubnets(model: NetworkModel, ids: readonly string[]): Known<readonly Subnet[]> {
  const found: Subnet[] = [];
  for (const id of ids) {
    const subnet = findSubnet(model, id)?.subnet;
    if (!subnet) return unknown(reason('check.subnetNotFound', { name: nameOf(id) }));
    found.push(subnet);
  }
  return known(found);
}

/** Checks requirement `dbx-two-delegated-subnets`. */
export function checkDatabricksSubnets(context: PlaceContext): SettingResult {
  const subnets = subnetsOf(context);
  if (!subnets.known) return unknownResult(subnets.because);
  const [one, other] = subnets.value;
  if (!one || !other || sameId(one.id, other.id)) return failed('check.databricks.oneSubnet');
  for (const subnet of subnets.value) {
    const { delegations, securityGroup, name } = subnet;
    if (!delegations.known) return unknownResult(delegations.because);
    const isGiven = delegations.value.some(
      (service) => service.toLowerCase() === 'microsoft.databricks/workspaces',
    );
    if (!isGiven) return failed('check.databricks.notGiven', { subnet: name });
    if (!securityGroup.known) return unknownResult(securityGroup.because);
    if (securityGroup.value === null) return failed('check.databricks.noGroup', { subnet: name });
  }
  return passed('check.databricks.bothGiven', { one: one.name, other: other.name });
}

/** Checks requirement `dbx-default-subnet`. */
export function checkDefaultSubnet({ place: { network } }: PlaceContext): SettingResult {
  return network.subnets.some((one) => one.name.toLowerCase() === 'default')
    ? passed('check.databricks.default')
    : failed('check.databricks.noDefault', { network: network.name });
}

const networkLength = { least: 16, most: 24 };
const longestSubnet = 26;

/**
 * Checks requirement `dbx-subnet-size`: the network between /16 and /24 (an error), its subnets /26 or larger (a
 * warning).
 */
export function checkDatabricksSize(context: PlaceContext): SettingResult {
  const subnets = subnetsOf(context);
  if (!subnets.known) return unknownResult(subnets.because);
  const { addressPrefixes } = context.place.network;
  if (!addressPrefixes.known) return unknownResult(addressPrefixes.because);
  const used: { readonly subnet: string; readonly prefix: string }[] = [];
  for (const { name, addressPrefixes: own } of subnets.value) {
    if (!own.known) return unknownResult(own.because);
    used.push(...own.value.map((prefix) => ({ subnet: name, prefix })));
  }
  const spacesInUse = addressPrefixes.value.filter((space) =>
    used.some(({ prefix }) => prefixesOverlap(space, prefix)),
  );
  const outside = spacesInUse.find((prefix) => isOutside(lengthOf(prefix)));
  if (outside !== undefined) return failed('check.databricks.networkSize', { prefix: outside });
  const small = used.find(({ prefix }) => lengthOf(prefix) > longestSubnet);
  return small
    ? withSeverity('warning', failed('check.databricks.subnetSize', small))
    : passed('check.databricks.size');
}

function lengthOf(prefix: string): number {
  return parsePrefix(prefix)?.length ?? 0;
}

function isOutside(length: number): boolean {
  return length < networkLength.least || length > networkLength.most;
}

/** Tags that Databricks requires to be routed directly to the internet (routes for Databricks, undated). */
const directTags = [
  { tag: 'AzureDatabricks', port: '443' },
  { tag: 'Sql', port: '3306' },
  { tag: 'Storage', port: '443' },
  { tag: 'EventHub', port: '9093' },
];

/** Checks requirement `udr-databricks`. The rows of the flows count; this one summarizes them. */
export function checkDatabricksRoutes({
  model,
  place,
  evaluateUnfiltered,
  plan,
}: TrafficContext): SettingResult {
  const table = routeTableOf(model, place.subnet);
  if (!table.known) return unknownResult(table.because);
  if (table.value === null) return notApplicable('check.routes.none');
  const answers = directFlows(plan).map(({ tag, flow }) => ({
    tag,
    outcome: evaluateUnfiltered(flow).outcome,
  }));
  for (const { outcome } of answers) {
    if (outcome.is === 'unknown') return withSeverity('info', unknownResult(outcome.because));
  }
  const elsewhere = answers.filter(({ outcome }) => isByRoute(outcome)).map(({ tag }) => tag);
  return elsewhere.length === 0
    ? passed('check.databricks.direct')
    : withSeverity('info', failed('check.databricks.elsewhere', { tags: elsewhere }));
}

/** Returns the tags of Databricks that a route doesn't send directly to the internet. */
export function databricksElsewhere(context: FillContext): readonly string[] {
  const alone = unfiltered(context);
  return directFlows(context.plan)
    .filter(({ flow }) => isByRoute(evaluateFlow(flow, alone).outcome))
    .map(({ tag }) => tag);
}

function isByRoute(outcome: Outcome): boolean {
  return 'by' in outcome && outcome.by?.kind === 'route';
}

function directFlows(plan: PlanToCheck): readonly { readonly tag: string; readonly flow: FlowTemplate }[] {
  return directTags
    .filter(({ tag }) => tag !== 'AzureDatabricks' || !isPrivatelyLinked(plan))
    .map(({ tag, port }) => ({ tag, flow: leaving(tag, port) }));
}

function leaving(tag: string, port: string): FlowTemplate {
  return {
    direction: 'Outbound',
    protocol: 'TCP',
    ports: [port],
    remote: { is: 'tag', tag, scope: 'none' },
    writeProtocol: 'Tcp',
    preflightByText: false,
    ruleName: `Allow-${tag}`,
  };
}
