import type { Cloud, Direction, RuleProtocol } from '../core/network/model';
import { computeKinds, type AttachedKind } from '../core/compute-kinds';
import type { Profile } from '../core/plan';
import type {
  AppliesTo,
  FlowTemplate,
  HostsByCloud,
  InProfile,
  RegionScope,
  RemoteTemplate,
  SettingName,
  RequirementKind,
} from './requirement';

/** Date of the article on which the older profile is based. */
const article2020 = '2020-12-10';

/** Applies to every plan of a compute resource that Azure ML creates. */
const anyPlan: AppliesTo = {
  kinds: computeKinds,
  publicIp: 'any',
  workspace: 'any',
  clouds: ['public', 'usgov', 'china'],
  network: 'own',
  clusterType: 'any',
};

/** Returns `anyPlan`, restricted, or extended to workspaces with a managed virtual network. */
export function plans(only: Partial<AppliesTo>): AppliesTo {
  return { ...anyPlan, ...only };
}

/** Returns both kinds that Azure ML creates, and attached kinds. */
export function alsoOf(...attached: readonly AttachedKind[]): AppliesTo['kinds'] {
  return [...anyPlan.kinds, ...attached];
}

/** Compute resources that Azure ML creates, and virtual machines. */
export const nodesAndMachines = plans({ kinds: alsoOf('virtual-machine') });

/**
 * Applies to a virtual machine, too, but only if its outbound traffic is restricted. It then follows the list of the
 * other compute resources, without entries for nodes that Azure ML creates (Batch, UDP 5831, the file share).
 */
export const alsoForMachines = {
  appliesTo: nodesAndMachines,
  ofAttached: { level: 'recommended', severity: 'warning' },
} as const;

/** In December 2020, the HDInsight page referred to the same list. */
export const attachedIn2020 = { appliesTo: plans({ kinds: alsoOf('virtual-machine', 'hdinsight') }) };

/** Builds a requirement of a profile. Defaults: required, documented, and an error if open. */
export function requirement(
  what: RequirementKind,
  profile: Partial<Omit<InProfile, 'what'>> & { readonly from: string },
): InProfile {
  return {
    until: null,
    level: 'required',
    basis: 'documented',
    appliesTo: anyPlan,
    severity: 'error',
    severityIf: [],
    ...profile,
    what,
  };
}

export function setting(name: SettingName): RequirementKind {
  return { is: 'setting', setting: name };
}

/** Builds a note for what no model shows. With `unlessInternet`, it isn't needed if the whole internet is reachable. */
export function noteUnlessInternet(unlessInternet: 'unless-internet' | 'always'): RequirementKind {
  return { is: 'note', unlessInternet: unlessInternet === 'unless-internet' };
}

/**
 * Builds a note for hosts that are identified only by name, anywhere on the internet. A readable firewall decides it.
 */
export function hostNamesOnly(
  more: {
    readonly remote?: RemoteTemplate;
    readonly elsewhere?: true;
    readonly behindAppliance?: true;
  } = {},
): RequirementKind {
  const { remote = tag('Internet'), ...conditions } = more;
  return {
    is: 'note',
    unlessInternet: true,
    byName: flowTemplate('Outbound', 'TCP 443', { remote, ruleName: 'Allow-Names-443' }),
    ...conditions,
  };
}

export function flows(...templates: readonly FlowTemplate[]): RequirementKind {
  return { is: 'flows', flows: templates };
}

export function tag(name: string): RemoteTemplate {
  return { is: 'tag', tag: name, scope: 'none' };
}

/** Builds the tag's regional form, of the subnet's and the workspace's region unless `scope` states others. */
export function tagOfRegion(name: string, scope: RegionScope = 'subnet+workspace'): RemoteTemplate {
  return { is: 'tag', tag: name, scope };
}

const spelled: Readonly<Record<FlowTemplate['protocol'], RuleProtocol>> = {
  TCP: 'Tcp',
  UDP: 'Udp',
  Any: '*',
};

/** Builds a flow from a text such as `TCP 443`. The rule to write has the same values unless `more` overrides them. */
export function flowTemplate(
  direction: Direction,
  subject: `${FlowTemplate['protocol']} ${string}`,
  more: Pick<FlowTemplate, 'remote' | 'ruleName'> & Partial<FlowTemplate>,
): FlowTemplate {
  const [protocol, ports] = subject.split(' ') as [FlowTemplate['protocol'], string];
  return {
    direction,
    protocol,
    ports: ports.split(','),
    writeProtocol: spelled[protocol],
    preflightByText: false,
    ...more,
  };
}

/** Builds profiles for a requirement that applies only today. */
export function inCurrentProfile(current: InProfile): Readonly<Partial<Record<Profile, InProfile>>> {
  return { current };
}

/** Builds profiles for a requirement that applies today and, with `differences`, in December 2020. */
export function inBothProfiles(
  current: InProfile,
  differences: Partial<InProfile> = {},
): Readonly<Partial<Record<Profile, InProfile>>> {
  return { current, '2020-12': { ...current, from: article2020, ...differences } };
}

/** Builds profiles for a requirement that applied only in December 2020. */
export function only2020(then: InProfile): Readonly<Partial<Record<Profile, InProfile>>> {
  return { '2020-12': then };
}

/** Returns hosts with the same name in every cloud. */
export function inEveryCloud(...hosts: readonly string[]): HostsByCloud {
  return { public: hosts, usgov: hosts, china: hosts };
}

export const storageSuffix: Readonly<Record<Cloud, string>> = {
  public: 'core.windows.net',
  usgov: 'core.usgovcloudapi.net',
  china: 'core.chinacloudapi.cn',
};

/** Returns hosts whose names differ between clouds. */
export function byCloud(hosts: (cloud: Cloud) => readonly string[]): HostsByCloud {
  return { public: hosts('public'), usgov: hosts('usgov'), china: hosts('china') };
}

/**
 * Returns the patterns for accounts of the Batch service and of the workspace, whose names differ between workspaces.
 */
export function storageHostPatterns(cloud: Cloud): readonly string[] {
  return ['blob', 'dfs', 'file', 'queue', 'table'].map((service) => `*.${service}.${storageSuffix[cloud]}`);
}
