import { nameOf, segmentOf } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import type { Reason } from '../../core/reason';
import { computeBody } from '../compute-body';
import { longestName } from '../compute-name';
import type { ComputePlan } from '../compute-plan';
import type { Say } from '../say';
import type { CodeContext } from './code-context';
import { computeProperties, computeParameters } from './compute-resource';
import { regionOfTag } from './entry-properties';
import { collectFixes, type FixTarget } from './fix-entries';
import {
  networkApiVersion,
  networkFixes,
  subscriptionOf,
  virtualNetworkScope,
  type FixGroup,
  type NetworkFixes,
} from './network-fixes';
import { usedParameters, type Candidate } from './parameters';
import { parameter, type ExistingResource, type Module, type NewResource, type Template } from './template';

/** Api version of workspace and compute in what is written. */
export const workspaceApiVersion = '2025-12-01';

export interface BuiltTemplate {
  readonly template: Template;
  /** Base of the files' names. */
  readonly fileName: string;
  readonly leftOut: readonly Reason[];
}

/** The plan as a template of the workspace's resource group, with the chosen fixes before the compute. */
export function buildTemplate(plan: ComputePlan, context: CodeContext, say: Say): BuiltTemplate {
  const fileName = safeFileName(context.fileName ?? plan.name);
  const collected = collectFixes(plan.fixes);
  const tagRegions = tagRegionsOf(collected.targets, plan);
  const fixes = networkFixes(collected.targets, {
    workspaceId: plan.workspaceId,
    subnetId: plan.subnetId,
    kind: say(`write.kind.${plan.kind}`),
    instead: {
      subnetPrefixes: context.subnetPrefixes,
      tagRegions: new Map(tagRegions.map((one) => [String(one.value).toLowerCase(), one.name])),
    },
    context,
    say,
  });
  const candidates = [...planCandidates(plan, context), ...tagRegions, ...fixes.candidates];
  const parts = partsOf(plan, fixes, { fileName, candidates, say });
  const template: Template = {
    heading: headingOf(plan, { context, fileName, say, leftOut: collected.leftOut }),
    parameters: usedParameters(candidates, parts, say),
    ...parts,
    outputs: [{ name: 'computeId', description: say('write.output.computeId'), idOf: 'compute' }],
  };
  return { template, fileName, leftOut: collected.leftOut };
}

interface Naming {
  readonly fileName: string;
  readonly candidates: readonly Candidate[];
  readonly say: Say;
}

type Parts = Omit<Template, 'heading' | 'parameters' | 'outputs'>;

function partsOf(plan: ComputePlan, fixes: NetworkFixes, naming: Naming): Parts {
  const own = fixes.groups.find((group) => group.scope === null);
  const modules = modulesOf(fixes.groups, naming);
  const before = [...(own?.resources ?? []), ...modules].map((one) => one.symbol);
  const compute: NewResource = {
    comment: computeComment(plan, naming.say),
    symbol: 'compute',
    type: `${workspaceType}/computes`,
    apiVersion: workspaceApiVersion,
    parent: 'workspace',
    name: parameter('computeName'),
    location: parameter('location'),
    properties: computeProperties(computeBody(plan)),
    dependsOn: before,
  };
  return {
    existing: [workspace, ...networkOf(plan), ...(own?.existing ?? [])],
    modules,
    resources: [...(own?.resources ?? []), compute],
  };
}

const workspaceType = 'Microsoft.MachineLearningServices/workspaces';

const workspace: ExistingResource = {
  symbol: 'workspace',
  type: workspaceType,
  apiVersion: workspaceApiVersion,
  name: parameter('workspaceName'),
  parent: null,
  scope: null,
};

