import type { Counted } from '../../platform/telemetry-events';
import { isRunning } from './creation-state';
import { subnetChoice } from './selection';
import { countAll } from './views/readiness-groups';
import type { WizardPorts } from './ports';
import type { WizardState } from './state';
import type { WizardStore } from './store';

/** Counts that the wizard was opened, and from now on what happens in it. */
export function countEvents(store: WizardStore, ports: Pick<WizardPorts, 'count'>): void {
  ports.count({ event: 'wizardOpened', measures: {} });
  let before = counted(store.get());
  store.onChange(() => {
    const now = counted(store.get());
    for (const one of eventsBetween(before, now)) ports.count(one);
    before = now;
  });
}

/** What is counted of a state, as it was then. A subnet counts once a person selects it. */
function counted(state: WizardState) {
  const { evaluation, preview, creation, choices } = state;
  const isSelected = choices.recommended.subnet === null;
  return { evaluation: isSelected ? evaluation : null, preview, creation, subnet: subnetChoice(state) };
}

type CountedState = ReturnType<typeof counted>;

/** What happened between two states that is worth counting: numbers only, told apart by the event's name. */
function eventsBetween(before: CountedState, after: CountedState): readonly Counted[] {
  return [...checked(before, after), ...fixed(before, after), ...created(before, after)];
}

/** Another subnet has its results; a poll or a fix elsewhere is not another subnet. */
function checked(before: CountedState, { evaluation, subnet }: CountedState): readonly Counted[] {
  if (!evaluation || (before.evaluation && before.subnet === subnet)) return [];
  const { 'to-fix': toFix, unknown, advised, met } = countAll(evaluation.results);
  return [{ event: 'subnetJudged', measures: { toFix, unknown, advised, met } }];
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
