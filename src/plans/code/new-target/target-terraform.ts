import type { PlanSay } from '../../say';
import type { CodeFile } from '../code-context';
import { hclCode } from '../terraform/hcl-text';
import { azapiBlock } from '../terraform/terraform-compute';
import { dataBlocks } from '../terraform/terraform-resources';
import { idOf, snakeCase, terraformScope } from '../terraform/terraform-scope';
import { placeParameters, writtenTerraform } from '../terraform/write-terraform';
import type { DeploymentTemplate } from '../template';
import { machineBlocks } from './machine-blocks';
import type { NewTarget } from './new-target';

/**
 * Parameters that contain public keys. They're supplied when Terraform runs, because azurerm doesn't accept them from
 * an ephemeral variable.
 */
const publicKeys: ReadonlySet<string> = new Set(['sshPublicKey']);

/**
 * Returns the resource as Terraform: a virtual machine with azurerm, a Spark cluster with azapi.
 * `azurerm_hdinsight_spark_cluster` stores the password in the state (`gateway.password` of 5.2 isn't write-only).
 */
export function newTargetTerraform(
  target: NewTarget,
  {
    template,
    fileName,
    say,
  }: { readonly template: DeploymentTemplate; readonly fileName: string; readonly say: PlanSay },
): readonly CodeFile[] {
  const isMachine = target.is === 'machine';
  const scope = terraformScope(template);
  const secrets = new Set(
    template.parameters.flatMap((one) =>
      one.environment === null || publicKeys.has(one.name) ? [] : [one.name],
    ),
  );
  const around = { scope, subnet: null, secrets, ofInstance: '' };
  const resources = isMachine
    ? machineBlocks(say)
    : template.resources.map((one) =>
        azapiBlock(
          one,
          around,
          hclCode('"/subscriptions/${var.subscription_id}/resourceGroups/${var.resource_group_name}"'),
        ),
      );
  const outputs = template.outputs.map(({ name, description, idOf: symbol }) => ({
    head: `output "${snakeCase(name)}"`,
    values: {
      description,
      value: isMachine ? hclCode('azurerm_linux_virtual_machine.machine.id') : idOf(symbol, scope),
    },
  }));
  return writtenTerraform(
    {
      fileName,
      heading: template.heading,
      variables: [...placeParameters(target, say), ...template.parameters],
      blocks: [...dataBlocks(scope), ...resources, ...outputs],
      scope,
      plain: publicKeys,
    },
    target,
    say,
  );
}
