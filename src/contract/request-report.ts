import * as v from 'valibot';
import { described, directionSchema, reportHead } from './report-parts';

const severity = v.picklist(['error', 'warning', 'info']);
const layer = v.picklist([
  'admin-rules',
  'nsg',
  'route-table',
  'outbound-access',
  'peering',
  'firewall',
  'private-dns',
  'role',
  'subnet',
  'resource',
]);

const flow = v.strictObject({
  requirement: described(v.string(), 'Never changes. Its page is docs/checks/<id>.md.'),
  title: v.string(),
  severity,
  direction: directionSchema,
  protocol: v.picklist(['TCP', 'UDP', 'Any']),
  ports: described(v.array(v.string()), 'Ports that fail. `*`: any port.'),
  destinations: described(v.array(v.string()), 'Remote service tags or prefixes.'),
  hosts: described(v.array(v.string()), 'FQDNs, for firewalls that filter by name.'),
  layers: described(
    v.array(
      v.strictObject({
        layer,
        state: described(
          v.picklist(['blocked', 'unknown', 'allowed', 'forwarded', 'none']),
          '`blocked` and `allowed`: known from what was read. `unknown`: a network virtual appliance (NVA) decides, or it wasn’t read.',
        ),
        why: v.string(),
      }),
    ),
    'The state of each layer on the path.',
  ),
  sources: v.array(v.strictObject({ title: v.string(), url: v.string(), date: v.nullable(v.string()) })),
});

const owner = v.strictObject({
  layer,
  name: described(v.nullable(v.string()), 'Name of the resource, or IP address of an appliance.'),
  id: described(v.nullable(v.string()), 'Null if only an address is known.'),
  type: described(v.nullable(v.string()), 'ARM type of the resource.'),
  resourceGroup: v.nullable(v.string()),
  role: described(v.nullable(v.string()), 'Built-in role that can make the change.'),
  flows: v.array(flow),
  settings: described(
    v.array(
      v.strictObject({
        requirement: v.string(),
        title: v.string(),
        severity,
        state: v.picklist(['blocked', 'unknown']),
        advice: v.string(),
      }),
    ),
    'Changes that aren’t flows, such as a role or a DNS zone.',
  ),
  azureFirewallBicep: described(
    v.optional(v.string()),
    'A rule collection group for Azure Firewall, in Bicep.',
  ),
});

const request = v.strictObject({
  subnet: described(v.string(), 'network/name'),
  addressPrefixes: v.array(v.string()),
  owners: described(
    v.array(owner),
    'Changes and confirmations for each owner. Flows that are already allowed aren’t included.',
  ),
  allowed: described(v.optional(v.array(flow)), 'With `--all`: flows that are already allowed.'),
});

/** Output of `aml-secure-compute request FILE… --format json`. */
export const requestReportSchema = described(
  v.strictObject({
    ...reportHead,
    requests: described(v.array(request), 'One for each subnet and compute resource.'),
  }),
  'Output of `aml-secure-compute request FILE… --format json`.',
);
export type RequestReport = v.InferOutput<typeof requestReportSchema>;
