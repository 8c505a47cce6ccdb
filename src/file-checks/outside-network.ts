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
import type { Problem } from './problem';
import { declaredResource } from './resource-of';

const id: FileOnlyCheckId = 'compute-outside-network';

/** More subnets than these are not offered. */
const mostOffered = 5;

/** Computes that name no subnet, where the deployment declares some for Azure ML; each place once. */
export function computeWithoutSubnet(check: FileCheck): readonly Problem[] {
  const fitting = fittingSubjects(check);
  if (fitting.length === 0) return [];
  const byKind = new Map<string, readonly Subject[]>();
  const meantForKind = (compute: DeclaredCompute): readonly Subject[] => {
    const kind = compute.kind.known ? compute.kind.value : '';
    const meant = byKind.get(kind) ?? meantFor(check, compute, fitting);
    byKind.set(kind, meant);
    return meant;
  };
  const found = check.declared.computes
    .filter((one) => isOutside(check, one))
    .map((one) => problemOf(check, one, meantForKind(one)));
  const keyOf = ({ place }: Problem): string => `${place.file} ${String(place.start)}`;
  return [...new Map(found.map((one) => [keyOf(one), one])).values()];
}

/** Subnets for Azure ML, each once. A group that no subnet uses stands for any subnet, and is none that could be named. */
function fittingSubjects({ subjects, declared, directed }: FileCheck): readonly Subject[] {
  const named = directed.flatMap(({ subnets }) => subnets);
  const isNamed = idSet(named);
  const isOfAzureMl = groupsOfAzureMl(declared, named);
  const fitting = subjects.filter(
    ({ subnet }) => subnet.name !== anySubnet && (isNamed(subnet.id) || isOfAzureMl(subnet)),
  );
  return [...new Map(fitting.map((one) => [one.subnet.id.toLowerCase(), one])).values()];
}

/** Those that a comment keeps for computes of this kind, where there are such. */
function meantFor(
  { directed }: FileCheck,
  { kind }: DeclaredCompute,
  fitting: readonly Subject[],
): readonly Subject[] {
  const isKept = idSet(
    directed.flatMap(({ said, subnets }) => (kind.known && said.compute === kind.value ? subnets : [])),
  );
  const kept = fitting.filter(({ subnet }) => isKept(subnet.id));
  return (kept.length > 0 ? kept : fitting).slice(0, mostOffered);
}

/** Of a managed network, of a workspace that no file makes, and of a subnet that is given as nothing, the file decided. */
function isOutside({ declared }: FileCheck, compute: DeclaredCompute): boolean {
  const { kind, workspaceId } = compute;
  if (!kind.known || !isComputeKind(kind.value)) return false;
  const managed = findById(declared.workspaces, workspaceId)?.managedNetwork;
  if (managed?.known !== true || managed.value !== 'disabled') return false;
  const resource = declaredResource(declared, compute.id);
  return resource?.isDeployed.known === true && saysNoSubnet(propertyOf(resource, 'properties'));
}

/** True where there is certainly no such member, whatever its letters' case. */
function saysNoSubnet(nodes: Part): boolean {
  if (nodes?.is !== 'object') return nodes === undefined;
  return nodes.rest === null && ![...nodes.members.keys()].some((name) => name.toLowerCase() === 'subnet');
}

function problemOf({ declared }: FileCheck, compute: DeclaredCompute, meant: readonly Subject[]): Problem {
  const fitting = meant.map((one) => ({ id: one.subnet.id, name: shortName(one) }));
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
