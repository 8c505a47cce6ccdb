import type { Cause } from '../core/cause';
import type { CheckResult, TraceStep } from '../core/check-result';
import type { ReasonValues } from '../core/reason';
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
  const decides = decidesText(say, worst.trace);
  const impact = requirementConsequence(say, worst.requirement, worst.kind);
  return [
    ...(n > 0 ? [{ label: say('file.detail.worst'), text: `${name}${more}` }] : []),
    ...(decides === '' ? [] : [{ label: say('file.detail.decided'), text: markdownText(decides) }]),
    ...(packet ? [{ label: say('file.detail.packet'), text: markdownCode(formatPacket(say, packet)) }] : []),
    { label: say('file.detail.left'), text: markdownText(impact) },
  ];
}

/** Characters of a line next to its label, as wide as VS Code shows a hover. */
const lineWidth = 78;

/** Lengths of names to try. Azure's names have at most 80 characters. */
const nameLengths = [80, 40, 32, 24, 20];

/**
 * Returns the deciding components in at most two lines. Long names are cut in their middle if necessary: the message
 * above has the name of the component, and the explanation has all of them.
 */
function decidesText(say: Say, trace: CheckResult['trace']): string {
  const texts = nameLengths.map((most) =>
    formatTrace(
      say,
      trace.map((step) => withShortNames(step, most)),
    )
      .filter((_, index) => trace[index]?.decides === true)
      .join(' '),
  );
  return texts.find(fitsTwoLines) ?? texts.at(-1) ?? '';
}

/** The first line can lack as many characters as the longest word has. */
function fitsTwoLines(text: string): boolean {
  const longest = Math.max(...text.split(' ').map(({ length }) => length));
  return text.length + longest <= 2 * lineWidth;
}

/** Values of a trace that are names of resources and their parts. */
const nameValues = new Set(['name', 'group', 'collection', 'firewall', 'table', 'hub']);

function withShortNames(step: TraceStep, most: number): TraceStep {
  const values = Object.entries(step.text.values ?? {}).map(([key, value]) => [
    key,
    nameValues.has(key) && typeof value === 'string' ? withoutMiddle(value, most) : value,
  ]);
  return { ...step, text: { ...step.text, values: Object.fromEntries(values) as ReasonValues } };
}

function withoutMiddle(name: string, most: number): string {
  const letters = [...name];
  if (letters.length <= most) return name;
  const half = (most - 1) / 2;
  return [...letters.slice(0, Math.ceil(half)), '…', ...letters.slice(-Math.floor(half))].join('');
}
