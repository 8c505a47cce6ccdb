import type { Report, ReportItem, ReportPart } from '../../../contract/wizard/report';
import type { OutcomeIcon } from '../../../contract/wizard/shared-schemas';
import type { WorkspaceDiagnosis, WorkspaceHost } from '../../../core/diagnosis';
import { statusOf, type CheckResult } from '../../../core/check-result';
import type { Known } from '../../../core/known';
import type { SubnetEvidence } from '../../../core/evidence';
import { nameOf, sameId } from '../../../core/network/find';
import type { Say } from '../../../messages/say';
import { compareDiagnosis, type ComparedAnswer, type Relation } from '../../../wording/compare-diagnosis';
import { formatTime } from '../../../wording/dates';
import { formatReason } from '../../../wording/reason-text';
import { requirementName, requirementShortName } from '../../../wording/requirement-text';
import { formatOutcome } from '../../../wording/outcome-text';
import { chosenWorkspace } from '../selection';
import { formatFailure } from '../failures';
import { offeredFixes } from '../fixed-together';
import type { Evaluation, WizardState } from '../state';
import { evidenceParts } from './evidence-view';
import { formatList } from '../../../messages/format-list';

/** Returns Azure's own diagnosis of the chosen workspace, next to the results of the chosen subnet. */
export function diagnosisView(say: Say, state: WizardState): Report {
  const { diagnosis, diagnosing } = state;
  const workspace = chosenWorkspace(state);
  const name = workspace?.name ?? '';
  const busy = diagnosing.is === 'reading' ? say('diagnosis.reading', { name }) : null;
  const failed = diagnosing.is === 'problem' ? [formatFailure(say, diagnosing.failure)] : [];
  const isRead = diagnosis !== null && diagnosis.workspaceId === workspace?.id;
  const read = isRead ? readParts(say, state, diagnosis) : { lines: [], parts: [] };
  return {
    kind: 'diagnosis',
    heading: say('diagnosis.title', { name }),
    message: '',
    busy,
    lines: [say('diagnosis.about'), ...failed, ...read.lines],
    parts: read.parts,
    spoken: busy ?? (isRead ? say('diagnosis.ready') : ''),
  };
}

function readParts(
  say: Say,
  state: WizardState,
  { value, readAt, evidence }: NonNullable<WizardState['diagnosis']>,
): Pick<Report, 'lines' | 'parts'> {
  const { choices, evaluation } = state;
  const offered = offeredFixes(state);
  const subnet = nameOf(choices.subnet ?? '');
  const key = subnet === '' ? 'diagnosis.readNoSubnet' : 'diagnosis.readWith';
  return {
    lines: [say(key, { time: formatTime(say, readAt), subnet })],
    parts: [
      ...answerParts(say, value, { evaluation, offered, subnet: choices.subnet }),
      ...evidenceParts(say, ofSubnet(evidence, choices.subnet), evaluation),
      hostsPart(say, value.hosts),
    ],
  };
}

/** Returns the evidence if it's from the chosen subnet. */
function ofSubnet(
  evidence: NonNullable<WizardState['diagnosis']>['evidence'],
  subnet: string | null,
): SubnetEvidence | null {
  return evidence !== null && subnet !== null && sameId(evidence.subnetId, subnet) ? evidence.value : null;
}

interface Ours {
  readonly evaluation: Evaluation | null;
  /** Requirements that the user can fix. */
  readonly offered: ReadonlySet<string>;
  readonly subnet: string | null;
}

/**
 * Returns the order of sections: findings of Azure alone come before those of the checks alone. If Azure only reports
 * success, they come after.
 */
function orderOf(all: readonly ComparedAnswer[]): readonly Relation[] {
  const hasNews = all.some(({ relation, azure }) => relation === 'azureOnly' && azure !== null);
  return hasNews
    ? ['contradict', 'azureOnly', 'oursOnly', 'agree']
    : ['contradict', 'oursOnly', 'azureOnly', 'agree'];
}

