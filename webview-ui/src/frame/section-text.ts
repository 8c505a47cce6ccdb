import type { PlanView, SectionId } from '@contract/wizard/plan';
import type { PageSay } from '@messages/page-say';

/** A section's name; of what is attached no size is chosen, but how Azure ML gets in. */
export function sectionName(id: SectionId, { access }: PlanView, say: PageSay): string {
  return say(id === 'size' && access !== null ? 'page.access.name' : `page.${id}.name`);
}

/** What an open section asks for. */
export function sectionSummary(
  id: SectionId,
  { access, network, sections, size }: PlanView,
  say: PageSay,
): string {
  const isOwn =
    (id === 'network' && network.managed !== null) || (id === 'review' && network.proposed !== null);
  if (isOwn) return sections[id].summary;
  if (access !== null && id === 'network') return say('page.target.asks');
  return id === 'size' ? sizeAsks(access !== null, size.assigned !== null, say) : say(`page.${id}.asks`);
}

/** Only an instance belongs to somebody, and only it has no nodes. */
function sizeAsks(isAttached: boolean, isInstance: boolean, say: PageSay): string {
  if (isAttached) return say('page.access.asks');
  return say(isInstance ? 'page.size.asksInstance' : 'page.size.asks');
}
