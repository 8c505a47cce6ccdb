import type { Cloud, ResourceId } from '../network/model';

/** Azure ML studio of each cloud (network isolation, required host names, 2025-10-20). */
const studios: Readonly<Record<Cloud, string>> = {
  public: 'https://ml.azure.com',
  usgov: 'https://ml.azure.us',
  china: 'https://studio.ml.azure.cn',
};

export interface StudioPlace {
  readonly cloud: Cloud;
  readonly workspaceId: ResourceId;
  /** Empty if unknown. */
  readonly tenantId: string;
  /** Name of a compute resource; the workspace itself by default. */
  readonly compute?: string;
}

/** Returns the URL of a workspace, or of one of its compute resources, in the studio of its cloud. */
export function studioUrl({ cloud, workspaceId, tenantId, compute }: StudioPlace): string {
  const parts = { wsid: workspaceId, ...(tenantId === '' ? {} : { tid: tenantId }) };
  const query = Object.entries(parts).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  const path = compute === undefined ? '/' : `/compute/${encodeURIComponent(compute)}/details`;
  return `${studios[cloud]}${path}?${query.join('&')}`;
}
