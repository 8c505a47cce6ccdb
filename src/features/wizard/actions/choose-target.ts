import { AzureFailure } from '../../../azure/failure';
import type { AccessFields } from '../../../contract/wizard/attach';
import { sameId } from '../../../core/network/find';
import type { ResourceId } from '../../../core/network/model';
import { chosenTarget, findAttachTarget, subnetsOf } from '../attach/chosen-target';
import { worstSubnet } from '../attach/target-summary';
import type { WizardContext } from '../context';
import { change } from './change';
import { readAround } from './read-subnet-facts';
import { readSubnet } from './read-networks';

/**
 * Chooses an attach target. Readiness shows its subnet; if there are several, the worst. Rejects if the ID wasn't
 * listed.
 */
export async function chooseTarget(context: WizardContext, id: ResourceId): Promise<void> {
  const state = context.store.get();
  const target = findAttachTarget(state, id);
  if (!target) throw new AzureFailure('notFound');
  const before = chosenTarget(state);
  if (before && sameId(before.id, target.id)) return;
  const subnet = worstSubnet(state, target);
  const { attach } = state.choices;
  change(context, { attach: { ...attach, target: target.id, subnet }, fixesInCode: [] });
  await showReadiness(context, subnet);
}

/** Chooses another subnet of the target for Readiness. */
export async function chooseTargetSubnet(context: WizardContext, id: ResourceId): Promise<void> {
  const state = context.store.get();
  const target = chosenTarget(state);
  const subnet = target && subnetsOf(target).find((one) => sameId(one, id));
  if (subnet === undefined) throw new AzureFailure('notFound');
  const { attach } = state.choices;
  if (attach.subnet !== null && sameId(attach.subnet, subnet)) return;
  change(context, { attach: { ...attach, subnet }, fixesInCode: [] });
  await showReadiness(context, subnet);
}

async function showReadiness(context: WizardContext, subnet: ResourceId | null): Promise<void> {
  const { store, loads } = context;
  loads.stop('subnet');
  store.set({ preview: null, checking: false, staleBecause: null, notice: null });
  void readAround(context);
  if (subnet !== null) await readSubnet(context, subnet);
}

/** Changes how Azure ML signs in, as it's typed. */
export function changeAccess(context: WizardContext, { port, user, signIn }: AccessFields): void {
  const { attach } = context.store.get().choices;
  change(context, {
    attach: {
      ...attach,
      port: port ?? attach.port,
      user: user?.trim() ?? attach.user,
      signIn: signIn ?? attach.signIn,
    },
  });
}
