import { jsonAt, textAt, type JsonObject } from '../../azure/json';
import { known } from '../../core/known';
import type { CheckedCompute } from '../../documents/subjects/subjects';

/**
 * The serverless compute of a workspace that names a subnet for it; none where it names none, since it is then in a
 * network of Microsoft's. Nodes have a public IP unless the workspace says otherwise.
 */
export function toServerlessCompute(workspace: JsonObject): readonly CheckedCompute[] {
  const settings = jsonAt(workspace, 'properties', 'serverlessComputeSettings');
  const subnetId = textAt(settings, 'serverlessComputeCustomSubnet');
  const workspaceId = textAt(workspace, 'id');
  if (subnetId === undefined || workspaceId === undefined) return [];
  return [
    {
      id: `${workspaceId}/serverless`,
      name: textAt(workspace, 'name') ?? '',
      givenName: null,
      kind: known('serverless'),
      workspaceId,
      subnetId: known(subnetId),
      publicIp: known(jsonAt(settings, 'serverlessComputeNoPublicIP') !== true),
      publicSsh: known(false),
      minNodes: known(0),
      maxNodes: known(0),
    },
  ];
}
