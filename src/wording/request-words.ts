import type { Judgement } from '../core/judgement';
import type { Say } from '../messages/say';
import type { RequestItem } from '../plans/request/request-for-network-team';
import { wordDate } from './dates';
import { requirementName, requirementSources } from './requirement-words';
import { wordPacket } from './subject-words';

/** A judgement as a line of the request to the network team: its level, its source, the packet that fails. */
export function requestItem(say: Say, judgement: Judgement): RequestItem {
  const source = requirementSources(judgement.requirement)[0];
  const { refused, basis, subject, packet, requirement } = judgement;
  const level = refused ? 'level.refused' : basis === 'documented' ? 'level.documented' : 'level.recommended';
  return {
    requirement,
    title: requirementName(say, requirement),
    subject,
    hosts: [],
    level: say(level),
    source: { title: source?.title ?? '', date: source?.date ? wordDate(say, source.date) : '' },
    packet: packet === null ? null : wordPacket(say, packet),
  };
}
