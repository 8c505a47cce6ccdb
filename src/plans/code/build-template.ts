import { withoutEnd } from '../../core/cut-text';
import { computeWriteApiVersion } from '../compute-body';
import { matchPlan, type Plan } from '../compute-plan';
import type { PlanSay } from '../say';
import { attachedCode } from './attached-resource';
import type { CodeContext, CodeParts } from './code-context';
import { createdCode, networkSymbol } from './compute-resource';
import { collectFixes, type WrittenSubnet } from './fix-entries';
import { leftOutLines, type LeftOutStep } from './left-out';
import { networkFixes, type NetworkFixes } from './network-fixes';
import { usedParameters, type Candidate } from './parameters';
import { networkPeeringSymbol } from './peering-resources';
import { planCandidates, tagRegionCandidates } from './plan-parameters';
import type { FixGroup } from './writing';
import {
  templateParameter,
  type ExistingResource,
  type Module,
  type TemplateResource,
  type DeploymentTemplate,
} from './template';
import { nameOf, segmentOf } from '../../core/network/find';

export interface BuiltTemplate {
  readonly template: DeploymentTemplate;
  /** Base name of the files. */
  readonly fileName: string;
  readonly leftOut: readonly LeftOutStep[];
  /** Changes of the subnet by the fixes, if the subnet is in the template. */
  readonly subnet: WrittenSubnet | null;
}

/** Builds a template for the workspace's resource group, with the chosen fixes before the compute resource. */
export function buildTemplate(plan: Plan, context: CodeContext, say: PlanSay): BuiltTemplate {
  const code = matchPlan(plan, { create: createdCode, attach: attachedCode });
  const fileName = safeFileName(context.fileName ?? plan.name);
  const collected = collectFixes(plan.fixes, context.subnet ?? null);
  const tagRegions = tagRegionCandidates(collected.targets, plan);
  const fixes = networkFixes(collected, {
    workspaceId: plan.workspaceId,
    subnetId: plan.subnetId,
    location: plan.location,
    kind: say(`write.kind.${plan.kind}`),
    instead: {
      subnetPrefixes: context.subnetPrefixes,
      tagRegions: new Map(tagRegions.map((one) => [String(one.value).toLowerCase(), one.name])),
    },
    context,
    say,
  });
  const candidates = [...planCandidates(plan, context, code), ...tagRegions, ...fixes.candidates];
  const isNetworkCreated = context.newNetwork !== undefined;
  const parts = partsOf(code, fixes, { fileName, candidates, isNetworkCreated, context, say });
  const template: DeploymentTemplate = {
    heading: fileHeading(plan, {
      context,
      code,
      isNetworkCreated,
      leftOut: collected.leftOut,
      say,
    }),
    parameters: usedParameters(candidates, parts, say),
    ...parts,
    outputs: [{ name: 'computeId', description: say('write.output.computeId'), idOf: 'compute' }],
  };
  return { template, fileName, leftOut: collected.leftOut, subnet: collected.subnet };
}

interface Naming {
  readonly fileName: string;
  readonly candidates: readonly Candidate[];
  /** True if the network is new, and the fixes complete it. */
  readonly isNetworkCreated: boolean;
  readonly context: CodeContext;
  readonly say: PlanSay;
}

type Parts = Omit<DeploymentTemplate, 'heading' | 'parameters' | 'outputs'>;

function partsOf(code: CodeParts, fixes: NetworkFixes, naming: Naming): Parts {
  const modules = modulesOf(fixes.groups, naming);
  const own = inOrder(
    fixes.groups.find((group) => group.scope === null),
    modules,
  );
  // A subnet of a new network already implies everything that the network depends on.
  const isNetworkNew = own?.resources.some((one) => one.symbol === networkSymbol) === true;
  const waits = (own?.resources ?? []).filter((one) => !isNetworkNew || isConnection(one));
  const after = isNetworkNew ? modules.filter((one) => one.dependsOn.length > 0) : modules;
  const before = [...waits, ...after].map((one) => one.symbol);
  const compute: TemplateResource = {
    ...code.resource({ isNetworkNew, ...naming }),
    symbol: 'compute',
    type: `${workspaceType}/computes`,
    apiVersion: computeWriteApiVersion,
    parent: 'workspace',
    name: templateParameter('computeName'),
    location: templateParameter('location'),
    dependsOn: before,
  };
  return {
    existing: [workspace, ...code.existing(isNetworkNew), ...(own?.existing ?? [])],
    modules,
    resources: [...(own?.resources ?? []), compute],
  };
}

/**
 * Checks whether a resource is part of the connection with the workspace. Host names of the workspace resolve, and its
 * private endpoint is reachable, once all parts exist.
 */
export function isConnection({ type }: TemplateResource): boolean {
  return /\/(?:privateEndpoints|privateDnsZoneGroups|virtualNetworkLinks|virtualNetworkPeerings)$/.test(type);
}

