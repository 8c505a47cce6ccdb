/**
 * Marker in each row of the query. A list without it comes from another query, which may omit data that results depend
 * on.
 */
export const fleetMark = 'aml-secure-compute/1';

/** Types in the table `resources` that results of subnets depend on (supported tables and types, 2026-11-30). */
const fleetTypes = [
  'microsoft.machinelearningservices/workspaces',
  'microsoft.network/azurefirewalls',
  'microsoft.network/firewallpolicies',
  'microsoft.network/firewallpolicies/rulecollectiongroups',
  'microsoft.network/ipgroups',
  'microsoft.network/natgateways',
  'microsoft.network/networkinterfaces',
  'microsoft.network/networksecuritygroups',
  'microsoft.network/privateendpoints',
  'microsoft.network/routetables',
  'microsoft.network/serviceendpointpolicies',
  'microsoft.network/virtualnetworkgateways',
  'microsoft.network/virtualnetworks',
] as const;

const columns = `project id, name, type, kind, location, sku, properties, fleetQuery = "${fleetMark}"`;

/** Filter for network interfaces: only those of private endpoints, which have the endpoints’ addresses. */
const withoutMachines =
  'where type !~ "microsoft.network/networkinterfaces" or tostring(properties.privateEndpoint.id) != ""';

/** Resource type in lowercase. */
export const recordType = 'microsoft.network/effectivesecurityadminrules';

/** In `networkresources`: a record of each network that security admin rules apply to. */
const records = [
  'networkresources',
  `where type =~ "${recordType}"`,
  columns.replace('project id, name, type, kind, location, sku, properties', 'project id, name, type'),
].join(' | ');

/** Query for all data of a fleet in Resource Graph, in an order that stays stable across pages. */
export const fleetQuery = [
  'resources',
  `where type in~ (${fleetTypes.map((one) => `"${one}"`).join(', ')})`,
  withoutMachines,
  columns,
  `union (${records})`,
  'order by id asc',
].join(' | ');
