import type { PlanKind } from '../core/compute-kinds';
import type { Say } from '../messages/say';

/** Returns a compute resource with its type: “compute cluster cpu-train”. */
export function formatCompute(
  say: Say,
  { kind, name }: { readonly kind: PlanKind | 'other'; readonly name: string },
): string {
  return say(`compute.named.${kind}`, { name });
}
