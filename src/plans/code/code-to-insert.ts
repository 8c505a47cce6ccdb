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

/** The compute resource as Bicep declarations, whose names aren't among those of the file that they go into. */
export function bicepToInsert(
  plan: Plan,
  context: CodeContext,
  { taken, say }: { readonly taken: ReadonlySet<string>; readonly say: PlanSay },
): string {
  return bicepText(renameTemplate(alone(plan, context, say), freeNames(taken, '')));
}

/** The same as Terraform blocks. `taken` are addresses, such as `var.location`. */
export function terraformToInsert(
  plan: Plan,
  context: CodeContext,
  { taken, say }: { readonly taken: ReadonlySet<string>; readonly say: PlanSay },
): string {
  return terraformAlone({ ...plan, fixes: [] }, context, {
    rename: freeNames(taken, '_'),
    say,
  });
}

/** The same as one resource of an ARM template; null where a secret has to be a parameter of the template. */
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

/** The same new name for a name each time, with a number where it's taken. */
function freeNames(taken: ReadonlySet<string>, mark: string): (name: string) => string {
  const names = new Map<string, string>();
  const used = new Set(taken);
  return (name) => {
    let free = names.get(name) ?? name;
    for (let n = 2; !names.has(name) && used.has(free); n += 1) free = `${name}${mark}${String(n)}`;
    names.set(name, free);
    used.add(free);
    return free;
  };
}
