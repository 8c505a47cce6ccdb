import { assumptionsBehind } from '../../checks/assumptions-behind';
import { countCauses } from '../../checks/causes';
import { countsAs } from '../../checks/summary';
import { isPlanKind } from '../../core/compute-kinds';
import type { Reason } from '../../core/reason';
import { shortName } from '../../documents/subjects/subjects';
import type { Say } from '../../messages/say';
import { formatNote } from '../../wording/outcome-text';
import { formatReason } from '../../wording/reason-text';
import { requirementName } from '../../wording/requirement-text';
import { reportedCauses, type SubnetCheck } from '../check';
import { placeText } from './place-text';
import { formatList } from '../../messages/format-list';

/** Describes the state of a subnet, with what passed and what isn't in the files. */
export function subnetStatus(say: Say, check: SubnetCheck): string {
  const { passed, onlyByDefault: byDefault, notes, notNeeded } = check.summary;
  const rest = say('terminal.rest', { met: passed, byDefault, notes, notNeeded });
  const toConfirm = check.results.filter((one) => countsAs(one) === 'notes');
  const lines = toConfirm.map((one) =>
    say('terminal.note', {
      name: requirementName(say, one.requirement),
      id: one.requirement,
      what: formatNote(say, one),
    }),
  );
  const at = check.places.ofSubnet(check);
  return [
    `${at ? `${placeText(at)}  ` : ''}${titleOf(say, check)}: ${statusOf(say, check)}`,
    `    ${rest}`,
    ...(lines.length > 0 ? [`    ${say('terminal.notes')}`, ...lines.map((line) => `        ${line}`)] : []),
  ].join('\n');
}

function titleOf(say: Say, check: SubnetCheck): string {
  const values = { subnet: shortName(check), compute: check.compute ?? '' };
  const { kind } = check.plan;
  if (kind.known && !isPlanKind(kind.value)) {
    return say(check.compute === null ? 'terminal.titleServerless' : 'terminal.titleServerlessOf', values);
  }
  return say(check.compute === null ? 'terminal.title' : 'terminal.titleFor', values);
}

function statusOf(say: Say, check: SubnetCheck): string {
  const counts = countCauses(reportedCauses(check));
  const parts = [
    ...(counts.errors.causes > 0 ? [say('terminal.errors', { n: counts.errors.causes })] : []),
    ...(counts.toConfirm.causes > 0 ? [say('terminal.unknown', { n: counts.toConfirm.causes })] : []),
    ...(counts.warnings.causes > 0 ? [say('terminal.warnings', { n: counts.warnings.causes })] : []),
  ];
  const word = statusWord(say, check);
  return parts.length === 0 ? word : say('terminal.status', { word, parts });
}

function statusWord(say: Say, check: SubnetCheck): string {
  const { summary, onlyIf } = check;
  if (summary.errors > 0) return say('terminal.notReady');
  return onlyIf === null || !summary.ready ? say('terminal.partlyChecked') : readyWord(say, check, onlyIf);
}

function readyWord(say: Say, { summary }: SubnetCheck, onlyIf: readonly Reason[]): string {
  const all = onlyIf.map((one) => formatReason(say, one));
  const word =
    all.length === 0 ? say('terminal.ready') : say('terminal.readyAssuming', { what: formatList(say, all) });
  return summary.dnsUnchecked ? say('terminal.dnsNotChecked', { word }) : word;
}

/** The assumptions of a subnet's results, as text. */
export interface Assumed {
  /** Values that neither the files nor the command line specify, and the conditions under which it's ready. */
  readonly assumed: readonly string[];
  /** Assumptions about Azure. */
  readonly basis: readonly string[];
}

export function assumedIn(say: Say, check: SubnetCheck): Assumed {
  const { summary, onlyIf, assumed, results } = check;
  const isConditional = summary.ready && onlyIf !== null && (onlyIf.length > 0 || summary.dnsUnchecked);
  const word = (one: Reason): string => formatReason(say, one);
  return {
    assumed: [
      ...(isConditional ? [`${shortName(check)}: ${readyWord(say, check, onlyIf)}`] : []),
      ...assumed.map(word),
    ],
    basis: assumptionsBehind(results)
      .filter(({ key }) => key !== 'assumed.firewallWildcard')
      .map(word),
  };
}
