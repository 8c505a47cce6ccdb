import type { Cloud } from '../network/model';
import { instanceNamesOf, privateZonesOf } from './private-zones';

/** A name that a client asks for, and the sub-resource of the private endpoint that it has to lead to. */
export interface ClientHost {
  readonly host: string;
  readonly group: 'amlworkspace' | 'blob' | 'file';
}

export interface WorkspaceName {
  readonly cloud: Cloud;
  /** The workspace's own GUID, `properties.workspaceId`. */
  readonly guid: string;
  readonly location: string;
}

/** Names of a workspace that lead to its private endpoint (how-to-custom-dns, 2026-03-26). */
export function workspaceHosts({ cloud, guid, location }: WorkspaceName): readonly ClientHost[] {
  const [api = ''] = publicZones(cloud, 'amlworkspace');
  return ['', 'cert.'].map((part) => ({
    host: `${guid}.workspace.${location}.${part}${api}`,
    group: 'amlworkspace',
  }));
}

/** The name of an instance, which the workspace's private endpoint answers for (how-to-custom-dns, 2026-03-26). */
export function instanceHost(cloud: Cloud, name: string, location: string): ClientHost {
  return { host: `${name}.${location}.${instanceNamesOf(cloud)[0] ?? ''}`, group: 'amlworkspace' };
}

/** Names of a storage account that the studio and SDKs ask for. */
export function storageHosts(cloud: Cloud, account: string): readonly ClientHost[] {
  return (['blob', 'file'] as const).flatMap((group) =>
    publicZones(cloud, group).map((zone) => ({ host: `${account}.${zone}`, group })),
  );
}

function publicZones(cloud: Cloud, group: string): readonly string[] {
  return privateZonesOf(cloud, group).map((zone) => zone.replace('privatelink.', ''));
}
