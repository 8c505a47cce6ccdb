import { sameId } from '../core/network/find';
import { reason } from '../core/reason';
import { anySubnet } from '../documents/model/any-subnet';
import { propertyOf } from '../documents/model/declared-resource';
import type { Part } from '../documents/model/parts';
import type { DeclaredCompute } from '../documents/model/to-compute';
import { hasGroupOfAzureMl, shortName, type Subject } from '../documents/subjects/subjects';
import type { FileOnlyCheckId } from './catalogue';
import type { FileCheck } from './check-files';
import { placeOfSubnet } from './places';
import type { Problem } from './problem';
import { resourceOf } from './resource-of';

const id: FileOnlyCheckId = 'compute-outside-network';

/** Computes that name no subnet, where the deployment declares one, and only one, for Azure ML; each place once. */
export function computesOutside(check: FileCheck): readonly Problem[] {
  const meant = meantSubject(check);
  if (!meant) return [];
  const found = check.declared.computes
    .filter((one) => isOutside(check, one))
    .map((one) => problemOf(check, one, meant));
  const keyOf = ({ place }: Problem): string => `${place.file} ${String(place.start)}`;
  return [...new Map(found.map((one) => [keyOf(one), one])).values()];
}

/** A group that no subnet uses stands for any subnet, and is none that could be named. */
function meantSubject({ subjects, declared, directed }: FileCheck): Subject | undefined {
  const [first, ...others] = subjects.filter(({ subnet }) => subnet.name !== anySubnet);
  if (!first || others.some(({ subnet }) => !sameId(subnet.id, first.subnet.id))) return undefined;
  const isNamed = directed.some(({ subnets }) => subnets.some((one) => sameId(one, first.subnet.id)));
  return isNamed || hasGroupOfAzureMl(declared.model, first.subnet) ? first : undefined;
}

/** Of a managed network, of a workspace that no file makes, and of a subnet that is given as nothing, the file decided. */
function isOutside({ declared }: FileCheck, compute: DeclaredCompute): boolean {
  const { kind, workspaceId } = compute;
  if (!kind.known || (kind.value !== 'cluster' && kind.value !== 'instance')) return false;
  const managed = declared.workspaces.find((one) => sameId(one.id, workspaceId))?.managedNetwork;
  if (managed?.known !== true || managed.value !== 'disabled') return false;
  const resource = resourceOf(declared, compute.id);
  return resource?.isDeployed.known === true && saysNoSubnet(propertyOf(resource, 'properties'));
}

/** True where there is certainly no such member, whatever its letters' case. */
function saysNoSubnet(nodes: Part): boolean {
  if (nodes?.is !== 'object') return nodes === undefined;
  return nodes.rest === null && ![...nodes.members.keys()].some((name) => name.toLowerCase() === 'subnet');
}

function problemOf({ declared }: FileCheck, compute: DeclaredCompute, meant: Subject): Problem {
  const subnet = shortName(meant);
  const place = placeOfSubnet(declared, meant.subnet.id);
  return {
    id,
    severity: 'warning',
    place: compute.namePlace,
    subnet: '',
    subnetId: compute.id,
    related: place ? [{ place, text: reason('file.meantSubnet', { subnet }), packet: null }] : [],
    what: { is: 'outside-network', compute: compute.name, meant: subnet, meantId: meant.subnet.id },
  };
}
