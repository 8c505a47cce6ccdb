import { withoutEnd } from '../../core/cut-text';
import type { Reason } from '../../core/reason';
import { isAttachPlan, type Plan } from '../attach/attach-plan';
import { computeWriteApiVersion, computeBody } from '../compute-body';
import type { ComputePlan } from '../compute-plan';
import type { PlanSay } from '../say';
import { attachedComment, attachedProperties, attachedTarget } from './attached-resource';
import type { CodeContext } from './code-context';
import { computeIdentity, computeProperties, computeTags } from './compute-resource';
import { computeComment, fileHeading } from './file-heading';
import { collectFixes } from './fix-entries';
import { networkFixes, type NetworkFixes } from './network-fixes';
import { usedParameters, type Candidate } from './parameters';
import { planCandidates, tagRegionCandidates } from './plan-parameters';
import { virtualNetworkScope } from './scopes';
import { networkCodeApiVersion, type FixGroup } from './writing';
import {
  templateParameter,
  type ExistingResource,
  type Module,
  type TemplateResource,
  type DeploymentTemplate,
} from './template';

export interface BuiltTemplate {
  readonly template: DeploymentTemplate;
  /** Base of the files' names. */
  readonly fileName: string;
  readonly leftOut: readonly Reason[];
}

/** The plan as a template of the workspace's resource group, with the chosen fixes before the compute. */
export function buildTemplate(plan: Plan, context: CodeContext, say: PlanSay): BuiltTemplate {
  const fileName = safeFileName(context.fileName ?? plan.name);
  const collected = collectFixes(plan.fixes, context.subnet ?? null, context.newNetwork?.id ?? null);
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
  const candidates = [...planCandidates(plan, context), ...tagRegions, ...fixes.candidates];
  const makesNetwork = context.newNetwork !== undefined;
  const parts = partsOf(plan, fixes, { fileName, candidates, makesNetwork, context, say });
  const template: DeploymentTemplate = {
    heading: fileHeading(plan, {
      context,
      makesNetwork,
      leftOut: collected.leftOut,
      say,
    }),
    parameters: usedParameters(candidates, parts, say),
    ...parts,
    outputs: [{ name: 'computeId', description: say('write.output.computeId'), idOf: 'compute' }],
  };
  return { template, fileName, leftOut: collected.leftOut };
}

interface Naming {
  readonly fileName: string;
  readonly candidates: readonly Candidate[];
  /** The fixes furnish a network that they make themselves. */
  readonly makesNetwork: boolean;
  readonly context: CodeContext;
  readonly say: PlanSay;
}

type Parts = Omit<DeploymentTemplate, 'heading' | 'parameters' | 'outputs'>;

function partsOf(plan: Plan, fixes: NetworkFixes, naming: Naming): Parts {
  const own = fixes.groups.find((group) => group.scope === null);
  const modules = modulesOf(fixes.groups, naming);
  // A subnet of a network that is made here stands for all that the network waits for.
  const isMade = own?.resources.some((one) => one.symbol === subnet.parent) === true;
  const before = isMade ? [] : [...(own?.resources ?? []), ...modules].map((one) => one.symbol);
  const compute: TemplateResource = {
    ...computeParts(plan, { isMade, ...naming }),
    symbol: 'compute',
    type: `${workspaceType}/computes`,
    apiVersion: computeWriteApiVersion,
    parent: 'workspace',
    name: templateParameter('computeName'),
    location: templateParameter('location'),
    dependsOn: before,
  };
  return {
    existing: [
      workspace,
      ...(isAttachPlan(plan) ? [attachedTarget(plan)] : networkOf(plan, isMade)),
      ...(own?.existing ?? []),
    ],
    modules,
    resources: [...(own?.resources ?? []), compute],
  };
}

type ComputeParts = Pick<TemplateResource, 'comment' | 'tags' | 'identity' | 'properties'>;

function computeParts(
  plan: Plan,
  { isMade, context, say }: Pick<Naming, 'context' | 'say'> & { readonly isMade: boolean },
): ComputeParts {
  if (isAttachPlan(plan)) {
    const comment = attachedComment(plan, say);
    return { comment, tags: null, identity: null, properties: attachedProperties(plan) };
  }
  return {
    comment: computeComment(plan, context, say),
    tags: computeTags(plan),
    identity: computeIdentity(plan),
    properties: computeProperties(computeBody(plan), !isMade),
  };
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

const networkType = 'Microsoft.Network/virtualNetworks';

const subnet: ExistingResource = {
  symbol: 'subnet',
  type: `${networkType}/subnets`,
  apiVersion: networkCodeApiVersion,
  name: templateParameter('subnetName'),
  parent: 'virtualNetwork',
  scope: null,
};

/** The subnet and its network; a network that the file makes itself is no existing one. */
function networkOf({ subnetId, workspaceId }: ComputePlan, isMade: boolean): readonly ExistingResource[] {
  if (subnetId === null) return [];
  if (isMade) return [subnet];
  const virtualNetwork: ExistingResource = {
    symbol: 'virtualNetwork',
    type: networkType,
    apiVersion: networkCodeApiVersion,
    name: templateParameter('virtualNetworkName'),
    parent: null,
    scope: virtualNetworkScope(subnetId, workspaceId),
  };
  return [virtualNetwork, subnet];
}

function modulesOf(
  groups: readonly FixGroup[],
  { fileName, candidates, makesNetwork, say }: Naming,
): readonly Module[] {
  const [base, named, heading] = makesNetwork
    ? (['network', 'network', 'write.heading.network'] as const)
    : (['networkFixes', 'network-fixes', 'write.heading.fixes'] as const);
  return groups
    .flatMap(({ scope, ...rest }) => (scope ? [{ scope, parts: { ...rest, modules: [] } }] : []))
    .map(({ scope, parts }, index) => {
      const number = index === 0 ? '' : String(index + 1);
      return {
        symbol: `${base}${number}`,
        fileName: `${fileName}-${named}${number}`,
        deploymentName: {
          is: 'format',
          parts: [templateParameter('computeName'), `-${named}${number}`],
        },
        scope,
        template: {
          heading: [say(heading, { file: fileName })],
          parameters: usedParameters(candidates, parts, say),
          ...parts,
          outputs: [],
        },
      };
    });
}

/** A name that every file system takes: Windows keeps `con`, `nul`, `com1` and the like for itself. */
function safeFileName(name: string): string {
  const safe = withoutEnd(name.replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^-+/, ''), '-');
  return safe === '' || /^(con|prn|aux|nul|(com|lpt)\d)$/i.test(safe)
    ? `compute-${safe}`.replace(/-$/, '')
    : safe;
}
