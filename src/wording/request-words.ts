import type { Judgement, Verdict } from '../core/judgement';
import type { Cloud } from '../core/network/model';
import type { Say } from '../messages/say';
import type { RequestItem } from '../plans/request/request-for-network-team';
import { hostNames } from '../requirements/host-names';
import { afterColon } from './after-colon';
import { wordDate } from './dates';
import { wordReason } from './reason-words';
import { requirementName, requirementSources } from './requirement-words';
import { wordHop, wordPacket } from './subject-words';
import { wordDecider } from './verdict-words';

/** Where the compute would be, which decides what hosts are called. */
export interface RequestPlace {
  readonly cloud: Cloud;
  /** ARM location; empty where it is not known. */
  readonly region: string;
}

/** A judgement as a line of the request to the network team: its level, its source, the packet that fails. */
export function requestItem(say: Say, judgement: Judgement, place: RequestPlace): RequestItem {
  const source = requirementSources(judgement.requirement)[0];
  const { effect, basis, subject, requirement } = judgement;
  const level =
    effect === 'refused'
      ? 'level.refused'
      : basis === 'documented'
        ? 'level.documented'
        : 'level.recommended';
  return {
    requirement,
    title: requirementName(say, requirement),
    subject,
    hosts: missingNames(judgement) ?? hostNames(requirement, place.cloud, place.region),
    firewall: firewallOf(judgement),
    level: say(level),
    source: { title: source?.title ?? '', date: source?.date ? wordDate(say, source.date) : '' },
    ...stateOf(say, judgement),
    advice: subject === null ? wordReason(say, judgement.advice) : null,
  };
}

type Stand = Pick<RequestItem, 'needs' | 'state' | 'packet' | 'appliance'>;

/** How the flow stands today, and so what there is to request. Only what certainly fails has a packet that fails. */
function stateOf(say: Say, { verdict, packet, subject }: Judgement): Stand {
  const none: Stand = { needs: 'nothing', state: null, packet: null, appliance: null };
  const fails = packet === null ? null : wordPacket(say, packet);
  switch (verdict.is) {
    case 'blocked':
    case 'partly-blocked': {
      const state = say('request.state.blocked', { by: wordDecider(say, verdict.by) });
      return { ...none, needs: verdict.by.kind === 'route' ? 'nothing' : 'rules', state, packet: fails };
    }
    case 'reply-lost': {
      const values = { destination: verdict.by.destination, hop: wordHop(say, verdict.by) };
      const state = say('request.state.replyLost', values);
      return { needs: 'route', state, packet: fails, appliance: verdict.by.nextHopAddress };
    }
    case 'handed-on':
      return { ...none, needs: 'firewall', state: handedOnState(say, verdict) };
    case 'no-way-out': {
      const state = say('request.state.noWayOut', { why: wordReason(say, verdict.because) });
      return { ...none, state, packet: fails };
    }
    case 'undecided': {
      const why = afterColon(say, wordReason(say, verdict.because)).replace(/\.$/, '');
      return { ...none, needs: 'rules', state: say('request.state.unknown', { why }) };
    }
    default:
      return subject === null ? none : { ...none, state: say('request.state.allowed') };
  }
}

function handedOnState(say: Say, { by, to }: Extract<Verdict, { is: 'handed-on' }>): string {
  return to === 'appliance'
    ? say('request.state.appliance', { ip: by.nextHopAddress ?? '' })
    : say('request.state.onPremises');
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
