import type { IgnoreRule } from '../../file-checks/problem-rules';
import type { Say } from '../../messages/say';
import { problemRulesOf } from '../../team-settings/team-file';
import { formatDate } from '../../wording/dates';
import { compareWithBaseline, type BaselineComparison } from '../baseline';
import { checkSourceSubnets } from '../check';
import type { SubnetSelection } from '../choose-subnets';
import { withEffective } from '../effective-files';
import { withIgnored, withRules, type SourceProblems } from '../ignored';
import { fileOnlyAmong } from '../report/file-only-report';
import type { CheckSource } from '../source';
import { isTemplate, type TemplateSource } from '../templates';
import type { ReportInput } from './report-input';

interface FilteredSource {
  readonly compared: BaselineComparison;
  /** Null for exports. */
  readonly fileInBaseline: string | null;
  /** Expired rules that match something reported. */
  readonly expired: readonly IgnoreRule[];
}

interface Chosen extends Pick<SubnetSelection, 'subjects'> {
  readonly computes: SubnetSelection['computes'] | undefined;
  readonly problems: SourceProblems;
}

/**
 * Checks the chosen subnets of a source. Results that comments, the team, or the baseline suppress don't fail the run.
 */
export function applyRulesToSource(
  given: CheckSource,
  { subjects, computes, problems }: Chosen,
  reportInput: ReportInput,
): FilteredSource {
  const source = withEffective(given, subjects, reportInput.effective);
  const all = checkSourceSubnets(source, { subjects, ...(computes ? { computes } : {}) }, reportInput);
  const filtered = isTemplate(given)
    ? { checked: withIgnored(all, problems), expired: problems.expired }
    : withRules(all, problemRulesOf(reportInput.options.team, reportInput.today));
  const fileInBaseline = isTemplate(given) ? reportInput.nameInBaseline(given.file) : null;
  const compared = compareWithBaseline(filtered.checked, {
    file: fileInBaseline,
    baseline: reportInput.baseline,
    ofFile: fileOnlyAmong(problems.reported),
  });
  return { compared, fileInBaseline, expired: filtered.expired };
}

/** Adds baseline states for code scanning to a source's problems, if there is a baseline. */
export function withStates(
  source: CheckSource,
  { baseline }: ReportInput,
  { isKnown }: BaselineComparison,
): CheckSource {
  if (!baseline || !isTemplate(source)) return source;
  const its: TemplateSource = { ...source, baselineStateOf: (one) => (isKnown(one) ? 'unchanged' : 'new') };
  return its;
}

/** Describes a problem that is reported again because its suppression expired. */
export function expiredText(say: Say, { id, path, subnet, reason: why, expires }: IgnoreRule): string {
  const what = [id, path, subnet].filter((one) => one !== undefined);
  return say('terminal.team.expired', { what, reason: why, date: formatDate(say, expires) });
}
