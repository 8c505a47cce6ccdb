import type { ComputeState } from '../../../azure/ports';
import type { Creation } from '../../../contract/wizard/creation';
import { nameOf } from '../../../core/network/find';
import type { Say } from '../../../messages/say';
import type { Plan } from '../../../plans/compute-plan';
import { formatDuration } from '../../../wording/dates';
import { comparison } from './comparison';

/** A cluster that is there, but got fewer nodes than it keeps. */
export interface PartialAllocation {
  readonly compute: ComputeState;
  readonly idle: number;
  readonly wanted: number;
}

/** The cluster's nodes, where it was made and got too few of them; unusable ones are another failure. */
export function partialAllocation(compute: ComputeState | null | 'unseen'): PartialAllocation | null {
  if (compute === null || compute === 'unseen' || !compute.nodes) return null;
  const { target, min, idle, unusable } = compute.nodes;
  const wanted = Math.max(target, min);
  const isMade = compute.provisioningState === 'Succeeded' && unusable === 0;
  return isMade && idle < wanted ? { compute, idle, wanted } : null;
}

/** What of the failure page is different: how far it came, what that means, what was made, and what is billed. */
export function partialView(
  say: Say,
  { compute, idle, wanted }: PartialAllocation,
  { plan, milliseconds }: { readonly plan: Plan; readonly milliseconds: number },
): Pick<Creation, 'heading' | 'line' | 'comparison' | 'left'> {
  const { name } = plan;
  const time = formatDuration(say, milliseconds);
  const line = idle > 0 ? 'create.partial.some' : 'create.partial.none';
  return {
    heading: say('create.partial', { name, idle, wanted }),
    line: say(line, { idle, wanted, time }),
    comparison: [
      {
        label: say('create.compare.nodes'),
        text: say('create.readback', { a: wanted, b: idle }),
        asPlanned: false,
      },
      ...comparison(say, plan, compute),
    ],
    left: say('create.partial.left', { name: nameOf(compute.id), n: idle }),
  };
}
