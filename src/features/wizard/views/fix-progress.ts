import type { FixPreview } from '../../../contract/wizard/fix-preview';
import { changedResources } from '../../../core/fix';
import { sameId } from '../../../core/network/find';
import type { Say } from '../../../messages/say';
import type { FixInPreview } from '../state';
import { wordChange } from './step-words';

type Progress = FixPreview['progress'];

/** Each resource with what is done to it, once applying has begun. */
export function fixProgress(say: Say, preview: FixInPreview): Progress {
  const { fix, state } = preview;
  if (state === 'preview' || state === 'outdated') return [];
  return changedResources(fix.steps).map((id) => ({
    text: wordChange(say, fix.steps, id).join(' '),
    state: stateOf(id, preview),
  }));
}

function stateOf(id: string, { changed, current, state }: FixInPreview): Progress[number]['state'] {
  if (changed.some((one) => sameId(one, id))) return 'done';
  if (current === null || !sameId(current, id)) return 'waiting';
  return state === 'refused' ? 'refused' : 'running';
}
