import type { Counted } from '../../platform/telemetry-events';
import { isRunning } from './creation-state';
import { subnetChoice } from './selection';
import type { WizardPorts } from './ports';
import type { WizardState } from './state';
import type { WizardStore } from './store';
import { countAll } from './readiness-counts';

/** Counts that the wizard was opened, and then its events. */
export function countEvents(store: WizardStore, ports: Pick<WizardPorts, 'count'>): void {
  ports.count({ event: 'wizardOpened', measures: {} });
  let before = counted(store.get());
  store.onChange(() => {
    const now = counted(store.get());
    for (const one of eventsBetween(before, now)) ports.count(one);
    before = now;
  });
}

/** Returns the part of a state that is counted. A subnet counts once the user selects it. */
function counted(state: WizardState) {
  const { evaluation, preview, creation, choices } = state;
  const isSelected = choices.recommended.subnet === null;
  return { evaluation: isSelected ? evaluation : null, preview, creation, subnet: subnetChoice(state) };
}

type CountedState = ReturnType<typeof counted>;

/** Returns the events between two states. They contain only numbers and the event's name. */
function eventsBetween(before: CountedState, after: CountedState): readonly Counted[] {
  return [...checked(before, after), ...fixed(before, after), ...created(before, after)];
}

/** Returns the event of a newly checked subnet. A poll or a fix of the same subnet doesn't count. */
function checked(before: CountedState, { evaluation, subnet }: CountedState): readonly Counted[] {
  if (!evaluation || (before.evaluation && before.subnet === subnet)) return [];
  const { error, unknown, warning, passed } = countAll(evaluation.results);
  return [{ event: 'subnetChecked', measures: { errors: error, unknown, warnings: warning, passed } }];
}

function fixed(before: CountedState, { preview }: CountedState): readonly Counted[] {
  if (!preview || preview.state === before.preview?.state) return [];
  const measures = { requirements: preview.ids.length };
  if (preview.state === 'applied') return [{ event: 'fixApplied', measures }];
  return preview.state === 'refused' ? [{ event: 'fixRefused', measures }] : [];
}

function created(before: CountedState, { creation }: CountedState): readonly Counted[] {
  if (!creation || !before.creation || !isRunning(before.creation)) return [];
  const { phase, startedAt, endedAt } = creation;
  const seconds = endedAt === null ? 0 : Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 1000);
  if (phase.is === 'ready') return [{ event: 'computeReady', measures: { seconds } }];
  return phase.is === 'failed' ? [{ event: 'computeFailed', measures: { seconds } }] : [];
}