/** Checks whether a resource is the new network. */
function isNewNetwork({ symbol }: TemplateResource): boolean {
  return symbol === networkSymbol;
}

/** Returns the deployment's own group, whose peering and links wait for the module that creates the new network. */
function inOrder(own: FixGroup | undefined, modules: readonly Module[]): FixGroup | undefined {
  const home = modules.find((one) => one.template.resources.some(isNewNetwork));
  if (!own || !home) return own;
  const resources = own.resources.map((one) =>
    isConnection(one) ? { ...one, dependsOn: [...one.dependsOn, home.symbol] } : one,
  );
  return { ...own, resources };
}

const workspaceType = 'Microsoft.MachineLearningServices/workspaces';

const workspace: ExistingResource = {
  symbol: 'workspace',
  type: workspaceType,
  apiVersion: computeWriteApiVersion,
  name: templateParameter('workspaceName'),
  parent: null,
  scope: null,
};

function modulesOf(
  groups: readonly FixGroup[],
  { fileName, candidates, isNetworkCreated, say }: Naming,
): readonly Module[] {
  const placed = groups
    .flatMap(({ scope, ...rest }) => (scope ? [{ scope, parts: { ...rest, modules: [] } }] : []))
    .map((one) => ({ ...one, word: moduleWord(one.parts, isNetworkCreated) }));
  const names = placed.map(({ word }, at) => {
    const before = placed.slice(0, at).filter((one) => one.word === word).length;
    return before === 0 ? '' : String(before + 1);
  });
  const home = groups.find((group) => group.resources.some(isNewNetwork));
  // Peerings and links of other groups wait for the network and for its own peering.
  const own = (home?.resources ?? []).filter(isNetworkOrPeering).map((one) => one.symbol);
  const waited = home?.scope ? [moduleNames.network.base] : own.slice(-1);
  return placed.map(({ scope, parts, word }, at) => {
    const { base, named, heading } = moduleNames[word];
    const number = names[at] ?? '';
    return {
      symbol: `${base}${number}`,
      fileName: `${fileName}-${named}${number}`,
      deploymentName: {
        is: 'format',
        parts: [templateParameter('computeName'), `-${named}${number}`],
      },
      scope,
      dependsOn: word === 'connection' ? waited : [],
      template: {
        heading: [say(heading, { file: fileName })],
        parameters: usedParameters(candidates, parts, say),
        ...parts,
        outputs: [],
      },
    };
  });
}

const moduleNames = {
  network: { base: 'network', named: 'network', heading: 'write.heading.network' },
  connection: { base: 'connection', named: 'connection', heading: 'write.heading.connection' },
  fixes: { base: 'networkFixes', named: 'network-fixes', heading: 'write.heading.fixes' },
} as const;

/** Returns the content of a module: a new network, what connects it in another resource group, or fixes. */
function moduleWord(
  { resources }: Pick<FixGroup, 'resources'>,
  isNetworkCreated: boolean,
): keyof typeof moduleNames {
  if (!isNetworkCreated) return 'fixes';
  return resources.some(isNewNetwork) || !resources.some(isConnection) ? 'network' : 'connection';
}

function isNetworkOrPeering(one: TemplateResource): boolean {
  return isNewNetwork(one) || one.symbol === networkPeeringSymbol;
}

/** Returns a name that every file system accepts. Windows reserves `con`, `nul`, `com1`, and similar names. */
export function safeFileName(name: string): string {
  const safe = withoutEnd(name.replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^-+/, ''), '-');
  return safe === '' || /^(con|prn|aux|nul|(com|lpt)\d)$/i.test(safe)
    ? `compute-${safe}`.replace(/-$/, '')
    : safe;
}

/** Returns the heading of the main file: its content, its date, where to deploy it, and what it omits. */
function fileHeading(
  plan: Plan,
  more: {
    readonly context: CodeContext;
    readonly code: CodeParts;
    /** True if the files create the network. */
    readonly isNetworkCreated: boolean;
    readonly leftOut: readonly LeftOutStep[];
    readonly say: PlanSay;
  },
): readonly string[] {
  const { say, context, isNetworkCreated, leftOut } = more;
  const { place } = more.code;
  return [
    say(`write.heading.${plan.kind}`, { name: plan.name, workspace: nameOf(plan.workspaceId) }),
    say(isNetworkCreated ? 'write.heading.newSubnet' : place.key, {
      subnet: nameOf(plan.subnetId ?? ''),
      network: segmentOf(plan.subnetId ?? '', 'virtualNetworks') ?? '',
      target: place.target,
    }),
    say('write.heading.written', { date: context.writtenOn }),
    ...(context.profile === '2020-12' ? [say('write.heading.profile2020')] : []),
    say(isNetworkCreated ? 'write.heading.deployNew' : 'write.heading.deploy', {
      group: segmentOf(plan.workspaceId, 'resourceGroups') ?? '',
    }),
    ...leftOutLines(say, leftOut),
  ];
}
