import type { Creation } from '../../../contract/wizard/creation';
import { nameOf } from '../../../core/network/find';
import type { Say } from '../../../messages/say';
import type { Plan } from '../../../plans/compute-plan';
import { formatDuration } from '../../../wording/dates';
import type { PartialAllocation } from '../creation-state';
import { compareCompute } from '../../../wording/compute-comparison';

/**
 * Returns the parts of the failure page for a partial allocation: how far it got, what that means, what was created,
 * and what is billed.
 */
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
      ...compareCompute(say, plan, compute),
    ],
    left: say('create.partial.left', { name: nameOf(compute.id), n: idle }),
  };
}
