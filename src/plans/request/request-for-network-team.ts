import type { PlanSay } from '../say';
import { markdownTable, markdownText } from './markdown-text';
import type { NetworkRequest, RequestItem } from './request-item';
import {
  firewallSections,
  ruleSections,
  routeSections,
  stateSection,
  type RequestSection,
} from './request-sections';

/**
 * Markdown to hand to whoever owns the network: how each flow stands today, what to change or confirm for each product,
 * and why each line is needed. Lines keep their number from table to table.
 */
export function requestForNetworkTeam(request: NetworkRequest, say: PlanSay): string {
  const flowsFirst = [...request.items].sort(
    (a, b) => Number(a.subject === null) - Number(b.subject === null),
  );
  const lines = flowsFirst.map((item, index) => ({ item, number: String(index + 1) }));
  const flows = lines.flatMap((line) =>
    line.item.subject === null ? [] : [{ ...line, subject: line.item.subject }],
  );
  const from = markdownText(request.addressPrefixes.join(', '));
  const about = { flows, from, say };
  const sections = [stateSection, ruleSections, routeSections, firewallSections].flatMap((one) => one(about));
  const subnet = markdownText(request.subnet);
  const place = { subnet, network: markdownText(request.network), addresses: from };
  return `${[
    say('request.intro', { subnet }),
    [say('request.subnet', place), ...readLine(request, say)].join(' '),
    ...sections.flatMap(sectionText(say)),
    `## ${say('request.why')}`,
    lines.map(({ item, number }) => `${number}. ${whyLine(item, say)}`).join('\n'),
  ].join('\n\n')}\n`;
}

function readLine({ readOn }: NetworkRequest, say: PlanSay): readonly string[] {
  return readOn === null ? [] : [say('request.readOn', { date: markdownText(readOn) })];
}

function sectionText(say: PlanSay): (section: RequestSection) => readonly string[] {
  return ({ title, head, rows, after }) => [
    `## ${title}`,
    markdownTable(
      head.map((one) => say(one)),
      rows,
    ).join('\n'),
    ...after,
  ];
}

function whyLine({ requirement, title, level, source, packet, advice }: RequestItem, say: PlanSay): string {
  const why = say('request.why.line', {
    title: markdownText(title),
    id: markdownText(requirement),
    level: markdownText(level),
    source: markdownText(
      source.date === '' ? source.title : say('request.source', { title: source.title, date: source.date }),
    ),
  });
  const fails = packet === null ? [] : [say('request.fails', { packet: markdownText(packet) })];
  const does = advice === null ? [] : [markdownText(advice)];
  return [why, ...fails, ...does].join(' ');
}
