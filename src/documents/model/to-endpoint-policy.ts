import { known, type Known } from '../../core/known';
import type { ServiceEndpointPolicy } from '../../core/network/model';
import { childOf, childrenPart, type Child } from './children';
import type { DeclaredIndex } from './declared-index';
import { propertyOf, type DeclaredResource } from './declared-resource';
import { allKnown, idsPart, partOf } from './parts';
import { displayName } from './display-name';

const type = 'microsoft.network/serviceendpointpolicies';

/** Service endpoint policies that files make: everything that their definitions let through. */
export function endpointPoliciesOf(index: DeclaredIndex): readonly ServiceEndpointPolicy[] {
  return index
    .of(type)
    .filter(({ isExisting }) => !isExisting)
    .map((one) => toEndpointPolicy(one, index.below(one.id, `${type}/serviceendpointpolicydefinitions`)));
}

function toEndpointPolicy(
  policy: DeclaredResource,
  apart: readonly DeclaredResource[],
): ServiceEndpointPolicy {
  return { id: policy.id, name: displayName(policy.name), resources: resourcesOf(policy, apart) };
}

function resourcesOf(policy: DeclaredResource, apart: readonly DeclaredResource[]): Known<readonly string[]> {
  if (!policy.isDeployed.known) return policy.isDeployed;
  const inside = childrenPart(propertyOf(policy, 'serviceEndpointPolicyDefinitions'));
  if (!inside.known) return inside;
  const lists = allKnown([...inside.value, ...apart.map(childOf)].map(resourcesIn));
  return lists.known ? known(lists.value.flat()) : lists;
}

function resourcesIn({ value, isDeployed }: Child): Known<readonly string[]> {
  return isDeployed.known ? idsPart(partOf(value, 'properties', 'serviceResources')) : isDeployed;
}
