import type { CodeFormId } from '../../core/code-forms';
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

/** Returns why a plan can't be written in a form; null if it can. */
export function codeFormFault(form: CodeFormId, plan: Pick<Plan, 'kind'>): Reason | null {
  return form === 'yaml' && !attachesInV2(plan) ? reason('write.form.noYaml') : null;
}
