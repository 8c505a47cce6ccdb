import * as v from 'valibot';
import { requirementSchema, summarySchema } from './check-report';
import { described } from './report-parts';

const cause = v.strictObject({
  id: described(
    v.string(),
    'Never changes. `flow`: what one requirement asks for, which `requirements` holds.',
  ),
  rank: described(
    v.picklist(['most', 'possible', 'ruledOut']),
    '`most` likely, `possible`, or `ruledOut` by the checks of the subnet.',
  ),
  name: v.string(),
  means: v.string(),
  advice: v.array(v.string()),
  checks: described(v.array(v.string()), 'IDs of the requirements to look at.'),
  requirements: described(
    v.array(requirementSchema),
    'What these found in the subnet, the deciding one first, each with the rule or route that decides and its fix.',
  ),
});

const missingRule = v.strictObject({
  name: v.string(),
  protocol: v.nullable(v.string()),
  ports: v.nullable(v.string()),
  source: v.nullable(v.string()),
  destinations: described(v.array(v.string()), 'Any of them is accepted.'),
  direction: v.nullable(v.picklist(['Inbound', 'Outbound'])),
  before: described(v.nullable(v.number()), 'The rule must come before this priority.'),
});

/** Output of `aml-secure-compute explain --error … --format json`. */
export const explainReportSchema = described(
  v.strictObject({
    version: described(v.literal(1), 'Changes where readers would break.'),
    failed: described(
      v.nullable(v.picklist(['creation', 'node', 'job', 'image-build', 'mount'])),
      'What failed; null where the message doesn’t tell.',
    ),
    missingRules: described(
      v.nullable(v.strictObject({ group: v.string(), rules: v.array(missingRule) })),
      'The rules that Azure requires in the network security group, where the message lists them.',
    ),
    causes: described(v.array(cause), 'Where no subnet is known; the likeliest first.'),
    subnets: described(
      v.array(
        v.strictObject({
          id: v.string(),
          name: v.string(),
          network: v.string(),
          compute: described(v.nullable(v.string()), 'A compute resource that the files hold.'),
          causes: described(v.array(cause), 'The likeliest first.'),
        }),
      ),
      'Of the files, the subnet in which the likeliest cause was found first.',
    ),
    summary: described(v.nullable(summarySchema), 'What was read and found; null where no file is named.'),
  }),
  'What `aml-secure-compute explain --error` prints with `--format json`.',
);
export type ExplainReport = v.InferOutput<typeof explainReportSchema>;
