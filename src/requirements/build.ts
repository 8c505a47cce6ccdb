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

/** Date of the article that the older profile follows. */
const article2020 = '2020-12-10';

/** Every plan of a compute that Azure ML makes itself. */
const anyPlan: AppliesTo = {
  kinds: computeKinds,
  publicIp: 'any',
  workspace: 'any',
  clouds: ['public', 'usgov', 'china'],
  network: 'own',
  clusterType: 'any',
};

/** `anyPlan` narrowed, or widened to workspaces that run their own network. */
export function plans(only: Partial<AppliesTo>): AppliesTo {
  return { ...anyPlan, ...only };
}

/** Both kinds that Azure ML makes, with attached kinds. */
export function alsoOf(...attached: readonly AttachedKind[]): AppliesTo['kinds'] {
  return [...anyPlan.kinds, ...attached];
}

/** Compute that Azure ML creates, and virtual machines. */
export const nodesAndMachines = plans({ kinds: alsoOf('virtual-machine') });

/**
 * Of a virtual machine only where what may leave is limited: then it follows the list of the other computes, without
 * what serves nodes that Azure ML makes (Batch, UDP 5831, the file share).
 */
export const alsoForMachines = {
  appliesTo: nodesAndMachines,
  ofAttached: { level: 'recommended', severity: 'warning' },
} as const;

/** In December 2020 HDInsight was pointed at the same list. */
export const attachedIn2020 = { appliesTo: plans({ kinds: alsoOf('virtual-machine', 'hdinsight') }) };

/** A requirement of one profile; what is not said: required, documented, an error when open. */
export function requirement(
  what: RequirementKind,
  said: Partial<Omit<InProfile, 'what'>> & { readonly from: string },
): InProfile {
  return {
    until: null,
    level: 'required',
    basis: 'documented',
    appliesTo: anyPlan,
    severity: 'error',
    severityIf: [],
    ...said,
    what,
  };
}

export function setting(name: SettingName): RequirementKind {
  return { is: 'setting', setting: name };
}

/** What no model can see; `unlessInternet` where an open internet answers it. */
export function noteUnlessInternet(unlessInternet: 'unless-internet' | 'always'): RequirementKind {
  return { is: 'note', unlessInternet: unlessInternet === 'unless-internet' };
}

/** What only names of hosts say, wherever on the internet these are: a firewall that can be read decides it. */
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

/** The tag's regional form, of the subnet's region and the workspace's unless `scope` says which. */
export function tagOfRegion(name: string, scope: RegionScope = 'subnet+workspace'): RemoteTemplate {
  return { is: 'tag', tag: name, scope };
}

const spelled: Readonly<Record<FlowTemplate['protocol'], RuleProtocol>> = {
  TCP: 'Tcp',
  UDP: 'Udp',
  Any: '*',
};

/** A flow as `TCP 443`; the rule to write says the same unless `more` says otherwise. */
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

/** Asked today only. */
export function inCurrentProfile(current: InProfile): Readonly<Partial<Record<Profile, InProfile>>> {
  return { current };
}

/** Asked today and in December 2020, then with `differences`. */
export function inBothProfiles(
  current: InProfile,
  differences: Partial<InProfile> = {},
): Readonly<Partial<Record<Profile, InProfile>>> {
  return { current, '2020-12': { ...current, from: article2020, ...differences } };
}

/** Asked in December 2020 only. */
export function only2020(then: InProfile): Readonly<Partial<Record<Profile, InProfile>>> {
  return { '2020-12': then };
}

/** Hosts that every cloud calls by the same name. */
export function inEveryCloud(...hosts: readonly string[]): HostsByCloud {
  return { public: hosts, usgov: hosts, china: hosts };
}

export const storageSuffix: Readonly<Record<Cloud, string>> = {
  public: 'core.windows.net',
  usgov: 'core.usgovcloudapi.net',
  china: 'core.chinacloudapi.cn',
};

/** Hosts whose names differ from cloud to cloud. */
export function byCloud(hosts: (cloud: Cloud) => readonly string[]): HostsByCloud {
  return { public: hosts('public'), usgov: hosts('usgov'), china: hosts('china') };
}

/** Accounts of the Batch service and the workspace's own, whose names differ from workspace to workspace. */
export function storageHostPatterns(cloud: Cloud): readonly string[] {
  return ['blob', 'dfs', 'file', 'queue', 'table'].map((service) => `*.${service}.${storageSuffix[cloud]}`);
}
