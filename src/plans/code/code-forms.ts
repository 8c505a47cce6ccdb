import type { CodeFormId } from '../../core/code-forms';
import { segmentOf } from '../../core/network/find';
import { reason, type Reason } from '../../core/reason';
import type { Plan } from '../compute-plan';
import type { PlanSay } from '../say';
import type { CodeContext, WrittenCode } from './code-context';
import { attachesInV2 } from './scripts/cli-notes';
import { writeAz } from './scripts/write-az';
import { writePython } from './scripts/write-python';
import { writeYaml } from './scripts/write-yaml';
import { writeTerraform } from './terraform/write-terraform';
import { writeArm } from './write-arm';
import { writeBicep } from './write-bicep';

interface CodeForm {
  /** File name extension of the main file. */
  readonly extension: string;
  /** VS Code language IDs of files that the code can be inserted into. */
  readonly languages: readonly string[];
  readonly write: (plan: Plan, context: CodeContext, say: PlanSay) => WrittenCode;
}

/** All forms of code for a plan. */
export const codeForms: Readonly<Record<CodeFormId, CodeForm>> = {
  bicep: { extension: '.bicep', languages: ['bicep'], write: writeBicep },
  arm: { extension: '.json', languages: ['json', 'jsonc', 'arm-template'], write: writeArm },
  terraform: { extension: '.tf', languages: ['terraform'], write: writeTerraform },
  yaml: { extension: '.yml', languages: ['yaml', 'azure-pipelines'], write: writeYaml },
  python: { extension: '.py', languages: ['python'], write: writePython },
  az: { extension: '.sh', languages: ['shellscript'], write: writeAz },
};

/** The parts of a plan that decide in which forms it can be written. */
type WritablePlan = Pick<Plan, 'kind'> &
  Partial<Pick<Plan, 'workspaceId' | 'subnetId' | 'fixes'>> &
  Pick<CodeContext, 'peering'>;

/** Returns why a plan can't be written in a form; null if it can. */
export function codeFormFault(form: CodeFormId, plan: WritablePlan): Reason | null {
  if (form === 'terraform') return terraformFault(plan);
  return form === 'yaml' && !attachesInV2(plan) ? reason('write.form.noYaml') : null;
}

/**
 * Names of resource groups that azurerm accepts (hashicorp/terraform-provider-azurerm v5.2.0, its validation of
 * `resource_group_name`). Azure also accepts letters outside of ASCII.
 */
const groupOfAzurerm = /^[-\w.()]+$/;

function terraformFault({ workspaceId, subnetId, fixes = [], peering }: WritablePlan): Reason | null {
  const ids = [
    workspaceId,
    subnetId,
    peering?.there,
    ...fixes.flatMap(({ changes }) => changes.map(({ id }) => id)),
  ];
  const groups = ids.flatMap((id) => segmentOf(id ?? '', 'resourceGroups') ?? []);
  const group = groups.find((one) => !groupOfAzurerm.test(one));
  return group === undefined ? null : reason('write.form.noTerraform', { group });
}
