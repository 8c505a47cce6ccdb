import type { Creation } from '../../contract/wizard/creation';
import type { Say } from '../../messages/say';
import { matchPlan, type Plan } from '../../plans/compute-plan';
import { pythonJob, yamlJob } from '../../plans/use-compute';

/** Returns code that uses the compute resource of a plan. Empty for an attached resource. */
export function jobSnippets(say: Say, plan: Plan): Creation['snippets'] {
  return matchPlan<Creation['snippets']>(plan, {
    create: (one) => [
      { id: 'python', label: say('creation.snippet.python'), text: pythonJob(one) },
      { id: 'yaml', label: say('creation.snippet.yaml'), text: yamlJob(one) },
    ],
    attach: () => [],
  });
}
