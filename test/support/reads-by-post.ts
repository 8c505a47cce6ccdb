/** Reads that Azure accepts as POST, and that change nothing. */
const questions =
  /\/(checkPolicyRestrictions|listNetworkManagerEffectiveSecurityAdminRules|effectiveRouteTable|effectiveNetworkSecurityGroups|api\/query|diagnose|Microsoft.ResourceGraph\/resources)$/;

/** True for a request that changes something in Azure. */
export function isWrite({ method, path }: { readonly method: string; readonly path: string }): boolean {
  return method !== 'GET' && !questions.test(path);
}
