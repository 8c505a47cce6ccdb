import type { WorkspaceSummary } from '../../../azure/ports';
import {
  instanceHost,
  storageHosts,
  workspaceHosts,
  type ClientHost,
} from '../../../core/azure-facts/workspace-hosts';
import { known, type Known } from '../../../core/known';
import { sameId } from '../../../core/network/find';
import type { Cloud, NetworkModel, PrivateEndpoint, ResourceId } from '../../../core/network/model';
import { accessReport, type CheckedName } from '../../../wording/access-report';
import type { NodeTarget } from '../model/node';
import { valueOf } from '../reading/cell';
import type { TreesSession } from '../session';

/** A name to resolve, whose it is, and the resource whose private endpoint it has to lead to. */
interface Wanted extends ClientHost {
  readonly of: string;
  readonly targetId: ResourceId;
}

/** Resolves the names of a workspace, its storage, and one instance here, and compares them with private endpoints. */
export async function checkAccess(session: TreesSession, target: NodeTarget): Promise<void> {
  if (target.is !== 'workspace') return;
  const { ports } = session;
  const reads = session.reads();
  const connection = valueOf(await reads.connection.get());
  const workspaces = valueOf(await reads.workspaces(target.subscriptionId).get()) ?? [];
  const workspace = workspaces.find((one) => sameId(one.id, target.workspaceId));
  const model = valueOf(await reads.networks(target.subscriptionId).get());
  if (!connection || !workspace || !model) return ports.tellFailure(ports.say('access.notRead'));
  const wanted = await namesOf(session, workspace, connection.cloud);
  const names = await Promise.all(wanted.map((one) => checkName(session, one, model)));
  const report = accessReport(ports.say, { workspace: workspace.name, remote: ports.resolvesAt(), names });
  await ports.showText(ports.say('access.file', { workspace: workspace.name }), report);
}

async function namesOf(
  session: TreesSession,
  { id, name, guid, location }: WorkspaceSummary,
  cloud: Cloud,
): Promise<readonly Wanted[]> {
  const { say } = session.ports;
  const reads = session.reads();
  const region = location.known ? location.value : '';
  const services = valueOf(await reads.services.of(id, null).get());
  const storage = services?.storage.known ? services.storage.value : null;
  const all = valueOf(await reads.computes(id).get()) ?? [];
  const instance = all.find(({ kind }) => kind === 'instance');
  return [
    ...(guid === undefined ? [] : workspaceHosts({ cloud, guid, location: region })).map((one) => ({
      ...one,
      of: say('access.of.workspace', { name }),
      targetId: id,
    })),
    ...(storage === null ? [] : storageHosts(cloud, storage.name)).map((one) => ({
      ...one,
      of: say('access.of.storage', { name: storage?.name ?? '' }),
      targetId: storage?.id ?? '',
    })),
    ...(instance === undefined ? [] : [instanceHost(cloud, instance.name, instance.location)]).map((one) => ({
      ...one,
      of: say('access.of.instance', { name: instance?.name ?? '' }),
      targetId: id,
    })),
  ];
}

async function checkName(session: TreesSession, one: Wanted, model: NetworkModel): Promise<CheckedName> {
  const answer = await session.ports.resolveName(one.host);
  return { host: one.host, of: one.of, answer, expected: expectedOf(one, model) };
}

/** Addresses of approved endpoints; unknown where one of them isn't, or where endpoints weren't read. */
function expectedOf(
  { targetId, group }: Wanted,
  { privateEndpoints }: NetworkModel,
): Known<readonly string[]> {
  if (!privateEndpoints.known) return privateEndpoints;
  const own = privateEndpoints.value.filter((one) => isFor(one, targetId, group));
  const unread = own.find(({ addresses }) => !addresses.known);
  if (unread && !unread.addresses.known) return unread.addresses;
  return known(own.flatMap(({ addresses }) => (addresses.known ? addresses.value : [])));
}

function isFor(endpoint: PrivateEndpoint, targetId: ResourceId, group: string): boolean {
  return (
    endpoint.notApproved === undefined &&
    sameId(endpoint.targetId, targetId) &&
    endpoint.groups.some((one) => one.toLowerCase() === group)
  );
}
