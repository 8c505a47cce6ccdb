import { isComputeKind } from '../core/compute-kinds';
import { findById, idSet } from '../core/network/find';
import { reason } from '../core/reason';
import { anySubnet } from '../documents/model/any-subnet';
import { propertyOf } from '../documents/model/declared-resource';
import type { Part } from '../documents/model/parts';
import type { DeclaredCompute } from '../documents/model/to-compute';
import { groupsOfAzureMl, shortName, type Subject } from '../documents/subjects/subjects';
import type { FileOnlyCheckId } from './file-check-catalog';
import type { FileCheck } from './check-files';
import { placeOfSubnet } from './places';
import { oncePerPlace, type Problem } from './problem';
import { declaredResource } from './resource-of';

const id: FileOnlyCheckId = 'compute-outside-network';

/** Maximum number of subnets to suggest. */
const mostOffered = 5;

/**
 * Finds compute resources without a subnet, if the deployment declares subnets for Azure Machine Learning. Each place
 * is reported once.
 */
export function computeWithoutSubnet(check: FileCheck): readonly Problem[] {
  const fitting = fittingSubjects(check);
  if (fitting.length === 0) return [];
  const byKind = new Map<string, readonly Subject[]>();
  const intendedForKind = (compute: DeclaredCompute): readonly Subject[] => {
    const kind = compute.kind.known ? compute.kind.value : '';
    const intended = byKind.get(kind) ?? intendedFor(check, compute, fitting);
    byKind.set(kind, intended);
    return intended;
  };
  const found = check.declared.computes
    .filter((one) => isOutside(check, one))
    .map((one) => problemOf(check, one, intendedForKind(one)));
  return oncePerPlace(found);
}

/**
 * Returns the subnets for Azure Machine Learning, each once. A placeholder subnet of an unused NSG can't be referred
 * to, and is left out.
 */
function fittingSubjects({ subjects, declared, directed }: FileCheck): readonly Subject[] {
  const named = directed.flatMap(({ subnets }) => subnets);
  const isNamed = idSet(named);
  const isOfAzureMl = groupsOfAzureMl(declared, named);
  const fitting = subjects.filter(
    ({ subnet }) => subnet.name !== anySubnet && (isNamed(subnet.id) || isOfAzureMl(subnet)),
  );
  return [...new Map(fitting.map((one) => [one.subnet.id.toLowerCase(), one])).values()];
}

/** Returns the subnets that a comment reserves for this kind of compute resource, if there are any. */
function intendedFor(
  { directed }: FileCheck,
  { kind }: DeclaredCompute,
  fitting: readonly Subject[],
): readonly Subject[] {
  const isKept = idSet(
    directed.flatMap(({ overrides, subnets }) =>
      kind.known && overrides.compute === kind.value ? subnets : [],
    ),
  );
  const kept = fitting.filter(({ subnet }) => isKept(subnet.id));
  return (kept.length > 0 ? kept : fitting).slice(0, mostOffered);
}

/**
 * Returns whether a compute resource is outside the network by omission. With a managed virtual network, a workspace that no
 * file creates, or an explicitly empty subnet, it's the file's decision.
 */
function isOutside({ declared }: FileCheck, compute: DeclaredCompute): boolean {
  const { kind, workspaceId } = compute;
  if (!kind.known || !isComputeKind(kind.value)) return false;
  const managed = findById(declared.workspaces, workspaceId)?.managedNetwork;
  if (managed?.known !== true || managed.value !== 'disabled') return false;
  const resource = declaredResource(declared, compute.id);
  return resource?.isDeployed.known === true && statesNoSubnet(propertyOf(resource, 'properties'));
}

/** True if the member certainly doesn't exist, ignoring case. */
function statesNoSubnet(nodes: Part): boolean {
  if (nodes?.is !== 'object') return nodes === undefined;
  return nodes.rest === null && ![...nodes.members.keys()].some((name) => name.toLowerCase() === 'subnet');
}

function problemOf({ declared }: FileCheck, compute: DeclaredCompute, intended: readonly Subject[]): Problem {
  const fitting = intended.map((one) => ({ id: one.subnet.id, name: shortName(one) }));
  return {
    id,
    severity: 'warning',
    place: compute.namePlace,
    subnet: '',
    subnetId: compute.id,
    related: fitting.flatMap(({ id: subnetId, name }) => {
      const place = placeOfSubnet(declared, subnetId);
      return place ? [{ place, text: reason('file.meantSubnet', { subnet: name }) }] : [];
    }),
    what: { is: 'outside-network', compute: compute.name, fitting },
  };
}
