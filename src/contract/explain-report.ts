import * as v from 'valibot';
import { requirementSchema, summarySchema } from './check-report';
import { described } from './report-parts';

const cause = v.strictObject({
  id: described(v.string(), 'Never changes. `flow`: a flow that a requirement in `requirements` describes.'),
  rank: described(
    v.picklist(['most', 'possible', 'ruledOut']),
    '`most` likely, `possible`, or `ruledOut` by the checks of the subnet.',
  ),
  name: v.string(),
  means: v.string(),
  advice: v.array(v.string()),
  checks: described(v.array(v.string()), 'IDs of the requirements to check.'),
  requirements: described(
    v.array(requirementSchema),
    'Results of these requirements in the subnet, the deciding one first. Each has its rule or route, and its fix.',
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
    version: described(v.literal(1), 'Increases when a change breaks programs that read the report.'),
    failed: described(
      v.nullable(v.picklist(['creation', 'node', 'job', 'image-build', 'mount'])),
      'Operation that failed. Null if the message doesn’t state it.',
    ),
    missingRules: described(
      v.nullable(v.strictObject({ group: v.string(), rules: v.array(missingRule) })),
      'Rules that Azure requires in the network security group, if the message lists them.',
    ),
    causes: described(v.array(cause), 'Causes without a subnet, the most likely first.'),
    subnets: described(
      v.array(
        v.strictObject({
          id: v.string(),
          name: v.string(),
          network: v.string(),
          compute: described(v.nullable(v.string()), 'Compute resource in the files.'),
          causes: described(v.array(cause), 'Causes, the most likely first.'),
        }),
      ),
      'Subnets of the files. The subnet with the most likely cause comes first.',
    ),
    summary: described(v.nullable(summarySchema), 'Summary of the run. Null without a file.'),
  }),
  'Output of `aml-secure-compute explain --error` with `--format json`.',
);
export type ExplainReport = v.InferOutput<typeof explainReportSchema>;
