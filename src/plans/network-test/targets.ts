import type { CheckResult } from '../../core/check-result';
import type { Cloud } from '../../core/network/model';
import { hostNames } from '../../requirements/host-names';

/** A host that a node connects to. */
export interface NetworkTestTarget {
  readonly requirement: string;
  readonly host: string;
  readonly port: number;
}

/** Where the node runs, and the names of the workspace's own services; null where they weren't read. */
export interface NetworkTestPlace {
  readonly cloud: Cloud;
  /** ARM location of the workspace. */
  readonly region: string;
  readonly storage: string | null;
  readonly keyVault: string | null;
  readonly registry: string | null;
}

export interface NetworkTestPlan {
  readonly targets: readonly NetworkTestTarget[];
  /** Flows that no job can test: UDP sends no answer, and of some flows no host is known. */
  readonly notTestable: readonly { readonly requirement: string; readonly because: 'udp' | 'noHost' }[];
  /** Flows of which every port and host is a target: the others are tested in part. */
  readonly whole: readonly string[];
  /** Flows without which no job starts on a node. */
  readonly testedByStart: readonly string[];
}

/** Azure Batch starts the job: a node that runs it has reached Batch. */
const startsJobs = 'outbound-batch-443';
/** More hosts of one flow say nothing more about the network. */
const hostsOfFlow = 2;

/** What a job on a node connects to, for each outbound flow of the checks. */
export function planNetworkTest(results: readonly CheckResult[], place: NetworkTestPlace): NetworkTestPlan {
  const flows = results.filter(isTested);
  const targets = flows.filter(isTcp).flatMap((one) => targetsOf(one, place));
  const tested = new Set([startsJobs, ...targets.map(({ requirement }) => requirement)]);
  const untested = flows.filter(({ requirement }) => !tested.has(requirement));
  return {
    targets,
    whole: flows.filter((one) => isWhole(one, place)).map(({ requirement }) => requirement),
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
  const port = Number(subject?.ports.split(', ').find((one) => /^\d+$/.test(one) && one !== '80'));
  if (requirement === startsJobs || !Number.isInteger(port)) return [];
  const hosts = hostNames(requirement, place.cloud, place.region).flatMap((one) => concreteHost(one, place));
  return hosts.slice(0, hostsOfFlow).map((host) => ({ requirement, host, port }));
}

/** True of one port and few hosts, each of which is called: a firewall decides by port and by name. */
function isWhole({ requirement, subject }: CheckResult, place: NetworkTestPlace): boolean {
  const patterns = hostNames(requirement, place.cloud, place.region);
  const isOnePort = /^\d+$/.test(subject?.ports ?? '');
  const isEach =
    patterns.length <= hostsOfFlow && patterns.every((one) => concreteHost(one, place).length === 1);
  return isOnePort && patterns.length > 0 && isEach;
}

/** A pattern that stands for the workspace's own name becomes that name; another pattern can't be called. */
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
