import { statusOf, type CheckResult } from '../core/check-result';
import type { Cloud } from '../core/network/model';
import type { Say } from '../messages/say';
import type { NetworkRequest, RequestItem } from '../plans/request/request-item';
import { hostNames, hostsAmong } from '../requirements/host-names';
import { findRequirement } from '../requirements/requirements';
import { formatDate } from './dates';
import { formatReason } from './reason-text';
import { requirementName, requirementSources } from './requirement-text';
import { requestAsks, requestState } from './request-state';
import { formatPacket } from './subject-text';

/** What a request is about. */
export interface RequestOf {
  readonly subnet: string;
  readonly network: string;
  readonly addressPrefixes: readonly string[];
  /** ISO time; null where it isn't known. */
  readonly readAt: string | null;
  readonly cloud: Cloud;
  /** ARM location; empty where it isn't known. */
  readonly region: string;
  /** Hosts that the workspace calls, from Azure's own list; where it was read. */
  readonly hosts?: readonly string[];
  /** Every result of the subnet. */
  readonly results: readonly CheckResult[];
  /** The same without the subnet's NSG: what stands behind it. */
  readonly beyond: readonly CheckResult[];
}

/** A request for the requirements `ids`: what passes already is listed where it's a flow, and left out otherwise. */
export function networkRequest(say: Say, of: RequestOf, ids: readonly string[]): NetworkRequest {
  const { subnet, network, addressPrefixes, readAt, results } = of;
  const wanted = results.filter((one) => ids.includes(one.requirement));
  // A route table is changed once, for every reply that is lost.
  const together = wanted.some(isReplyLost) ? results.filter(isReplyLost) : [];
  const shown = results.filter((one) => isShown(one) && (wanted.includes(one) || together.includes(one)));
  return {
    subnet,
    network,
    addressPrefixes,
    readOn: readAt === null ? null : formatDate(say, readAt),
    items: shown.map((one) => requestItem(say, of, one)),
  };
}

function isReplyLost({ outcome }: CheckResult): boolean {
  return outcome.is === 'reply-lost';
}

function isShown({ outcome, subject }: CheckResult): boolean {
  const standing = statusOf(outcome);
  return standing !== 'hidden' && (subject !== null || standing !== 'fine');
}

function requestItem(say: Say, of: RequestOf, result: CheckResult): RequestItem {
  const { requirement, outcome, advice } = result;
  const behind = of.beyond.find((one) => one.requirement === requirement)?.outcome;
  const asks = requestAsks(result, behind);
  const isCovered = result.subject !== null && (asks.length > 0 || statusOf(outcome) === 'fine');
  return {
    requirement,
    title: requirementName(say, requirement),
    subject: subjectOf(result),
    hosts: missingNames(result) ?? hostsFor(requirement, of),
    level: say(levelKey(result)),
    source: sourceOf(say, requirement),
    packet: packetOf(say, result),
    state: requestState(say, result),
    asks,
    advice: isCovered ? null : formatReason(say, advice),
  };
}

/** Those of the workspace's own list, else of Microsoft's table. */
function hostsFor(requirement: string, { cloud, region, hosts = [] }: RequestOf): readonly string[] {
  const own = hostsAmong(hosts, requirement, cloud);
  return own.length > 0 ? own : hostNames(requirement, cloud, region);
}

/** A rule is written as documented, which may be for any protocol. */
function subjectOf({ requirement, subject }: CheckResult): RequestItem['subject'] {
  return subject !== null && isAnyProtocol(requirement) ? { ...subject, protocol: 'Any' } : subject;
}

function sourceOf(say: Say, requirement: string): RequestItem['source'] {
  const source = requirementSources(requirement)[0];
  return { title: source?.title ?? '', date: source?.date ? formatDate(say, source.date) : '' };
}

/** Only what certainly fails has a packet that fails. */
function packetOf(say: Say, { subject, packet, outcome }: CheckResult): string | null {
  const fails = subject !== null && packet !== null && statusOf(outcome) === 'open';
  return fails ? formatPacket(say, packet) : null;
}

function levelKey({
  effect,
  basis,
}: CheckResult): 'level.refused' | 'level.documented' | 'level.recommended' {
  if (effect === 'refused') return 'level.refused';
  return basis === 'documented' ? 'level.documented' : 'level.recommended';
}

function isAnyProtocol(id: string): boolean {
  const what = findRequirement(id)?.profiles.current?.what;
  return what?.is === 'flows' && what.flows.every(({ writeProtocol }) => writeProtocol === '*');
}

/** The names that a firewall lacks, where it goes by name. */
function missingNames({ blocked }: CheckResult): readonly string[] | undefined {
  const names = blocked.flatMap((part) => part.names ?? []);
  return names.length > 0 ? [...new Set(names)] : undefined;
}
