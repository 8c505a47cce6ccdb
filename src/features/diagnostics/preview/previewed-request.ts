import { buildRequest } from '../../../checks/request/build-request';
import { groupBy } from '../../../core/group-by';
import { sameId } from '../../../core/network/find';
import { narrowRequest } from '../../../core/network-request';
import type { PreviewedChanges } from '../../../file-checks/edits/preview-changes';
import type { Problem } from '../../../file-checks/problem';
import type { Say } from '../../../messages/say';
import { requestMarkdown } from '../../../wording/request-markdown';
import type { AnalyzedFile } from '../file-analyzer';

/** Checks whether the preview contains flows that can be requested from another owner. */
export function canRequest(changes: Pick<PreviewedChanges, 'choices'>): boolean {
  return requested(changes).length > 0;
}

/**
 * Builds the request to the owners of the network: for the selected problems, otherwise for all. One request per
 * subnet.
 */
export function previewedRequest(
  say: Say,
  { analysis: { check } }: Pick<AnalyzedFile, 'analysis'>,
  changes: Pick<PreviewedChanges, 'choices' | 'chosen'>,
): string {
  const chosen = requested({ choices: changes.choices.filter(({ key }) => changes.chosen.has(key)) });
  const selected = chosen.length > 0 ? chosen : requested(changes);
  const texts = [...groupBy(selected, ({ subnetId }) => subnetId.toLowerCase())].flatMap(([id, problems]) => {
    const subject = check.subjects.find(({ subnet }) => sameId(subnet.id, id));
    if (!subject) return [];
    const { plan, facts } = subject;
    const readAt = check.azure?.subnets.has(id) === true ? check.azure.readAt : null;
    const request = buildRequest({ model: check.declared.model, plan, facts, readAt });
    const ids = problems.map((one) => one.id);
    return request ? [requestMarkdown(say, narrowRequest(request, { ids }))] : [];
  });
  return texts.join('\n\n');
}

function requested({ choices }: Pick<PreviewedChanges, 'choices'>): readonly Problem[] {
  return choices.map(({ problem }) => problem).filter(({ what }) => what.is === 'result');
}
