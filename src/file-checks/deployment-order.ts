import { isComputeKind } from '../core/compute-kinds';
import type { Known } from '../core/known';
import { nameOf, sameId } from '../core/network/find';
import { maybeSameId } from '../core/network/maybe-same-id';
import type { ResourceId } from '../core/network/model';
import { reason, type Reason } from '../core/reason';
import type { UnreadModule } from '../documents/evaluate/evaluator';
import { propertyOf, type DeclaredResource } from '../documents/model/declared-resource';
import type { DeclaredNetwork } from '../documents/model/declared-network';
import { idPart, itemsPart, partOf, textsPart, type Part } from '../documents/model/parts';
import { displayName } from '../documents/model/display-name';
import type { DeclaredCompute, DeclaredWorkspace } from '../documents/model/to-compute';
import type { SourceRange } from '../documents/source/source-range';
import type { OrderedBlock } from '../documents/terraform/block-order';
import { divergenceOf, type OrderStep, type Divergence, type Waits } from '../documents/order/template-order';
import type { FileOnlyCheckId } from './file-check-catalog';
import type { FileCheck } from './check-files';
import { isCreated } from './existing/needed-resources';
import { oncePerPlace, type Problem } from './problem';
import { declaredResource } from './resource-of';

const id: FileOnlyCheckId = 'compute-before-private-endpoint';

/**
 * Finds compute resources without a public IP address that Azure may create before the private endpoint of their
 * workspace, each place once. Azure rejects them with "Provided EnableNodePublicIp 'False' requires workspace private
 * endpoint" (Azure/data-product-analytics, issue 70, 2021-08-02).
 */
export function computeBeforeEndpoint(check: FileCheck): readonly Problem[] {
  const found = check.declared.computes.flatMap((one) => problemOf(check, one) ?? []);
  return oncePerPlace(found);
}

/** A prerequisite of a compute resource. */
interface Awaited {
  readonly name: string;
  readonly path: readonly OrderStep[];
  readonly block?: OrderedBlock;
  /** The place for messages. Undefined for a module. */
  readonly namePlace?: SourceRange;
  /** Reason why it possibly isn't the prerequisite, or null if it certainly is. */
  readonly because: Reason | null;
}

function problemOf(check: FileCheck, compute: DeclaredCompute): Problem | undefined {
  const resource = declaredResource(check.declared, compute.id);
  const workspace = check.declared.workspaces.find((one) => sameId(one.id, compute.workspaceId));
  if (!resource || !needsEndpoint(compute) || isManaged(workspace)) return undefined;
  const answers = awaitedBy(check, compute.workspaceId).map((one) => ({ one, ...waitingOf(resource, one) }));
  const isInOrder = answers.some(({ one, waits }) => waits === 'yes' && one.because === null);
  const open = isInOrder ? undefined : answers.find(({ waits }) => waits !== 'yes');
  if (!open) return undefined;
  const unknowns = [
    open.one.because,
    open.waits === 'unknown' ? undecidedOrder(open.one.name) : null,
    ...unknownsOf({ compute, resource, workspace }),
  ];
  return reported(compute, open, unknowns.find(isReason) ?? null);
}

/** True for a compute resource with nodes that possibly don't have a public IP address. */
function needsEndpoint({ kind, publicIp }: DeclaredCompute): boolean {
  const isOfNodes = kind.known && isComputeKind(kind.value);
  return isOfNodes && !(publicIp.known && publicIp.value);
}

/** Returns whether the workspace has a managed virtual network, in which Azure creates what the nodes need. */
function isManaged(workspace: DeclaredWorkspace | undefined): boolean {
  return workspace?.managedNetwork.known === true && workspace.managedNetwork.value !== 'disabled';
}

interface UncertainOrder {
  readonly compute: DeclaredCompute;
  readonly resource: DeclaredResource;
  readonly workspace: DeclaredWorkspace | undefined;
}

/** Returns the reasons why a compute resource that doesn't wait may still be created. */
function unknownsOf({ compute, resource, workspace }: UncertainOrder): readonly (Reason | null)[] {
  const name = nameOf(compute.workspaceId);
  return [
    whyUnknown(compute.publicIp),
    whyUnknown(resource.isDeployed),
    workspace ? whyUnknown(workspace.managedNetwork) : reason('file.order.workspaceElsewhere', { name }),
  ];
}

function whyUnknown<T>(value: Known<T>): Reason | null {
  return value.known ? null : value.because;
}

