import * as v from 'valibot';
import { reasonSchema, described } from './report-parts';

const name = v.strictObject({
  host: v.string(),
  of: described(reasonSchema, 'Owner of the name: the workspace, its storage account, or an instance.'),
  addresses: described(
    v.array(v.string()),
    'Addresses from this computer’s DNS server. Empty without an answer.',
  ),
  result: described(
    v.picklist(['endpoint', 'public', 'other', 'none', 'failed', 'no-endpoint', 'endpoint-unknown']),
    '`endpoint`: the private endpoint. `public`: a public address. `other`: another private address. `none`: no address. `failed`: the DNS server didn’t answer. `none` and `failed` couldn’t be compared.',
  ),
  text: described(v.string(), 'The result in the language of LANG.'),
  expected: described(
    v.nullable(v.array(v.string())),
    'Addresses of the private endpoints. Empty if none was found, null if they couldn’t be read.',
  ),
});

/** Output of `aml-secure-compute check-access --format json`. */
export const accessReportSchema = described(
  v.strictObject({
    version: described(v.literal(1), 'Increases when a change breaks programs that read the report.'),
    cloud: v.picklist(['public', 'usgov', 'china']),
    ok: described(
      v.boolean(),
      'True if the exit code is 0: each workspace has a name that resolves to its private endpoint, and none resolves elsewhere.',
    ),
    workspaces: v.array(
      v.strictObject({
        id: v.string(),
        name: v.string(),
        names: v.array(name),
        hostsFile: described(
          v.array(v.string()),
          'Lines for a hosts file that resolve the other names to their endpoints.',
        ),
      }),
    ),
  }),
  'Names of workspaces as this computer resolves them, compared with their private endpoints.',
);
export type AccessReport = v.InferOutput<typeof accessReportSchema>;
