import type { FixFlowView } from '@contract/wizard/fix-preview';

/** The ids to prove again after some were ticked or cleared, in the order shown. */
export function idsAfter(
  flows: readonly FixFlowView[],
  change: { readonly ids: readonly string[]; readonly on: boolean },
): readonly string[] {
  return flows
    .filter((flow) => (change.ids.includes(flow.id) ? change.on : flow.ticked))
    .map((flow) => flow.id);
}
