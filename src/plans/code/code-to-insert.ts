import type { Plan } from '../compute-plan';
import type { PlanSay } from '../say';
import type { ArmJson } from './arm-text';
import { buildTemplate } from './build-template';
import type { CodeContext } from './code-context';
import { inlineTemplate, renameTemplate } from './rename-template';
import { terraformAlone } from './terraform/write-terraform';
import type { DeploymentTemplate } from './template';
import { armResources } from './write-arm';
import { bicepText } from './write-bicep';

/** Returns the compute resource as Bicep declarations. Their names don't conflict with the target file's. */
export function bicepToInsert(
  plan: Plan,
  context: CodeContext,
  { usedNames, say }: { readonly usedNames: ReadonlySet<string>; readonly say: PlanSay },
): string {
  return bicepText(renameTemplate(alone(plan, context, say), freeNames(usedNames, '')));
}

/** Returns the compute resource as Terraform blocks. `taken` contains addresses, such as `var.location`. */
export function terraformToInsert(
  plan: Plan,
  context: CodeContext,
  { usedNames, say }: { readonly usedNames: ReadonlySet<string>; readonly say: PlanSay },
): string {
  return terraformAlone({ ...plan, fixes: [] }, context, {
    rename: freeNames(usedNames, '_'),
    say,
  });
}

/** Returns the compute resource as a resource of an ARM template; null if a secret requires a template parameter. */
export function armToInsert(plan: Plan, context: CodeContext, say: PlanSay): ArmJson | null {
  const template = alone(plan, context, say);
  if (template.parameters.some(({ environment }) => environment !== null)) return null;
  const [resource] = armResources(inlineTemplate(template));
  return resource ?? null;
}

function alone(plan: Plan, context: CodeContext, say: PlanSay): DeploymentTemplate {
  const { template } = buildTemplate({ ...plan, fixes: [] }, context, say);
  return { ...template, outputs: [] };
}

/** Returns a function that renames consistently, and adds a number if the name is taken. */
function freeNames(usedNames: ReadonlySet<string>, mark: string): (name: string) => string {
  const names = new Map<string, string>();
  const used = new Set(usedNames);
  return (name) => {
    let free = names.get(name) ?? name;
    for (let n = 2; !names.has(name) && used.has(free); n += 1) free = `${name}${mark}${String(n)}`;
    names.set(name, free);
    used.add(free);
    return free;
  };
}
