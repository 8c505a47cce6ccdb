import * as v from 'valibot';
import { baselineOfRunSchema } from './baseline';
import { described, reportHead } from './report-parts';

const cause = v.strictObject({
  kind: described(v.string(), 'Kind of cause, or ID of a check of single rules and routes. Never changes.'),
  key: described(v.string(), 'Identifies the component in every run.'),
  title: described(v.string(), 'Title, in the language of LANG.'),
  status: described(
    v.picklist(['fails', 'to-confirm']),
    '`to-confirm`: nothing certainly fails, but another owner decides, or something wasn’t read.',
  ),
  severity: v.picklist(['error', 'warning', 'info']),
  flows: described(
    v.array(v.string()),
    'IDs of the requirements. Empty for a check of single rules and routes.',
  ),
  nextStep: v.string(),
});

const row = v.strictObject({
  id: v.string(),
  subscription: described(v.string(), 'ID of the subscription.'),
  resourceGroup: v.string(),
  network: v.string(),
  subnet: described(v.string(), 'Empty if the subnets of the network weren’t read.'),
  computes: described(
    v.array(v.string()),
    'Number of compute resources that use the subnet, as far as they were read.',
  ),
  isForAzureMl: described(
    v.nullable(v.boolean()),
    'True if compute uses the subnet, its NSG has a service tag of Azure ML, or a setting names it. Null if its NSG wasn’t read. Other subnets don’t fail the run.',
  ),
  state: described(
    v.picklist(['not-ready', 'unknown', 'conditional']),
    '`conditional`: nothing that was read fails, so the subnet is ready under the conditions in `onlyIf`. `unknown`: something that decides isn’t known.',
  ),
  onlyIf: described(v.array(v.string()), 'Conditions, in the language of LANG.'),
  counts: v.strictObject({ errors: v.number(), unknown: v.number(), warnings: v.number() }),
  causes: v.array(cause),
  unknown: described(v.array(v.string()), 'Unknown values, in the language of LANG.'),
  nextStep: described(v.string(), 'Next step for the most important cause. Empty without a cause.'),
  isFailing: described(v.boolean(), 'True if it makes the exit code 1.'),
  change: described(
    v.nullable(v.picklist(['new', 'changed', 'gone', 'same'])),
    'Comparison with the baseline: causes are new, some are new and some gone, or only gone. Null without a baseline.',
  ),
});

/** Output of `aml-secure-compute check --fleet --format json`. */
export const fleetReportSchema = described(
  v.strictObject({
    ...reportHead,
    isComplete: described(v.boolean(), 'False if resources can be missing. Then no subnet is `conditional`.'),
    incomplete: described(
      v.array(v.string()),
      'Reasons why resources can be missing, in the language of LANG.',
    ),
    notRead: described(
      v.array(v.string()),
      'Resources and settings that Resource Graph doesn’t have. No row includes them.',
    ),
    summary: v.strictObject({
      subscriptions: v.number(),
      networks: v.number(),
      subnets: v.number(),
      states: v.strictObject({
        'not-ready': v.number(),
        unknown: v.number(),
        conditional: v.number(),
      }),
    }),
    subnets: v.array(row),
    baseline: v.optional(baselineOfRunSchema),
  }),
  'Subnets of many subscriptions, from a result of Azure Resource Graph.',
);

export type FleetReport = v.InferOutput<typeof fleetReportSchema>;
export type FleetRow = FleetReport['subnets'][number];
export type FleetCause = FleetRow['causes'][number];
