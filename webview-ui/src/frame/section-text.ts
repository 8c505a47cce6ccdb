import type { PlanView, SectionId } from '@contract/wizard/plan';
import type { PageSay } from '@messages/page-say';

/** Returns a section's name. For an attached resource, it is how Azure ML accesses it instead of the size. */
export function sectionName(id: SectionId, { access }: PlanView, say: PageSay): string {
  return say(id === 'size' && access !== null ? 'page.access.name' : `page.${id}.name`);
}

/** Returns the text of an open section. */
export function sectionSummary(
  id: SectionId,
  { access, network, sections, size }: PlanView,
  say: PageSay,
): string {
  const isOwn =
    (id === 'network' && network.managed !== null) || (id === 'review' && network.proposed !== null);
  if (isOwn) return sections[id].summary;
  if (access !== null && id === 'network') return say('page.target.summary');
  return id === 'size' ? sizeHint(access !== null, size.assigned !== null, say) : say(`page.${id}.summary`);
}

/** Returns the text of the size section. Only an instance belongs to a user, and only it doesn't have nodes. */
function sizeHint(isAttached: boolean, isInstance: boolean, say: PageSay): string {
  if (isAttached) return say('page.access.summary');
  return say(isInstance ? 'page.size.summaryInstance' : 'page.size.summary');
}
