import { traitsOf } from '../../../core/compute-kinds';
import type { WorkspaceSummary } from '../../../azure/ports';
import { clientNames, endpointAddresses, type ClientName } from '../../../checks/client-names';
import { sameId } from '../../../core/network/find';
import type { Cloud, NetworkModel } from '../../../core/network/model';
import { accessReport, type CheckedName } from '../../../wording/access-report';
import { formatReason } from '../../../wording/reason-text';
import type { NodeTarget } from '../model/node';
import { readValue } from '../../../azure-store/queries';
import type { TreesSession } from '../session';

/**
 * Resolves the host names of a workspace, its storage, and one instance on this machine, and compares them with private
 * endpoints.
 */
export async function checkTreeAccess(session: TreesSession, target: NodeTarget): Promise<void> {
  if (target.is !== 'workspace') return;
  const { ports } = session;
  const reads = session.reads();
  const connection = readValue(await reads.connection.get());
  const workspaces = readValue(await reads.workspaces(target.subscriptionId).get()) ?? [];
  const workspace = workspaces.find((one) => sameId(one.id, target.workspaceId));
  const model = readValue(await reads.networks(target.subscriptionId).get());
  if (!connection || !workspace || !model) return ports.showFailure(ports.say('access.notRead'));
  const namesToCheck = await namesOf(session, workspace, connection.cloud);
  const names = await Promise.all(namesToCheck.map((one) => checkName(session, one, model)));
  const report = accessReport(ports.say, { workspace: workspace.name, remote: ports.resolvesAt(), names });
  await ports.showText(ports.say('access.file', { workspace: workspace.name }), report);
}

async function namesOf(
  session: TreesSession,
  workspace: WorkspaceSummary,
  cloud: Cloud,
): Promise<readonly ClientName[]> {
  const reads = session.reads();
  const services = readValue(await reads.services(workspace.id, null).get());
  const storage = services?.storage.known ? services.storage.value : null;
  const all = readValue(await reads.computes(workspace.id).get()) ?? [];
  const instance = all.find(({ kind }) => traitsOf(kind).isPersonal);
  return clientNames(cloud, { workspace, storageId: storage?.id ?? null, instance });
}

async function checkName(
  { ports }: TreesSession,
  one: ClientName,
  model: NetworkModel,
): Promise<CheckedName> {
  const answer = await ports.resolveName(one.host);
  return {
    host: one.host,
    of: formatReason(ports.say, one.of),
    answer,
    expected: endpointAddresses(model, one),
  };
}
