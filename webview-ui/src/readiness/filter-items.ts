import type { Readiness } from '@contract/wizard/readiness';
import type { PageSay } from '@messages/page-say';
import type { ReadinessMemory } from './readiness-memory';
import type { MenuItem } from './sc-menu';

/** Returns the items of Readiness's filter menu. The profile's IDs are those of the protocol. */
export function filterItems(
  say: PageSay,
  readiness: Readiness,
  memory: ReadinessMemory,
): readonly MenuItem[] {
  const radio = (id: string, label: string, checked: boolean): MenuItem => {
    return { id, label, is: 'radio', checked, divided: false };
  };
  const n = readiness.notNeeded.length;
  const notNeeded: MenuItem = {
    id: 'not-needed',
    label: say('readiness.showNotNeeded', { n }),
    is: 'check',
    checked: memory.notNeeded,
    divided: true,
  };
  return [
    radio('all', say('readiness.filterAll'), !memory.openOnly),
    radio('open-only', say('readiness.filterOpen'), memory.openOnly),
    ...(n > 0 ? [notNeeded] : []),
    { ...radio('current', say('readiness.profileCurrent'), readiness.profile === 'current'), divided: true },
    radio('2020-12', say('readiness.profile2020'), readiness.profile === '2020-12'),
  ];
}