const isReason = (one: Reason | null): one is Reason => one !== null;
const undecidedOrder = (name: string): Reason => reason('file.order.undecided', { name });

/**
 * Returns the private endpoints of a workspace. If there are none, returns the modules that can't be read and that
 * depend on the workspace.
 */
function awaitedBy(check: FileCheck, workspaceId: ResourceId): readonly Awaited[] {
  const endpoints = check.declared.resources.flatMap((one) => endpointFor(check, one, workspaceId) ?? []);
  if (endpoints.some(({ because }) => because === null)) return endpoints;
  const workspace = declaredResource(check.declared, workspaceId);
  const modules = workspace ? check.unread.filter((one) => waitsFor(one, workspace) !== 'no') : [];
  return [...endpoints, ...modules.map(asAwaited)];
}

function asAwaited({ path, because }: UnreadModule): Awaited {
  const module = path.at(-1)?.declaration;
  return { name: module?.symbol ?? '', path, because };
}

/** Returns the private endpoint if it is, or may be, for the workspace. */
function endpointFor(
  { declared }: FileCheck,
  resource: DeclaredResource,
  workspaceId: ResourceId,
): Awaited | undefined {
  if (resource.type !== 'microsoft.network/privateendpoints' || resource.isExisting) return undefined;
  const answers = ['privateLinkServiceConnections', 'manualPrivateLinkServiceConnections'].map((list) => {
    const items = itemsPart(propertyOf(resource, list));
    return items.known ? items.value.map((one) => connectionTo(declared, one, workspaceId)) : [items.because];
  });
  const [first = false, ...more] = answers.flat().filter((one) => one !== false);
  if (first === false) return undefined;
  const isCertain = [first, ...more].includes(true);
  const perhaps = first === true ? null : first;
  return {
    name: displayName(resource.name),
    path: resource.path,
    ...(resource.block ? { block: resource.block } : {}),
    namePlace: resource.namePlace,
    because: whyUnknown(resource.isDeployed) ?? (isCertain ? null : perhaps),
  };
}

/** True if the connection is to the workspace, or a reason if that isn't known. */
function connectionTo(
  declared: DeclaredNetwork,
  connection: Part,
  workspaceId: ResourceId,
): boolean | Reason {
  const target = idPart(partOf(connection, 'properties', 'privateLinkServiceId'));
  const because = target.known ? whyPerhaps(declared, target.value, workspaceId) : target.because;
  if (because === null) return target.known && target.value !== null && sameId(target.value, workspaceId);
  const groups = textsPart(partOf(connection, 'properties', 'groupIds'));
  const isOfOthers = groups.known && !groups.value.some((one) => one.toLowerCase() === 'amlworkspace');
  return isOfOthers ? false : because;
}

/**
 * Returns the reason why a different target may be the workspace. Two resources that the files create are never the
 * same.
 */
function whyPerhaps(
  declared: DeclaredNetwork,
  target: ResourceId | null,
  workspaceId: ResourceId,
): Reason | null {
  if (target === null || sameId(target, workspaceId) || !maybeSameId(target, workspaceId)) return null;
  if (isCreated(declared, target) && isCreated(declared, workspaceId)) return null;
  return reason('file.order.target', { name: displayName(nameOf(target)) });
}

function waitingOf(compute: DeclaredResource, awaited: Awaited) {
  return { waits: waitsFor(compute, awaited), parting: divergenceOf(compute.path, awaited.path) ?? null };
}

type Ordered = Pick<Awaited, 'path' | 'block'>;

function waitsFor(from: Ordered, on: Ordered): Waits {
  if (from.block && from.block.order === on.block?.order) {
    return from.block.order.waits(from.block.key, on.block.key);
  }
  const parting = divergenceOf(from.path, on.path);
  return parting ? parting.order.waits(parting.from, parting.on) : 'unknown';
}

function reported(
  compute: DeclaredCompute,
  { one, parting }: { readonly one: Awaited; readonly parting: Divergence | null },
  because: Reason | null,
): Problem {
  const place = one.namePlace ?? one.path.at(-1)?.declaration.namePlace;
  const text = reason('file.order.endpoint', { name: one.name });
  return {
    id,
    severity: because === null ? 'error' : 'info',
    place: compute.namePlace,
    subnet: '',
    subnetId: compute.id,
    related: place ? [{ place, text }] : [],
    what: {
      is: 'deployment-order',
      compute: compute.name,
      workspace: displayName(nameOf(compute.workspaceId)),
      waitsFor: one.name,
      because,
      parting,
    },
  };
}
