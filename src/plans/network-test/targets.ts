import type { CheckResult } from '../../core/check-result';
import type { Cloud } from '../../core/network/model';
import { hostNames } from '../../requirements/host-names';

/** A host that a node connects to. */
export interface NetworkTestTarget {
  readonly requirement: string;
  readonly host: string;
  readonly port: number;
  /** Addresses of the private endpoint that the name has to resolve to; empty if the name can be public. */
  readonly addresses: readonly string[];
}

/** Location of the node, and names of the workspace's own services; null if they weren't read. */
export interface NetworkTestPlace {
  readonly cloud: Cloud;
  /** ARM location of the workspace. */
  readonly region: string;
  readonly storage: string | null;
  readonly keyVault: string | null;
  readonly registry: string | null;
  /** Names of the private endpoints that the node calls, as far as names and addresses are known. */
  readonly privateNames: readonly Omit<NetworkTestTarget, 'requirement'>[];
}

export interface NetworkTestPlan {
  readonly targets: readonly NetworkTestTarget[];
  /** Flows that a job can't test: UDP doesn't respond, and for some flows no host is known. */
  readonly notTestable: readonly { readonly requirement: string; readonly because: 'udp' | 'noHost' }[];
  /** Flows with every port and host among the targets. The others are tested in part. */
  readonly whole: readonly string[];
  /** Flows that a job needs to start on a node. */
  readonly testedByStart: readonly string[];
}

/** Azure Batch starts the job, so a node that runs it has reached Batch. */
const startsJobs = 'outbound-batch-443';
/** Its hosts are the names of private endpoints. */
const callsEndpoints = 'outbound-virtualnetwork-443';
/** Maximum number of hosts per flow. More hosts don't provide more information about the network. */
const hostsOfFlow = 2;

/** Plans the connections of a job for each outbound flow of the checks. */
export function planNetworkTest(results: readonly CheckResult[], place: NetworkTestPlace): NetworkTestPlan {
  const flows = results.filter(isTested);
  const targets = flows.filter(isTcp).flatMap((one) => targetsOf(one, place));
  const tested = new Set([startsJobs, ...targets.map(({ requirement }) => requirement)]);
  const untested = flows.filter(({ requirement }) => !tested.has(requirement));
  return {
    targets,
    whole: flows.filter((one) => isFullyTested(one, place)).map(({ requirement }) => requirement),
    notTestable: untested.map((one) => ({
      requirement: one.requirement,
      because: isTcp(one) ? 'noHost' : 'udp',
    })),
    testedByStart: flows.some(({ requirement }) => requirement === startsJobs) ? [startsJobs] : [],
  };
}

function isTested({ subject, outcome, severity }: CheckResult): boolean {
  return subject?.direction === 'Outbound' && outcome.is !== 'not-applicable' && severity !== 'info';
}

function isTcp({ subject }: CheckResult): boolean {
  return subject !== null && subject.protocol.toLowerCase() !== 'udp';
}

function targetsOf({ requirement, subject }: CheckResult, place: NetworkTestPlace): NetworkTestTarget[] {
  if (requirement === callsEndpoints) return place.privateNames.map((one) => ({ requirement, ...one }));
  const port = Number(subject?.ports.split(', ').find((one) => /^\d+$/.test(one) && one !== '80'));
  if (requirement === startsJobs || !Number.isInteger(port)) return [];
  const hosts = hostNames(requirement, place.cloud, place.region).flatMap((one) => concreteHost(one, place));
  return hosts.slice(0, hostsOfFlow).map((host) => ({ requirement, host, port, addresses: [] }));
}

/** Checks whether a flow has one port and few hosts, all of which are tested: a firewall decides by port and name. */
function isFullyTested({ requirement, subject }: CheckResult, place: NetworkTestPlace): boolean {
  const patterns = hostNames(requirement, place.cloud, place.region);
  const isOnePort = /^\d+$/.test(subject?.ports ?? '');
  const isEach =
    patterns.length <= hostsOfFlow && patterns.every((one) => concreteHost(one, place).length === 1);
  return isOnePort && patterns.length > 0 && isEach;
}

/** Replaces a pattern for the workspace's own name by that name. Other patterns can't be tested. */
function concreteHost(pattern: string, place: NetworkTestPlace): readonly string[] {
  if (!pattern.includes('*')) return [pattern];
  const own = ownNames.find(([form]) => form.test(pattern))?.[1](place) ?? null;
  return own === null ? [] : [pattern.replace('*', own)];
}

const ownNames: readonly (readonly [RegExp, (place: NetworkTestPlace) => string | null])[] = [
  [/^\*\.(?:blob|dfs|file|queue|table)\./, ({ storage }) => storage],
  [/^\*\.vault\./, ({ keyVault }) => keyVault],
  [/^\*\.azurecr\./, ({ registry }) => registry],
  [/^\*\.data\.mcr\./, ({ region }) => region],
  [/^\*\.azureml\.(?:ms|cn)$/, ({ region }) => `${region}.api`],
];
