import type { TargetRow } from '../../../../src/contract/wizard/attach';
import type { AttachedKind } from '../../../../src/core/compute-kinds';
import { pickWorkspace, openWizard, type OpenWizardOptions, type OpenWizard } from './open-wizard';

/** Returns a wizard in which a workspace and an attached kind are chosen, and the attachable resources are listed. */
export async function openKind(
  kind: AttachedKind,
  { workspace = 'mlw-fraud-prod', ...options }: OpenWizardOptions & { readonly workspace?: string } = {},
): Promise<OpenWizard> {
  const w = openWizard(options);
  await pickWorkspace(w, workspace);
  await w.call.chooseKind({ kind });
  await w.until('targets', (p) => p.targets?.kind === kind && p.targets.state.is !== 'reading');
  return w;
}

export function targetRow(w: OpenWizard, name: string): TargetRow {
  const row = w.page.targets?.rows.find((one) => one.name === name);
  if (!row) throw new Error(`No target ${name}`);
  return row;
}

/** Chooses an attachable resource, and waits for its Readiness with roles and locks. */
export async function pickTarget(w: OpenWizard, name: string): Promise<void> {
  await w.call.chooseTarget({ id: targetRow(w, name).id });
  await w.until('chosen', (p) => p.targets?.chosen?.name === name);
  await w.until('Readiness', (p) => p.readiness?.groups.some((one) => one.id === 'permissions') === true);
}

/** Returns a wizard in which a resource to attach is chosen. */
export async function openTarget(
  kind: AttachedKind,
  name: string,
  options: OpenWizardOptions & { readonly workspace?: string } = {},
): Promise<OpenWizard> {
  const w = await openKind(kind, options);
  await pickTarget(w, name);
  return w;
}
