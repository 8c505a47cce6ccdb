import type { FixFlowView } from '../../../contract/wizard/fix-preview';
import type { CheckResult } from '../../../core/check-result';
import { nameOf } from '../../../core/network/find';
import { addedRoutes, attachmentsOf } from '../../../core/resource-change';
import type { Say } from '../../../messages/say';
import { requirementName } from '../../../wording/requirement-text';
import { subnetChoice } from '../selection';
import { newRuleOf } from '../new-rule-of';
import type { FixInPreview, WizardState } from '../state';
import { countsOf } from './readiness-row-view';

/** What the fix sees to, and what else it could: in the order of Readiness's requirements, what is ticked where it is. */
export function fixFlows(say: Say, state: WizardState, preview: FixInPreview): FixFlowView[] {
  const ticked = preview.ids.map((id) => flowView(say, id, preview));
  // What closes names every flow that there is.
  const mayChoose =
    preview.kind === 'fix' && preview.state === 'preview' && preview.options.closesRest !== true;
  return [...ticked, ...(mayChoose ? offers(say, state, preview) : [])];
}

function flowView(say: Say, id: string, preview: FixInPreview): FixFlowView {
  const after = preview.after.find((one) => one.requirement === id);
  return {
    id,
    name: requirementName(say, id),
    what: subjectText(say, after),
    result: preview.kind === 'undo' ? '' : resultText(say, after, preview),
    ticked: true,
    advised: false,
  };
}

/** Other rows of Readiness that have a fix of their own; what is to fix and left out stays open, which is said. */
function offers(say: Say, state: WizardState, { ids, subnetId }: FixInPreview): FixFlowView[] {
  const { evaluation, choices } = state;
  if (!evaluation || subnetChoice(state) !== subnetId) return [];
  const inCode = choices.fixesInCode.flat();
  return evaluation.results.flatMap((one): FixFlowView[] => {
    const id = one.requirement;
    const counts = countsOf(one);
    const isOffered = evaluation.fixable.has(id) && !ids.includes(id) && !inCode.includes(id);
    if (!isOffered || !['to-fix', 'advised', 'unknown'].includes(counts)) return [];
    const advised = counts === 'advised';
    const result = advised ? '' : say(counts === 'unknown' ? 'preview.staysUnknown' : 'preview.staysOpen');
    const what = subjectText(say, one);
    return [{ id, name: requirementName(say, id), what, result, ticked: false, advised }];
  });
}

function subjectText(say: Say, result: CheckResult | undefined): string {
  const subject = result?.subject;
  if (!subject) return '';
  return say('preview.flowWhat', {
    protocol: subject.protocol === 'Any' ? say('subject.any') : subject.protocol,
    ports: subject.ports,
    remote: subject.remote,
  });
}

/** “new rule 180”, “new route”, “by ng-ml-weu” */
function resultText(say: Say, after: CheckResult | undefined, { fix }: FixInPreview): string {
  const by = after ? newRuleOf(after, fix) : null;
  if (by) return say('preview.newRule', { priority: by.priority });
  const attached = fix.changes.flatMap(attachmentsOf);
  const gateway = attached.find(({ type, isAttached }) => type === 'natGateway' && isAttached);
  if (gateway) return say('preview.byGateway', { name: nameOf(gateway.id) });
  const hasRoute = addedRoutes(fix.changes).length > 0;
  return say(hasRoute ? 'preview.newRoute' : 'preview.newSetting');
}
