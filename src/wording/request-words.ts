import type { Judgement } from '../core/judgement';
import type { Cloud } from '../core/network/model';
import type { Say } from '../messages/say';
import type { RequestItem } from '../plans/request/request-for-network-team';
import { hostNames } from '../requirements/host-names';
import { wordDate } from './dates';
import { wordReason } from './reason-words';
import { requirementName, requirementSources } from './requirement-words';
import { wordPacket } from './subject-words';

/** Where the compute would be, which decides what hosts are called. */
export interface RequestPlace {
  readonly cloud: Cloud;
  /** ARM location; empty where it is not known. */
  readonly region: string;
}

/** A judgement as a line of the request to the network team: its level, its source, the packet that fails. */
export function requestItem(say: Say, judgement: Judgement, place: RequestPlace): RequestItem {
  const source = requirementSources(judgement.requirement)[0];
  const { refused, basis, subject, packet, requirement } = judgement;
  const level = refused ? 'level.refused' : basis === 'documented' ? 'level.documented' : 'level.recommended';
  return {
    requirement,
    title: requirementName(say, requirement),
    subject,
    hosts: missingNames(judgement) ?? hostNames(requirement, place.cloud, place.region),
    firewall: firewallOf(judgement),
    level: say(level),
    source: { title: source?.title ?? '', date: source?.date ? wordDate(say, source.date) : '' },
    packet: packet === null ? null : wordPacket(say, packet),
    advice: subject === null ? wordReason(say, judgement.advice) : null,
  };
}

/** The names that a firewall lacks, where it goes by name. */
function missingNames({ blocked }: Judgement): readonly string[] | undefined {
  const names = blocked.flatMap((part) => part.names ?? []);
  return names.length > 0 ? [...new Set(names)] : undefined;
}

/** The firewall that stops it, whose rules are the ones to change. */
function firewallOf({ verdict }: Judgement): string | null {
  const by = verdict.is === 'blocked' || verdict.is === 'partly-blocked' ? verdict.by : null;
  return by?.kind === 'firewall-rule' ? by.firewallName : null;
}
