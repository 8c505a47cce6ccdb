import * as v from 'valibot';
import { reasonSchema, described } from './report-parts';

const name = v.strictObject({
  host: v.string(),
  of: described(reasonSchema, 'Whose name it is: the workspace, its storage account, or an instance.'),
  addresses: described(
    v.array(v.string()),
    'What this computer’s DNS server answered; empty without an answer.',
  ),
  result: described(
    v.picklist(['endpoint', 'public', 'other', 'none', 'failed', 'no-endpoint', 'endpoint-unknown']),
    '`endpoint`: leads to the private endpoint. `public`, `other`, `none`, and `failed` don’t: a public address, another private one, no address, or no DNS server that answers. The last two couldn’t be compared.',
  ),
  text: described(v.string(), 'The result in the language of LANG.'),
  expected: described(
    v.nullable(v.array(v.string())),
    'Addresses of the private endpoints; empty where none was found, null where they couldn’t be read.',
  ),
});

/** Output of `aml-secure-compute check-access --format json`. */
export const accessReportSchema = described(
  v.strictObject({
    version: described(v.literal(1), 'Changes where readers would break.'),
    cloud: v.picklist(['public', 'usgov', 'china']),
    ok: described(
      v.boolean(),
      'True where the run ends with 0: for each workspace a name leads to its private endpoint, and none leads elsewhere.',
    ),
    workspaces: v.array(
      v.strictObject({
        id: v.string(),
        name: v.string(),
        names: v.array(name),
        hostsFile: described(
          v.array(v.string()),
          'Lines for a hosts file that lead the other names to their endpoints.',
        ),
      }),
    ),
  }),
  'The names of workspaces as this computer resolves them, compared with their private endpoints.',
);
export type AccessReport = v.InferOutput<typeof accessReportSchema>;
