import type { FixPreview } from '../../../contract/wizard/fix-preview';
import { sameId } from '../../../core/network/find';
import { changedResources } from '../../../core/resource-change';
import type { Say } from '../../../messages/say';
import { formatChange } from '../../../wording/change-text';
import { formatTime } from '../../../wording/dates';
import type { FixInPreview } from '../state';

type Progress = FixPreview['progress'];

/** Returns each resource with its progress, once applying has started. */
export function fixProgress(say: Say, preview: FixInPreview): Progress {
  const { fix, state } = preview;
  if (state === 'preview' || state === 'outdated') return [];
  return changedResources(fix.changes).map((id) => {
    const state = stateOf(id, preview);
    const change = formatChange(say, fix.changes, id);
    return { text: [...change, ...(state === 'running' ? waits(say, preview) : [])].join(' '), state };
  });
}

/** States how long the wait for Azure lasts: minutes can pass between two responses. */
function waits(say: Say, { waitsUntil }: FixInPreview): readonly string[] {
  return waitsUntil === undefined ? [] : [say('preview.waitsUntil', { time: formatTime(say, waitsUntil) })];
}

function stateOf(id: string, { changed, current, state }: FixInPreview): Progress[number]['state'] {
  if (changed.some((one) => sameId(one, id))) return 'done';
  if (current === null || !sameId(current, id)) return 'waiting';
  return state === 'refused' ? 'refused' : 'running';
}
