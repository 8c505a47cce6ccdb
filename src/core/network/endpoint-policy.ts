import { known, unknown, type Known } from '../known';
import { reason } from '../reason';
import { nameOf, sameId } from './find';
import type { NetworkModel, ResourceId, ServiceEndpointPolicy, Subnet } from './model';

/** Resources that a subnet's policies allow its service endpoints to reach; null if none is associated. */
export interface AllowedByPolicies {
  /** Name of the first policy, for references. */
  readonly name: string;
  /** IDs of accounts, resource groups, and subscriptions, and aliases of services. */
  readonly resources: readonly string[];
}

/** Returns the union of all policies (service endpoint policies, 2018-09-18). */
export function allowedByPolicies(model: NetworkModel, subnet: Subnet): Known<AllowedByPolicies | null> {
  const { serviceEndpointPolicies } = subnet;
  if (!serviceEndpointPolicies.known) return serviceEndpointPolicies;
  const [first] = serviceEndpointPolicies.value;
  if (first === undefined) return known(null);
  const resources: string[] = [];
  for (const id of serviceEndpointPolicies.value) {
    const policy = policyOf(model, id);
    if (!policy) return unknown(reason('unknown.policyNotRead', { name: nameOf(id) }));
    if (!policy.resources.known) return policy.resources;
    resources.push(...policy.resources.value);
  }
  return known({ name: nameOf(first), resources });
}

function policyOf(
  { endpointPolicies = [] }: NetworkModel,
  id: ResourceId,
): ServiceEndpointPolicy | undefined {
  return endpointPolicies.find((one) => sameId(one.id, id));
}

/** Alias of Azure ML's own storage in a policy (data exfiltration page, 2024-01-31). */
const alias = '/services/azure/machinelearning';

export function allowsAzureMl({ resources }: AllowedByPolicies): boolean {
  return resources.some((one) => one.toLowerCase().replace(/\/$/, '') === alias);
}

/** True if a policy names the account itself, its resource group, or its subscription. */
export function allowsAccount({ resources }: AllowedByPolicies, id: ResourceId): boolean {
  const idPrefix = `${id.toLowerCase()}/`;
  return resources.some((one) => idPrefix.startsWith(`/${one.toLowerCase().replace(/^\/|\/$/g, '')}/`));
}
