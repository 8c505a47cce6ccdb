import { findFix, type ProvenFix } from '../../../checks/fixes/find-fix';
import { changedResources } from '../../../core/fix';
import { nameOf } from '../../../core/network/find';
import type { NetworkModel } from '../../../core/network/model';
import type { WizardContext } from '../context';
import { judgePlan } from '../derived-plan';
import { judgeFacts } from '../evaluate';
import { loadedValue } from '../state';

export interface ProvenNow extends ProvenFix {
  /** The networks that it was tried on. */
  readonly model: NetworkModel;
  /** Names the preview of it: another judgement is another preview. */
  readonly id: string;
}

/** A fix of the named requirements, tried on the networks as they are known now. */
export function proveFix({ store }: WizardContext, ids: readonly string[]): ProvenNow | undefined {
  const state = store.get();
  const model = loadedValue(state.networks);
  const facts = judgeFacts(state);
  const found = model && facts ? findFix({ model, plan: judgePlan(state), facts }, ids) : undefined;
  return found && model && { ...found, model, id: `${state.evaluation?.revision ?? 0}:${ids.join(',')}` };
}

/**
 * The networks were read anew under an open preview. The same steps, proven again, stay on show; where others would be
 * needed now, or none are, nobody may apply what is shown.
 */
export function renewPreview(context: WizardContext): void {
  const { store, ports } = context;
  const { preview } = store.get();
  if (preview?.state !== 'preview') return;
  const again = proveFix(context, preview.ids);
  if (again && JSON.stringify(again.fix.steps) === JSON.stringify(preview.fix.steps)) {
    store.set({ preview: { ...preview, ...again } });
    return;
  }
  const name = changedResources(preview.fix.steps).map(nameOf).join(', ');
  store.set({ preview: { ...preview, state: 'outdated', outcome: ports.say('apply.changed', { name }) } });
}
