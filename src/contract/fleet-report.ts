import * as v from 'valibot';
import { baselineOfRunSchema } from './baseline';
import { described, reportHead } from './report-parts';

const cause = v.strictObject({
  kind: described(
    v.string(),
    'Of what decides, or the ID of a check of single rules and routes. Never changes.',
  ),
  key: described(v.string(), 'The same for the same component in every run.'),
  title: described(v.string(), 'In the language of LANG.'),
  status: described(
    v.picklist(['fails', 'to-confirm']),
    '`to-confirm`: nothing certainly fails, but another owner decides, or something wasn’t read.',
  ),
  severity: v.picklist(['error', 'warning', 'info']),
  flows: described(
    v.array(v.string()),
    'IDs of the requirements; none of a check of single rules and routes.',
  ),
  nextStep: v.string(),
});

const row = v.strictObject({
  id: v.string(),
  subscription: described(v.string(), 'ID of the subscription.'),
  resourceGroup: v.string(),
  network: v.string(),
  subnet: described(v.string(), 'Empty of a network whose subnets weren’t read.'),
  computes: described(
    v.array(v.string()),
    'Compute resources that use the subnet, as far as they were read.',
  ),
  isForAzureMl: described(
    v.nullable(v.boolean()),
    'Compute uses the subnet, its NSG has a service tag of Azure ML, or a setting names it. Null where its NSG wasn’t read. Other subnets don’t fail the run.',
  ),
  state: described(
    v.picklist(['not-ready', 'unknown', 'conditional']),
    '`conditional`: nothing that was read fails, so the subnet is ready under the conditions in `onlyIf`. `unknown`: something that decides isn’t known.',
  ),
  onlyIf: described(v.array(v.string()), 'Conditions, in the language of LANG.'),
  counts: v.strictObject({ errors: v.number(), unknown: v.number(), warnings: v.number() }),
  causes: v.array(cause),
  unknown: described(v.array(v.string()), 'What isn’t known, in the language of LANG.'),
  nextStep: described(v.string(), 'Of the most important cause; empty where there is none.'),
  isFailing: described(v.boolean(), 'Ends the run with 1.'),
  change: described(
    v.nullable(v.picklist(['new', 'changed', 'gone', 'same'])),
    'Compared with the baseline: causes are new, some are new and some gone, or only gone. Null without a baseline.',
  ),
});

/** Output of `aml-secure-compute check --fleet --format json`. */
export const fleetReportSchema = described(
  v.strictObject({
    ...reportHead,
    isComplete: described(
      v.boolean(),
      'False where resources can be missing. Then no subnet is `conditional`.',
    ),
    incomplete: described(v.array(v.string()), 'Why resources can be missing, in the language of LANG.'),
    notRead: described(v.array(v.string()), 'What Resource Graph doesn’t have, and no row stands on.'),
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
  'The subnets of many subscriptions, from a result of Azure Resource Graph.',
);

export type FleetReport = v.InferOutput<typeof fleetReportSchema>;
export type FleetRow = FleetReport['subnets'][number];
export type FleetCause = FleetRow['causes'][number];
