import type { Counted } from '../../platform/telemetry-events';
import { subnetChoice } from './selection';
import { countAll } from './views/readiness-groups';
import type { WizardPorts } from './ports';
import type { WizardState } from './state';
import type { WizardStore } from './store';

/** Counts that the wizard was opened, and from now on what happens in it. */
export function countEvents(store: WizardStore, ports: Pick<WizardPorts, 'count'>): void {
  ports.count({ event: 'wizardOpened', measures: {} });
  let before = store.get();
  store.onChange(() => {
    const now = store.get();
    for (const one of eventsBetween(before, now)) ports.count(one);
    before = now;
  });
}

/** What happened between two states that is worth counting: numbers only, told apart by the event's name. */
function eventsBetween(before: WizardState, after: WizardState): readonly Counted[] {
  return [...checked(before, after), ...fixed(before, after), ...created(before, after)];
}

/** Another subnet has its results; a poll or a fix elsewhere is not another subnet. */
function checked(before: WizardState, state: WizardState): readonly Counted[] {
  const { evaluation } = state;
  if (!evaluation || (before.evaluation && subnetChoice(before) === subnetChoice(state))) return [];
  const { 'to-fix': toFix, unknown, advised, met } = countAll(evaluation.judgements);
  return [{ event: 'subnetJudged', measures: { toFix, unknown, advised, met } }];
}

function fixed(before: WizardState, { preview }: WizardState): readonly Counted[] {
  if (!preview || preview.state === before.preview?.state) return [];
  const measures = { requirements: preview.ids.length };
  if (preview.state === 'applied') return [{ event: 'fixApplied', measures }];
  return preview.state === 'refused' ? [{ event: 'fixRefused', measures }] : [];
}

function created(before: WizardState, { creation }: WizardState): readonly Counted[] {
  if (!creation || before.creation?.view.state !== 'running') return [];
  const { state, startedAt, endedAt } = creation.view;
  const seconds = endedAt === null ? 0 : Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 1000);
  if (state === 'ready') return [{ event: 'computeReady', measures: { seconds } }];
  return state === 'failed' ? [{ event: 'computeFailed', measures: { seconds } }] : [];
}
