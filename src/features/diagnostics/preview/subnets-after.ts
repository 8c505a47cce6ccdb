import { dequal } from 'dequal';
import { causesOf, countCauses } from '../../../checks/causes';
import { shapeOfSummary, summarize } from '../../../checks/summary';
import type { ChangesPreview } from '../../../contract/changes-preview';
import { isReady, type CheckResult } from '../../../core/check-result';
import { sameId } from '../../../core/network/find';
import type { FileCheck } from '../../../file-checks/check-files';
import type { Say } from '../../../messages/say';

type Row = ChangesPreview['after'][number];

/** Each checked subnet as it is, and as it will be. */
export function subnetsAfter(say: Say, before: FileCheck, after: FileCheck): Row[] {
  const ids = [...new Set(before.subjects.map(({ subnet }) => subnet.id))];
  return ids.map((id) => {
    const [was, is] = [resultsIn(before, id), resultsIn(after, id)];
    const [one, other] = [summaryOf(say, was), summaryOf(say, is)];
    const isSame = dequal(countCauses(causesOf(was)), countCauses(causesOf(is)));
    return {
      subnet: before.subjects.find(({ subnet }) => subnet.id === id)?.subnet.name ?? '',
      before: one,
      after: isSame ? { ...other, text: say('diff.noChange', { text: other.text }) } : other,
    };
  });
}

/** Of a subnet, however many compute resources it's checked for: the one with the most causes. */
function resultsIn({ subjects }: FileCheck, id: string): readonly CheckResult[] {
  const all = subjects.filter(({ subnet }) => sameId(subnet.id, id)).map(({ results }) => results);
  const [worst = []] = all.sort((a, b) => causesOf(b).length - causesOf(a).length);
  return worst;
}

function summaryOf(say: Say, results: readonly CheckResult[]): Row['before'] {
  const summary = summarize(results);
  const { causes: counts } = summary;
  const errors = counts.errors.causes;
  const confirm = counts.toConfirm.causes;
  const warnings = counts.warnings.causes;
  const parts = [
    ...(errors > 0 ? [say('count.toFix', { n: errors })] : []),
    ...(confirm > 0 ? [say('diff.count.confirm', { n: confirm })] : []),
    ...(errors === 0 && confirm === 0 && isReady(results) ? [say('count.ready')] : []),
    ...(warnings > 0 ? [say('count.advised', { n: warnings })] : []),
  ];
  const text = new Intl.ListFormat(say.language, { type: 'unit', style: 'short' }).format(parts);
  return { icon: shapeOfSummary(summary), text };
}
