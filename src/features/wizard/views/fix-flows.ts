import type { ApartFixView, FixFlowView } from '../../../contract/wizard/fix-preview';
import type { CheckResult } from '../../../core/check-result';
import { groupBy } from '../../../core/group-by';
import { nameOf } from '../../../core/network/find';
import {
  addedRoutes,
  associationsOf,
  isBilled,
  isServiceChange,
  type ResourceChange,
} from '../../../core/resource-change';
import type { Say } from '../../../messages/say';
import { formatPrice } from '../../../wording/change-cost';
import { billedTitle } from '../../../wording/change-text';
import { afterChanges, afterTexts } from '../../../wording/fix-test-text';
import { formatApartTitle } from '../../../wording/fix-title';
import { requirementName } from '../../../wording/requirement-text';
import { subnetChoice } from '../selection';
import { isEverything } from '../../../wording/outcome-text';
import { isStatedIn } from '../../../wording/subject-text';
import { newRuleOf, ruleForRemote } from '../new-rule-of';
import type { FixInPreview, WizardState } from '../state';
import { countsOf } from '../readiness-counts';

/** Returns the requirements that the fix satisfies, and others that it could, in the order of Readiness. */
export function fixFlows(say: Say, state: WizardState, preview: FixInPreview): FixFlowView[] {
  const apart = new Set(apartFixes(say, state, preview).flatMap(({ ids }) => ids));
  const ticked = preview.ids.filter((id) => !apart.has(id)).map((id) => flowView(say, id, preview));
  return [...ticked, ...(mayChoose(preview) ? offers(say, state, preview) : [])];
}

/** Checks whether requirements can be selected. Denying other traffic always includes all flows. */
function mayChoose({ kind, state, options }: FixInPreview): boolean {
  return kind === 'fix' && state === 'preview' && options.deniesOtherOutbound !== true;
}

/** Returns the changes that cost or remove something. Each is listed once, however many requirements it satisfies. */
export function apartFixes(say: Say, state: WizardState, preview: FixInPreview): ApartFixView[] {
  if (preview.kind === 'undo' || preview.options.deniesOtherOutbound === true || !state.evaluation) return [];
  const { results, apart } = state.evaluation;
  const listed = results.filter(
    (one) => preview.ids.includes(one.requirement) || (mayChoose(preview) && isOffered(state, preview, one)),
  );
  const changes = listed.flatMap(({ requirement: id }) => {
    const its = apart.get(id);
    return its ? [{ id, its, title: changesTitle(say, its) }] : [];
  });
  return [...groupBy(changes, ({ title }) => title)].map(([title, all]) => {
    const ids = all.map(({ id }) => id);
    const [first = ''] = ids;
    return {
      ids,
      title,
      what: ids.length === 1 ? requirementName(say, first) : say('preview.fixesChecks', { n: ids.length }),
      price: formatPrice(say, all[0]?.its ?? []),
      ticked: ids.some((id) => preview.ids.includes(id)),
    };
  });
}

/** Describes what costs or is removed, like the title of a quick fix. */
export function changesTitle(say: Say, changes: readonly ResourceChange[]): string {
  if (changes.some((one) => isBilled(one) && isServiceChange(one))) return billedTitle(say, changes);
  const fix = { changes, effect: 'none', opens: [], closes: [], notes: [] } as const;
  return formatApartTitle(say, { fix, affects: [] });
}

/**
 * Checks whether a row of Readiness has a fix that isn't already included, here or in the code. Notes are offered only
 * if the preview was opened for them.
 */
function isOffered(
  { evaluation, choices }: WizardState,
  { ids, requested }: Pick<FixInPreview, 'ids' | 'requested'>,
  result: CheckResult,
): boolean {
  const id = result.requirement;
  const isFixable = evaluation?.fixable.has(id) === true;
  const isIncluded = ids.includes(id) || choices.fixesInCode.flat().includes(id);
  const isFailing = ['error', 'warning', 'unknown'].includes(countsOf(result));
  return isFixable && !isIncluded && (isFailing || requested.includes(id));
}

function flowView(say: Say, id: string, preview: FixInPreview): FixFlowView {
  const after = preview.after.find((one) => one.requirement === id);
  return {
    id,
    name: requirementName(say, id),
    isFlow: isFlow(after),
    what: subjectText(say, after),
    result: preview.kind === 'undo' ? '' : resultText(say, after, preview),
    ticked: true,
    canChoose: mayChoose(preview),
    isWarning: false,
  };
}

/** Returns other rows of Readiness with a fix, and whether each of them passes without being selected. */
function offers(say: Say, state: WizardState, preview: FixInPreview): FixFlowView[] {
  const { evaluation } = state;
  if (!evaluation || subnetChoice(state) !== preview.subnetId) return [];
  return evaluation.results.flatMap((one): FixFlowView[] => {
    const id = one.requirement;
    if (evaluation.apart.has(id) || !isOffered(state, preview, one)) return [];
    const then = preview.after.find(({ requirement }) => requirement === id);
    const after = afterChanges(then?.outcome);
    return [
      {
        id,
        name: requirementName(say, id),
        isFlow: isFlow(one),
        what: subjectText(say, one),
        result: after === 'stays' ? unselectedText(say, one) : say(afterTexts[after]),
        ticked: false,
        canChoose: after === 'stays',
        isWarning: after === 'stays' && countsOf(one) === 'warning',
      },
    ];
  });
}

/** Returns “not fixed”; empty for a warning, which stays open unless it's selected. */
function unselectedText(say: Say, result: CheckResult): string {
  const counts = countsOf(result);
  if (counts === 'warning') return '';
  return say(counts === 'unknown' ? 'preview.staysUnknown' : 'preview.staysOpen');
}

function isFlow(result: CheckResult | undefined): boolean {
  return (result?.subject ?? null) !== null;
}

/** Returns the parts that a flow's name leaves out: ports, or the service tag of the region. */
function subjectText(say: Say, result: CheckResult | undefined): string {
  const subject = result?.subject;
  if (!subject) return '';
  const { protocol, ports, remote } = subject;
  const name = requirementName(say, result.requirement);
  if (isStatedIn(name, subject)) return name.includes(remote) ? '' : remote;
  if (isEverything(subject)) return say('part.to', { part: say('part.all'), to: remote });
  return say('preview.flowWhat', {
    protocol: protocol === 'Any' ? say('subject.any') : protocol,
    ports,
    remote,
  });
}

/** Returns “new rule 180”, “new route”, or “by ng-ml-weu”. */
function resultText(say: Say, after: CheckResult | undefined, { fix }: FixInPreview): string {
  const by = after ? newRuleOf(after, fix) : null;
  if (by) return say('preview.newRule', { priority: by.priority });
  const associated = fix.changes.flatMap(associationsOf);
  const gateway = associated.find(({ type, isAssociated }) => type === 'natGateway' && isAssociated);
  if (gateway) return say('preview.byGateway', { name: nameOf(gateway.id) });
  const rule = after ? ruleForRemote(after, fix) : null;
  if (rule) return say('preview.newRule', { priority: rule.priority });
  const hasRoute = addedRoutes(fix.changes).length > 0;
  return say(hasRoute ? 'preview.newRoute' : 'preview.newSetting');
}
