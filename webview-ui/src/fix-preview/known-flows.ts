import type { FixPreview } from '@contract/wizard/fix-preview';

type Flow = FixPreview['flows'][number];

/** Every flow this preview has shown since it was opened; one that was unticked stays, to be ticked again. */
export function knownFlows(before: readonly Flow[], now: readonly Flow[]): readonly Flow[] {
  const current = new Map(now.map((flow) => [flow.id, flow]));
  const seen = new Set(before.map((flow) => flow.id));
  return [...before.map((flow) => current.get(flow.id) ?? flow), ...now.filter((flow) => !seen.has(flow.id))];
}

/** The ids to prove again after `id` was ticked or unticked, in the order shown. */
export function idsAfter(
  known: readonly Flow[],
  ticked: readonly Flow[],
  change: { readonly id: string; readonly on: boolean },
): readonly string[] {
  const on = new Set(ticked.map((flow) => flow.id));
  if (change.on) on.add(change.id);
  else on.delete(change.id);
  return known.filter((flow) => on.has(flow.id)).map((flow) => flow.id);
}
