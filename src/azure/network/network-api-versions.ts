/**
 * API version of `@azure/arm-network` 39. Whole resources are written back in the version they are read in. That is the
 * newest version that this code knows. A PUT would lose a member that an older version doesn't return.
 */
export const networkReadApiVersion = '2026-01-01';

/**
 * API version for writing subnets: the last version in which a subnet that omits `defaultOutboundAccess` has it
 * (default outbound access page, 2025-12-03). A newer version could turn off outbound access if the member is omitted.
 */
export const subnetWriteVersion = '2025-05-01';
