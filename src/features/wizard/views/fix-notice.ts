import type { Readiness } from '../../../contract/wizard/readiness';
import { nameOf } from '../../../core/network/find';
import type { Say } from '../../../messages/say';
import { formatList } from '../../../messages/format-list';
import { formatTime } from '../../../wording/dates';
import { subnetChoice } from '../selection';
import { canUndo } from '../actions/undo-fix';
import { loadedValue, type WizardState } from '../state';

/**
 * Returns the notice about the last fix: it can be undone while its resources are unchanged.
 * If the window was reloaded while it was applied, states how much of it Azure has.
 */
export function fixNotice(say: Say, state: WizardState): Readiness['fixNotice'] {
  const { applied, found, preview, networks } = state;
  if (preview !== null) return null;
  if (found !== null) return { text: foundText(say, found), undo: null };
  const model = loadedValue(networks);
  if (applied === null || !model || applied.subnetId !== subnetChoice(state) || !canUndo(applied, model)) {
    return null;
  }
  const names = formatList(say, applied.changed.map(nameOf));
  return {
    text: say(applied.state === 'applied' ? 'readiness.fixApplied' : 'readiness.fixBegun', { names }),
    undo: applied.id,
  };
}

function foundText(say: Say, { at, changed, unchanged, unseen }: NonNullable<WizardState['found']>): string {
  const listed = (ids: readonly string[]): string => formatList(say, ids.map(nameOf));
  return [
    say('readiness.fixFound', { time: formatTime(say, at) }),
    ...(changed.length > 0 ? [say('readiness.fixFound.changed', { names: listed(changed) })] : []),
    ...(unchanged.length > 0 ? [say('readiness.fixFound.unchanged', { names: listed(unchanged) })] : []),
    ...(unseen.length > 0 ? [say('readiness.fixFound.unseen', { names: listed(unseen) })] : []),
  ].join(' ');
}
