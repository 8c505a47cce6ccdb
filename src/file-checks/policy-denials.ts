import { idSet } from '../core/network/find';
import { indexOf } from '../documents/model/declared-index';
import type { DeclaredResource } from '../documents/model/declared-resource';
import { denialsOf, type DeclaredDenial } from '../documents/model/governance/declared-policies';
import { displayName } from '../documents/model/display-name';
import type { FileOnlyCheckId } from './file-check-catalog';
import type { FileCheck } from './check-files';
import type { Problem } from './problem';

const id: FileOnlyCheckId = 'policy-denies-resource';

const computeType = 'microsoft.machinelearningservices/workspaces/computes';

/**
 * Finds policies in the files that deny a compute resource, or the network, subnet, or NSG that is checked for it. A
 * policy whose effect isn't known is reported once, and not for each resource.
 */
export function policyDenials(check: FileCheck): readonly Problem[] {
  const { resources } = check.declared;
  const index = indexOf(resources);
  if (index.of('microsoft.authorization/policyassignments').length === 0) return [];
  const found = looked(check).flatMap((resource) =>
    denialsOf(resource, index).map((denial) => toProblem(resource, asDeployed(resource, denial))),
  );
  const keyOf = ({ place, what }: Problem, at: number): string =>
    what.is === 'policy-denial' && what.because !== null
      ? `${place.file} ${String(place.start)}`
      : String(at);
  return [...new Map(found.map((one, at) => [keyOf(one, at), one])).values()];
}

/** Returns the compute resources that the files create, and the resources of the checked subnets. */
function looked({ declared, subjects }: FileCheck): readonly DeclaredResource[] {
  const ofSubnets = subjects.flatMap(({ network, subnet }) => {
    const { securityGroup: group } = subnet;
    return [network.id, subnet.id, ...(group.known && group.value !== null ? [group.value] : [])];
  });
  const isOfSubnets = idSet(ofSubnets);
  return declared.resources.filter(
    (one) => !one.isExisting && (one.type === computeType || isOfSubnets(one.id)),
  );
}

/** The denial isn't certain if it isn't known whether the resource is created. */
function asDeployed({ isDeployed }: DeclaredResource, denial: DeclaredDenial): DeclaredDenial {
  return isDeployed.known ? denial : { ...denial, because: denial.because ?? isDeployed.because };
}

function toProblem(resource: DeclaredResource, { assignment, because }: DeclaredDenial): Problem {
  return {
    id,
    severity: because === null ? 'error' : 'info',
    place: assignment.namePlace,
    subnet: '',
    subnetId: resource.id,
    related: [],
    what: {
      is: 'policy-denial',
      policy: displayName(assignment.name),
      resource: displayName(resource.name),
      isCompute: resource.type === computeType,
      because,
    },
  };
}
