import type { Cause } from '../core/cause';
import type { Say } from '../messages/say';
import { markdownCode, markdownText } from '../plans/request/markdown-text';
import { flowsOfCause } from './cause-text';
import { requirementConsequence, requirementName } from './requirement-text';
import { formatPacket } from './subject-text';
import { formatTrace } from './trace-text';

interface Links {
  /** Address of the explanation. */
  readonly explain: string;
  /** The preview of the fix; null if no fix is tested. */
  readonly preview: { readonly title: string; readonly href: string } | null;
}

/**
 * Returns the hover of a cause as Markdown: its worst flow, the deciding component, an example packet, the impact, and
 * the next step, a line each.
 */
export function causeHoverText(say: Say, cause: Cause, { explain, preview }: Links): string {
  const links = [
    ...(preview ? [`**[${preview.title}](${preview.href})**`] : []),
    `[${say('file.detail.explain')}](${explain})`,
  ];
  // Prevent labels from wrapping.
  const rows = rowsOf(say, cause, explain).map(
    ({ label, text }) => `| ${label.replaceAll(' ', '\u00a0')} | ${text} |`,
  );
  return ['| | |', '|:-|:-|', ...rows, '', links.join(' · ')].join('\n');
}

interface Row {
  readonly label: string;
  /** Markdown of a table cell. */
  readonly text: string;
}

function rowsOf(say: Say, cause: Cause, explain: string): readonly Row[] {
  const {
    results: [worst],
    packet,
  } = cause;
  const n = flowsOfCause(cause).size;
  const name = markdownText(requirementName(say, worst.requirement));
  const more = n > 1 ? ` [${say('file.detail.more', { n: n - 1 })}](${explain})` : '';
  const decides = formatTrace(say, worst.trace).filter((_, index) => worst.trace[index]?.decides === true);
  const impact = requirementConsequence(say, worst.requirement, worst.kind);
  return [
    ...(n > 0 ? [{ label: say('file.detail.worst'), text: `${name}${more}` }] : []),
    ...(decides.length > 0
      ? [{ label: say('file.detail.decided'), text: markdownText(decides.join(' ')) }]
      : []),
    ...(packet ? [{ label: say('file.detail.packet'), text: markdownCode(formatPacket(say, packet)) }] : []),
    { label: say('file.detail.left'), text: markdownText(impact) },
  ];
}
