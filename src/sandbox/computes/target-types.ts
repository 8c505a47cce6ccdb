/** Types that a compute can be attached to, by the `computeType` that attaches it. */
export const attachTargetTypes: Readonly<Record<string, string>> = {
  Databricks: 'Microsoft.Databricks/workspaces',
  VirtualMachine: 'Microsoft.Compute/virtualMachines',
  HDInsight: 'Microsoft.HDInsight/clusters',
};

export function isAttachedType(computeType: string): boolean {
  return Object.hasOwn(attachTargetTypes, computeType);
}
