import type { Creation } from '../../contract/wizard/creation';
import type { Say } from '../../messages/say';
import { matchPlan } from '../../plans/compute-plan';
import { pythonJob, yamlJob } from '../../plans/use-compute';
import type { CreationState } from './creation-state';

/** Returns code that uses the compute resource. Empty for an attached resource, and until the resource is ready. */
export function jobSnippets(
  say: Say,
  { plan, phase }: Pick<CreationState, 'plan' | 'phase'>,
): Creation['snippets'] {
  if (phase.is !== 'ready') return [];
  return matchPlan<Creation['snippets']>(plan, {
    create: (one) => [
      { id: 'python', label: say('creation.snippet.python'), text: pythonJob(one) },
      { id: 'yaml', label: say('creation.snippet.yaml'), text: yamlJob(one) },
    ],
    attach: () => [],
  });
}
