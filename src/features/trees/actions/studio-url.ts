import type { Cloud, ResourceId } from '../../../core/network/model';

/** Azure ML studio of each cloud (network isolation, required host names, 2025-10-20). */
const studios: Readonly<Record<Cloud, string>> = {
  public: 'https://ml.azure.com',
  usgov: 'https://ml.azure.us',
  china: 'https://studio.ml.azure.cn',
};

/** A workspace's page in the studio of its cloud. */
export function studioUrl(cloud: Cloud, workspaceId: ResourceId, tenantId: string): string {
  const query = new URLSearchParams({ wsid: workspaceId, ...(tenantId === '' ? {} : { tid: tenantId }) });
  return `${studios[cloud]}/?${query.toString()}`;
}
