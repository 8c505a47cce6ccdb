import { plannedKinds } from '../../core/compute-kinds';
import { nameOf, segmentOf } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import type { Plan } from '../compute-plan';
import type { CodeContext, CodeParts } from './code-context';
import { regionOfTag } from './entry-properties';
import type { FixTarget } from './fix-entries';
import { subscriptionKey } from './scopes';
import type { Candidate } from './parameters';

/** Returns parameters for values of the plan that differ between environments. */
export function planCandidates(plan: Plan, context: CodeContext, code: CodeParts): readonly Candidate[] {
  const { shortest, longest } = plannedKinds[plan.kind].name;
  return [
    { name: 'workspaceName', value: nameOf(plan.workspaceId), limits: { minLength: 3, maxLength: 33 } },
    {
      name: 'computeName',
      value: plan.name,
      limits: { minLength: shortest, maxLength: longest },
      describedBy: `computeName.${plan.kind}`,
    },
    {
      name: 'location',
      value: plan.location,
      describedBy: code.locationText,
    },
    ...code.parameters,
    ...(plan.subnetId === null ? [] : networkCandidates(plan.subnetId, context)),
  ];
}

function networkCandidates(subnetId: ResourceId, { subnetPrefixes }: CodeContext): readonly Candidate[] {
  return [
    {
      name: 'virtualNetworkName',
      value: segmentOf(subnetId, 'virtualNetworks') ?? '',
      limits: { minLength: 2, maxLength: 64 },
    },
    {
      name: 'virtualNetworkResourceGroup',
      value: segmentOf(subnetId, 'resourceGroups') ?? '',
      limits: { minLength: 1, maxLength: 90 },
    },
    { name: 'virtualNetworkSubscription', value: subscriptionKey(subnetId) },
    { name: 'subnetName', value: nameOf(subnetId), limits: { minLength: 1, maxLength: 80 } },
    { name: 'subnetAddressPrefix', value: subnetPrefixes[0] ?? '' },
    { name: 'subnetAddressPrefixes', value: subnetPrefixes },
  ];
}

/**
 * Returns parameters for the plan's regions in the form of service tags (`WestEurope`), which rules and routes contain.
 */
export function tagRegionCandidates(targets: readonly FixTarget[], plan: Plan): readonly Candidate[] {
  const spelled = new Map<string, string>();
  for (const text of targets.flatMap((target) => target.entries).flatMap(namesIn)) {
    const region = regionOfTag(text);
    if (region !== null && !spelled.has(region.toLowerCase())) spelled.set(region.toLowerCase(), region);
  }
  const ofNodes = spelled.get(plan.location);
  const ofWorkspace = spelled.get(plan.workspaceLocation);
  return [
    ...(ofNodes === undefined ? [] : [{ name: 'serviceTagRegion', value: ofNodes }]),
    ...(ofWorkspace === undefined || ofWorkspace === ofNodes
      ? []
      : [{ name: 'workspaceServiceTagRegion', value: ofWorkspace }]),
  ];
}

function namesIn(entry: FixTarget['entries'][number]): readonly string[] {
  return entry.what === 'rule'
    ? [...entry.rule.sources, ...entry.rule.destinations]
    : [entry.route.destination];
}
