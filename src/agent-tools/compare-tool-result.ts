import type { CompareReport } from '../contract/compare-report';
import { quotedNote } from './check-tool-result';
import { cutList, quotedNotes, quotedText, quotedValue, withinSize } from './shown-text';
import type { ToolResult } from './tool-results';

type Comparison = ToolResult<'compare_networks'>;
type ComparedSubnet = CompareReport['subnets'][number];
type Change = ComparedSubnet['opens'][number];

const mostFlows = 15;
const mostSubnets = 15;

/** Converts a comparison report for an agent. */
export function compareToolResult(
  report: CompareReport,
  { isWhole, notes }: { readonly isWhole: boolean; readonly notes: readonly string[] },
): Comparison {
  const subnets = cutList(report.subnets, mostSubnets);
  const same = report.same && isWhole;
  return withinSize(
    {
      quoted: quotedNote,
      next: nextSteps(same, isWhole, report.subnets),
      notes: quotedNotes(notes),
      same,
      isWhole,
      before: quotedText(report.before),
      after: quotedText(report.after),
      subnets: subnets.shown.map(subnetOf),
      omittedSubnets: subnets.omitted,
    },
    { subnets: 'omittedSubnets' },
  );
}

function nextSteps(same: boolean, isWhole: boolean, subnets: CompareReport['subnets']): string[] {
  const hasUnknown = subnets.some(({ unknown }) => unknown.length > 0);
  return [
    ...(isWhole
      ? []
      : ['A state was not read whole, so more can differ. See notes, and report it as unknown.']),
    ...(subnets.some(({ sharedAddresses }) => sharedAddresses !== 'all')
      ? [
          'The subnets do not have the same addresses. opens and closes cover only shared addresses: an empty list does not mean that no traffic differs.',
        ]
      : []),
    ...(hasUnknown ? ['Some flows are unknown in a state. Report them as unknown.'] : []),
    same
      ? 'Nothing differs for the subnets that were compared. This compares states and checks nothing: use check_network_files.'
      : 'Tell the user which traffic opens and closes. Traffic that opens can be a risk, and traffic that closes an outage.',
  ];
}

function subnetOf(one: ComparedSubnet): Comparison['subnets'][number] {
  const opens = cutList(one.opens, mostFlows);
  const closes = cutList(one.closes, mostFlows);
  const results = cutList(one.outcomes, mostFlows);
  return {
    before: quotedText(`${one.before.network}/${one.before.name}`),
    after: quotedText(`${one.after.network}/${one.after.name}`),
    compute: one.compute.kind,
    same: one.same,
    sharedAddresses: one.sharedAddresses,
    opens: opens.shown.map(flowOf),
    closes: closes.shown.map(flowOf),
    unknown: one.unknown.length,
    requirements: results.shown.map(({ id, name, ...outcomes }) => {
      const [before, after] = [outcomes.before, outcomes.after].map((one) => one.outcome);
      return { id, name: quotedText(name), before: before ?? '', after: after ?? '' };
    }),
    assumed: one.assumed.map(({ text }) => quotedText(text)),
    omitted: opens.omitted + closes.omitted + results.omitted,
  };
}

function flowOf({ direction, packet, host, parts, decidedBy, certain }: Change) {
  return {
    direction,
    packet: quotedValue(packet),
    host: host === null ? null : quotedText(host),
    flows: cutList(parts, mostFlows).shown.map(({ protocol, ports, hosts }) =>
      quotedText([protocol, ports, ...hosts].join(' ')),
    ),
    decidedBy: quotedValue(decidedBy),
    certain,
  };
}
