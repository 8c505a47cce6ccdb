import { applies, requirementsFor, type Applies, type ProfiledRequirement } from '../checks/applies';
import { known, unknown, type Known } from '../core/known';
import type { PlanToCheck, WorkspaceFacts } from '../core/plan';
import { reason } from '../core/reason';
import { regionalTag, type TagCatalog } from '../core/tags/tag-catalog';
import type { Say } from '../messages/say';
import { hostNames } from '../requirements/host-names';
import type { FlowTemplate, RemoteTemplate } from '../requirements/requirement';
import { requirementsDate } from '../requirements/requirements';
import { formatReason } from '../wording/reason-text';
import { requirementName, requirementSources } from '../wording/requirement-text';
import { quotedNote } from './check-tool-result';
import { cutList, withinSize } from './shown-text';
import type { ToolInput } from './tool-inputs';
import type { ToolResult } from './tool-results';

type PlanRequirements = ToolResult<'azure_ml_requirements'>;
type ShownRequirement = PlanRequirements['requirements'][number];
type Applicable = Exclude<Applies, { is: 'no' }>;

const mostRequirements = 80;
const ranks = { error: 0, warning: 1, info: 2 } as const;

/** Lists the network requirements of Azure Machine Learning for a plan. It doesn't check a network. */
export function requirementsToolResult(
  say: Say,
  tags: TagCatalog,
  input: ToolInput<'azure_ml_requirements'>,
): PlanRequirements {
  const { about = 'flows', cloud = 'public', profile = 'current' } = input;
  const region = input.region?.toLowerCase().replaceAll(' ', '') ?? null;
  const plan = planOf({ ...input, cloud, profile });
  const all = requirementsFor(plan).flatMap((one): readonly ShownRequirement[] => {
    const its = applies(one.inProfile, plan);
    if (its.is === 'no' || !isAbout(one, about)) return [];
    return [shown(say, one, { applies: its, cloud, region, tags })];
  });
  const first = cutList(
    all.toSorted((a, b) => ranks[a.severity] - ranks[b.severity]),
    mostRequirements,
  );
  return withinSize(
    {
      quoted: quotedNote,
      next: [
        'This lists requirements and checks nothing. check_network_files checks files against them, and explain_finding explains each ID.',
        ...(about === 'flows'
          ? ['Settings such as DNS, private endpoints, addresses, and roles are listed with about: settings.']
          : []),
        ...(region === null
          ? ['Replace REGION with the region of the network, for example westeurope.']
          : []),
      ],
      notes: [],
      profile,
      cloud,
      region,
      checked: requirementsDate,
      requirements: first.shown,
      omittedRequirements: first.omitted,
    },
    { requirements: 'omittedRequirements' },
  );
}

type RequirementsInput = Omit<ToolInput<'azure_ml_requirements'>, 'cloud' | 'profile'> &
  Pick<PlanToCheck, 'cloud' | 'profile'>;

function planOf({ compute, publicIp, workspace, cloud, profile }: RequirementsInput): PlanToCheck {
  const nothing: Known<never> = unknown(reason('unknown.notChosen'));
  return {
    cloud,
    profile,
    kind: known(compute),
    publicIp: publicIp === undefined ? nothing : known(publicIp),
    workspace: workspace === undefined ? nothing : known(workspaceOf(workspace === 'private', nothing)),
    subnetId: null,
    name: null,
    maxNodes: nothing,
    minNodes: nothing,
    reservedAddresses: nothing,
    publicSsh: false,
  };
}

function workspaceOf(hasEndpoint: boolean, nothing: Known<never>): WorkspaceFacts {
  return {
    id: '',
    name: '',
    location: nothing,
    hasPrivateEndpoint: known(hasEndpoint),
    managedNetwork: known('disabled'),
    managedNetworkSetUp: nothing,
    highBusinessImpact: nothing,
  };
}

function isAbout({ inProfile: { what } }: ProfiledRequirement, about: 'flows' | 'settings' | 'all'): boolean {
  const isFlow = what.is === 'flows' || (what.is === 'note' && what.byName !== undefined);
  return about === 'all' || isFlow === (about === 'flows');
}

interface RequirementContext extends Pick<PlanToCheck, 'cloud'> {
  readonly applies: Applicable;
  readonly region: string | null;
  readonly tags: TagCatalog;
}

function shown(
  say: Say,
  { requirement, inProfile }: ProfiledRequirement,
  { applies: its, cloud, region, tags }: RequirementContext,
): ShownRequirement {
  const { what } = inProfile;
  const flows = what.is === 'flows' ? what.flows : what.is === 'note' && what.byName ? [what.byName] : [];
  const [first] = requirementSources(requirement.id);
  return {
    id: requirement.id,
    name: requirementName(say, requirement.id),
    applies: its.is,
    assumptions: its.is === 'assumed' ? its.assumptions.map((one) => formatReason(say, one)) : [],
    level: inProfile.level,
    severity: inProfile.severity,
    basis: inProfile.basis,
    checked: requirement.checked,
    flows: flows.map((one) => flowOf(one, { region, tags })),
    hosts: [...hostNames(requirement.id, cloud, region ?? 'REGION')],
    needless: what.is === 'flows' ? (what.unlessEndpoint ?? null) : null,
    source: first ? { ...first } : null,
  };
}

function flowOf(
  flow: FlowTemplate,
  around: Pick<RequirementContext, 'region' | 'tags'>,
): ShownRequirement['flows'][number] {
  const { direction, protocol, writeProtocol, ports, remote } = flow;
  return {
    direction,
    protocol: writeProtocol === '*' ? 'Any' : protocol,
    ports: [...ports],
    remote: remoteText(remote, around),
  };
}

function remoteText(
  remote: RemoteTemplate,
  { region, tags }: Pick<RequirementContext, 'region' | 'tags'>,
): string {
  switch (remote.is) {
    case 'tag':
      if (remote.scope === 'none') return remote.tag;
      // If the catalog doesn't have a regional tag, fall back to the whole tag.
      return region === null ? `${remote.tag}.REGION` : (regionalTag(tags, remote.tag, region) ?? remote.tag);
    case 'own-subnet':
      return 'the subnet’s own addresses';
    case 'own-network':
      return 'VirtualNetwork';
    case 'target-subnets':
      return 'the subnets of the attached compute';
    case 'private-endpoints':
      return `private endpoints of the group ${remote.groups.join(' or ')}`;
  }
}
