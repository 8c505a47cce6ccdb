import type { ResourceId } from '../../core/network/model';
import { urlOf } from '../raw-request';

/**
 * Api version of computes. The client's own, 2022-10-01, neither sends nor shows an instance's idle shutdown, so that
 * computes are written and read over the client's pipeline in the version that code is written in.
 */
export const computeReadApiVersion = '2025-12-01';

/** Address of a workspace's computes. */
export function computeListUrl(endpoint: string, workspaceId: ResourceId): string {
  return urlOf(endpoint, `${workspaceId}/computes`, computeReadApiVersion);
}

/** Address of one of them. */
export function computeUrl(endpoint: string, workspaceId: ResourceId, name: string): string {
  return urlOf(endpoint, `${workspaceId}/computes/${name}`, computeReadApiVersion);
}
