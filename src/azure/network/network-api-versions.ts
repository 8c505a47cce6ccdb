/**
 * API version of `@azure/arm-network` 39. Resources are read and written back as a whole in this version, the newest
 * that this code supports. With an older version, a PUT would lose members that the version doesn't return.
 */
export const networkReadApiVersion = '2026-01-01';

/**
 * API version for writing subnets. It's the last version in which a subnet that omits `defaultOutboundAccess` has
 * default outbound access (default outbound access page, 2025-12-03). A newer version could turn off outbound access if
 * the member is omitted.
 */
export const subnetWriteVersion = '2025-05-01';
