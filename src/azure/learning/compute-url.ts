import type { ResourceId } from '../../core/network/model';
import { urlOf } from '../raw-request';

/**
 * API version for compute resources. The client's own version, 2022-10-01, neither sends nor returns an instance's idle
 * shutdown. So requests go over the client's pipeline, in the version for which this code is written.
 */
export const computeReadApiVersion = '2025-12-01';

/** Returns the URL of a workspace's compute resources. */
export function computeListUrl(endpoint: string, workspaceId: ResourceId): string {
  return urlOf(endpoint, `${workspaceId}/computes`, computeReadApiVersion);
}

/** Returns the URL of a compute resource. */
export function computeUrl(endpoint: string, workspaceId: ResourceId, name: string): string {
  return urlOf(endpoint, `${workspaceId}/computes/${name}`, computeReadApiVersion);
}
