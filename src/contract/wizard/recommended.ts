import * as v from 'valibot';

/** Why a workspace or a subnet is preselected. */
const workspaceReason = v.picklist(['last-used', 'endpoint-and-ready', 'most-ready', 'only']);
export type WorkspaceReason = v.InferOutput<typeof workspaceReason>;

/** `closest`: no subnet is ready. */
const subnetReason = v.picklist(['ready-at-endpoint', 'ready', 'closest']);
export type SubnetReason = v.InferOutput<typeof subnetReason>;

/** The preselected workspace and subnet, with the reason; null for one that the user selected. */
export const recommendedSchema = v.object({
  workspace: v.nullable(workspaceReason),
  subnet: v.nullable(subnetReason),
});

export const noRecommendation: v.InferOutput<typeof recommendedSchema> = { workspace: null, subnet: null };

/** A preselected row as the page marks it. */
export const recommendationViewSchema = v.object({ tag: v.string(), reason: v.string() });
