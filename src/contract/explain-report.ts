import * as v from 'valibot';
import { requirement, summary } from './check-report';
import { told } from './report-parts';

const cause = v.strictObject({
  id: told(v.string(), 'Never changes. `flow`: what one requirement asks for, which `requirements` holds.'),
  rank: told(
    v.picklist(['most', 'possible', 'ruledOut']),
    '`most` likely, `possible`, or `ruledOut` by the checks of the subnet.',
  ),
  name: v.string(),
  means: v.string(),
  advice: v.array(v.string()),
  checks: told(v.array(v.string()), 'IDs of the requirements to look at.'),
  requirements: told(
    v.array(requirement),
    'What these found in the subnet, the deciding one first, each with the rule or route that decides and its fix.',
  ),
});

const missingRule = v.strictObject({
  name: v.string(),
  protocol: v.nullable(v.string()),
  ports: v.nullable(v.string()),
  source: v.nullable(v.string()),
  destinations: told(v.array(v.string()), 'Any of them is accepted.'),
  direction: v.nullable(v.picklist(['Inbound', 'Outbound'])),
  before: told(v.nullable(v.number()), 'The rule must come before this priority.'),
});

/** What `aml-secure-compute explain --error … --format json` prints. */
export const explainReport = told(
  v.strictObject({
    version: told(v.literal(1), 'Changes where readers would break.'),
    failed: told(
      v.nullable(v.picklist(['creation', 'node', 'job', 'image-build', 'mount'])),
      'What failed; null where the message doesn’t tell.',
    ),
    missingRules: told(
      v.nullable(v.strictObject({ group: v.string(), rules: v.array(missingRule) })),
      'The rules that Azure requires in the network security group, where the message lists them.',
    ),
    causes: told(v.array(cause), 'Where no subnet is known; the likeliest first.'),
    subnets: told(
      v.array(
        v.strictObject({
          id: v.string(),
          name: v.string(),
          network: v.string(),
          compute: told(v.nullable(v.string()), 'A compute resource that the files hold.'),
          causes: told(v.array(cause), 'The likeliest first.'),
        }),
      ),
      'Of the files, the subnet in which the likeliest cause was found first.',
    ),
    summary: told(v.nullable(summary), 'What was read and found; null where no file is named.'),
  }),
  'What `aml-secure-compute explain --error` prints with `--format json`.',
);
export type ExplainReport = v.InferOutput<typeof explainReport>;
