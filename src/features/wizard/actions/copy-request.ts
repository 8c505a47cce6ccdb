import { nameOf } from '../../../core/network/find';
import type { Judgement } from '../../../core/judgement';
import { sayReason } from '../../../messages/say';
import { requestForNetworkTeam, type RequestItem } from '../../../plans/request/request-for-network-team';
import { wordDate } from '../../../wording/dates';
import { requirementName, requirementSources } from '../../../wording/requirement-words';
import { wordPacket } from '../../../wording/subject-words';
import { chosenSubnet } from '../chosen';
import type { WizardContext } from '../context';

/** Copies what to ask the network team for: one table a product, with sources and the packet that fails. */
export async function copyForNetworkTeam(context: WizardContext, ids: readonly string[]): Promise<void> {
  const { store, ports } = context;
  const state = store.get();
  const found = chosenSubnet(state);
  const wanted = (state.evaluation?.judgements ?? []).filter((one) => ids.includes(one.requirement));
  const { say } = ports;
  const text = requestForNetworkTeam(
    {
      subnet: found?.subnet.name ?? '',
      network: found ? nameOf(found.network.id) : '',
      addressPrefixes: found?.subnet.addressPrefixes.known === true ? found.subnet.addressPrefixes.value : [],
      items: wanted.map((one) => item(context, one)),
    },
    (key, values) => sayReason(say, { key, values }),
  );
  await ports.copy(text);
}

function item(context: WizardContext, judgement: Judgement): RequestItem {
  const { say } = context.ports;
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
