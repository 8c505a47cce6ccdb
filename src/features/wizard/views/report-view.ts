import type { Report, ReportItem, ReportPart } from '../../../contract/wizard/report';
import type { OutcomeIcon } from '../../../contract/wizard/shared-schemas';
import { statusOf } from '../../../core/check-result';
import { nameOf } from '../../../core/network/find';
import type { Say } from '../../../messages/say';
import {
  explainError,
  supportLines,
  formatRank,
  type ExplainedCause,
  type ExplainedError,
} from '../../../wording/explained-error';
import { formatMissingRule } from '../../../wording/missing-rule-text';
import { requirementShortName } from '../../../wording/requirement-text';
import { outcomeShape, formatOutcome } from '../../../wording/outcome-text';
import { offeredFixes } from '../fixed-together';
import type { WizardState } from '../state';
import { diagnosisView } from './diagnosis-view';

/** Returns the page that explains something; null while none is open. */
export function reportView(say: Say, state: WizardState): Report | null {
  const { report } = state;
  if (report === null) return null;
  return report.is === 'error' ? errorView(say, state, report.message) : diagnosisView(say, state);
}

/** Returns the explanation of an error message, with the evidence of the chosen subnet. */
function errorView(say: Say, state: WizardState, message: string): Report {
  const { evaluation, choices } = state;
  const base = { kind: 'error', heading: say('explain.title'), message, busy: null } as const;
  if (message === '') return { ...base, lines: [say('explain.prompt')], parts: [], spoken: '' };
  const explained = explainError(say, message, evaluation?.today ?? null);
  const { subnet, workspace } = choices;
  const about = evaluation === null ? null : nameOf(subnet ?? workspace ?? '');
  const evidence = about === null ? say('explain.noEvidence') : say('explain.evidence', { subnet: about });
  const subject = explained.subject === null ? [] : [say(`explain.subject.${explained.subject}`)];
  const [first] = explained.causes;
  return {
    ...base,
    lines: subject,
    parts: [
      ...missingPart(say, explained),
      causesPart(say, explained, { offered: offeredFixes(state), evidence }),
      { heading: say('explain.support'), text: null, items: [], lines: [...supportLines(say, message)] },
    ],
    spoken: first
      ? say('explain.ranked', { rank: formatRank(say, first.rank), name: first.name })
      : say('explain.unknown'),
  };
}

function missingPart(say: Say, { missing }: ExplainedError): readonly ReportPart[] {
  if (missing === null || missing.rules.length === 0) return [];
  const heading = say('explain.missing', { group: missing.group });
  return [{ heading, text: null, items: [], lines: missing.rules.map((one) => formatMissingRule(say, one)) }];
}

interface Evidence {
  /** Requirements that the user can fix. */
  readonly offered: ReadonlySet<string>;
  readonly evidence: string;
}

function causesPart(say: Say, { causes }: ExplainedError, { offered, evidence }: Evidence): ReportPart {
  const heading = say('explain.likely');
  if (causes.length === 0) {
    return { heading, text: say('explain.unknown'), items: [], lines: [say('explain.unknown.do')] };
  }
  return { heading, text: evidence, items: causes.map((one) => causeItem(say, one, offered)), lines: [] };
}

function causeItem(say: Say, cause: ExplainedCause, offered: ReadonlySet<string>): ReportItem {
  const { rank, found } = cause;
  const shown = found.filter(({ outcome }) => rank === 'ruledOut' || statusOf(outcome) !== 'fine');
  const words = (shown.length > 0 ? shown : found).map((one) => formatOutcome(say, one).line);
  const open = found.filter(({ outcome }) => statusOf(outcome) === 'open');
  const fixIds = open.map(({ requirement }) => requirement).filter((id) => offered.has(id));
  const advice = fixIds.length > 0 ? [] : cause.advice.map((one) => say('explain.advice', { advice: one }));
  return {
    icon: iconOf(cause),
    rank: formatRank(say, rank),
    title: cause.name,
    lines: rank === 'ruledOut' ? words : [cause.means, ...words, ...advice],
    fixIds,
    checks: cause.checks.map((id) => ({ id, label: requirementShortName(say, id) })),
  };
}

function iconOf({ rank, found: [first] }: ExplainedCause): OutcomeIcon {
  if (rank === 'ruledOut') return 'pass';
  if (rank === 'most') return 'error';
  const shape = first && statusOf(first.outcome) !== 'fine' ? outcomeShape(first) : 'unknown';
  return shape === 'error' ? 'error' : 'unknown';
}