function networkOf({ subnetId, workspaceId }: ComputePlan): readonly ExistingResource[] {
  if (subnetId === null) return [];
  const type = 'Microsoft.Network/virtualNetworks';
  return [
    {
      symbol: 'virtualNetwork',
      type,
      apiVersion: networkApiVersion,
      name: parameter('virtualNetworkName'),
      parent: null,
      scope: virtualNetworkScope(subnetId, workspaceId),
    },
    {
      symbol: 'subnet',
      type: `${type}/subnets`,
      apiVersion: networkApiVersion,
      name: parameter('subnetName'),
      parent: 'virtualNetwork',
      scope: null,
    },
  ];
}

function modulesOf(groups: readonly FixGroup[], { fileName, candidates, say }: Naming): readonly Module[] {
  return groups
    .flatMap(({ scope, ...rest }) => (scope ? [{ scope, parts: { ...rest, modules: [] } }] : []))
    .map(({ scope, parts }, index) => {
      const number = index === 0 ? '' : String(index + 1);
      return {
        symbol: `networkFixes${number}`,
        fileName: `${fileName}-network-fixes${number}`,
        deploymentName: {
          is: 'format',
          parts: [parameter('computeName'), `-network-fixes${number}`],
        },
        scope,
        template: {
          heading: [say('write.heading.fixes', { file: fileName })],
          parameters: usedParameters(candidates, parts, say),
          ...parts,
          outputs: [],
        },
      };
    });
}

function planCandidates(plan: ComputePlan, context: CodeContext): readonly Candidate[] {
  return [
    { name: 'workspaceName', value: nameOf(plan.workspaceId), limits: { minLength: 3, maxLength: 33 } },
    {
      name: 'computeName',
      value: plan.name,
      limits: { minLength: 3, maxLength: longestName[plan.kind] },
      describedBy: `computeName.${plan.kind}`,
    },
    { name: 'location', value: plan.location },
    ...computeParameters(plan),
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
    { name: 'virtualNetworkSubscription', value: subscriptionOf(subnetId) },
    { name: 'subnetName', value: nameOf(subnetId), limits: { minLength: 1, maxLength: 80 } },
    { name: 'subnetAddressPrefix', value: subnetPrefixes[0] ?? '' },
    { name: 'subnetAddressPrefixes', value: subnetPrefixes },
  ];
}

/** The regions of the plan as service tags spell them (`WestEurope`), which is how a rule or route names them. */
function tagRegionsOf(targets: readonly FixTarget[], plan: ComputePlan): readonly Candidate[] {
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

function headingOf(
  plan: ComputePlan,
  more: {
    readonly context: CodeContext;
    readonly fileName: string;
    readonly say: Say;
    readonly leftOut: readonly Reason[];
  },
): readonly string[] {
  const { say, context, leftOut } = more;
  const { subnetId } = plan;
  return [
    say(`write.heading.${plan.kind}`, { name: plan.name, workspace: nameOf(plan.workspaceId) }),
    subnetId === null
      ? say('write.heading.managed')
      : say('write.heading.subnet', {
          subnet: nameOf(subnetId),
          network: segmentOf(subnetId, 'virtualNetworks') ?? '',
        }),
    say('write.heading.written', { date: context.writtenOn }),
    say('write.heading.deploy', { group: segmentOf(plan.workspaceId, 'resourceGroups') ?? '' }),
    ...leftOut.map(({ key, values }) => say('write.leftOut', { what: say(key, values) })),
  ];
}

function computeComment(plan: ComputePlan, say: Say): readonly string[] {
  const address = plan.subnetId === null ? 'managed' : plan.publicIp ? 'yes' : 'no';
  return [say(`write.publicIp.${address}`), say('write.ssh'), say('write.replaces')];
}

/** A name that every file system takes: Windows keeps `con`, `nul`, `com1` and the like for itself. */
function safeFileName(name: string): string {
  const safe = name.replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^-+|-+$/g, '');
  return safe === '' || /^(con|prn|aux|nul|(com|lpt)\d)$/i.test(safe)
    ? `compute-${safe}`.replace(/-$/, '')
    : safe;
}