function answerParts(
  say: Say,
  { results }: WorkspaceDiagnosis,
  { evaluation, offered, subnet }: Ours,
): readonly ReportPart[] {
  if (!results.known) {
    const lines = [formatReason(say, results.because), say('diagnosis.permission')];
    return [{ heading: say('diagnosis.results'), text: null, items: [], lines }];
  }
  const all = compareDiagnosis(results.value, evaluation?.today ?? [], subnet);
  return orderOf(all).flatMap((relation) => {
    // Answers from Azure come before areas without an answer.
    const its = all
      .filter((one) => one.relation === relation)
      .sort((a, b) => Number(a.azure === null) - Number(b.azure === null));
    if (its.length === 0) return [];
    return [
      {
        heading: say(`diagnosis.${relation}`, { n: its.length }),
        text: say(`diagnosis.${relation}.about`),
        items: its.map((one) => answerItem(say, one, offered)),
        lines: [],
      },
    ];
  });
}

function answerItem(say: Say, answer: ComparedAnswer, offered: ReadonlySet<string>): ReportItem {
  const { area, azure, ours } = answer;
  const open = ours.filter(({ outcome }) => statusOf(outcome) === 'open');
  const fixIds = open.map(({ requirement }) => requirement).filter((id) => offered.has(id));
  return {
    icon: iconOf(answer),
    rank: say(`diagnosis.area.${area}`),
    title:
      azure === null
        ? say('diagnosis.azure.nothing')
        : say('diagnosis.azure', { code: azure.code, message: azure.message }),
    lines: [...oursLines(say, ours)],
    fixIds,
    checks: open.map(({ requirement }) => ({
      id: requirement,
      label: requirementShortName(say, requirement),
    })),
  };
}

/** Describes our results. If many pass, they're counted; others are listed. */
function oursLines(say: Say, ours: readonly CheckResult[]): readonly string[] {
  const passing = ours.filter(({ outcome }) => statusOf(outcome) === 'fine');
  const shown = passing.length > mostPassing ? ours.filter((one) => !passing.includes(one)) : ours;
  const lines = shown.map((one) => {
    const name = requirementName(say, one.requirement);
    return say('diagnosis.ours', { name, outcome: formatOutcome(say, one, name).line });
  });
  if (lines.length > 0) return lines;
  return [
    passing.length > 0 ? say('diagnosis.ours.fine', { n: passing.length }) : say('diagnosis.ours.none'),
  ];
}

/** Maximum number of passing results to list. */
const mostPassing = 3;

function iconOf({ relation, azure, ours }: ComparedAnswer): OutcomeIcon {
  switch (relation) {
    case 'contradict':
      return 'warning';
    case 'azureOnly':
      return azure === null ? 'pass' : azure.level === 'error' ? 'error' : azure.level;
    case 'oursOnly':
      return ours.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
    case 'agree':
      return azure === null ? 'pass' : 'error';
  }
}

function hostsPart(say: Say, hosts: Known<readonly WorkspaceHost[]>): ReportPart {
  const heading = say('diagnosis.hosts');
  if (!hosts.known) {
    return {
      heading,
      text: formatReason(say, hosts.because),
      items: [],
      lines: [say('diagnosis.hosts.table')],
    };
  }
  const categories = [...new Set(hosts.value.map(({ category }) => category))];
  const lines = categories.map((category) => {
    const its = hosts.value.filter((one) => one.category === category);
    const names = its.map(({ host, ports }) => (ports.length === 0 ? host : `${host}:${ports.join(',')}`));
    return say('diagnosis.hosts.of', { category, hosts: formatList(say, names) });
  });
  const text = say(lines.length === 0 ? 'diagnosis.hosts.table' : 'diagnosis.hosts.used');
  return { heading, text, items: [], lines };
}
