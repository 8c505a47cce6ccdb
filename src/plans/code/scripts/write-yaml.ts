import { matchPlan, type Plan } from '../../compute-plan';
import type { PlanSay } from '../../say';
import { safeFileName } from '../build-template';
import type { CodeContext, WrittenCode } from '../code-context';
import { commentLines } from '../comment-lines';
import { attachCommand, scriptText } from './az-script';
import { computeSettings, machineSettings, type SettingGroup } from './compute-settings';
import { cliLeftOut, cliNotes } from './cli-notes';
import { scriptHeading } from './script-parts';
import { yamlText } from './yaml-text';

const createdSchemas = { cluster: 'amlCompute', instance: 'computeInstance' } as const;

const schemas = 'https://azuremlschemas.azureedge.net/latest';

/** Returns the plan as a file of Azure ML CLI v2, `{name}.yml`, and the commands that use it, `{name}.sh`. */
export function writeYaml(plan: Plan, context: CodeContext, say: PlanSay): WrittenCode {
  const fileName = safeFileName(context.fileName ?? plan.name);
  const leftOut = cliLeftOut(plan, context);
  const file = `${fileName}.yml`;
  const command = matchPlan(plan, {
    create: () => ['az ml compute create', `--file '${file}'`],
    attach: (one) => attachCommand(one, [`--file '${file}'`]),
  });
  const heading = scriptHeading(plan, { context, leftOut, say });
  return {
    files: [
      { name: file, text: yamlFile(plan, [...heading, ...cliNotes(plan, say)]) },
      {
        name: `${fileName}.sh`,
        text: scriptText(plan, { heading: [heading[0] ?? ''], commands: [command], say }),
      },
    ],
    leftOut,
  };
}

/** Returns the CLI file. */
export function yamlFile(plan: Plan, heading: readonly string[]): string {
  const { schema, settings } = matchPlan<{ readonly schema: string; readonly settings: SettingGroup }>(plan, {
    create: (one) => ({ schema: createdSchemas[one.kind], settings: computeSettings(one) }),
    attach: (one) => ({ schema: 'vmCompute', settings: machineSettings(one) }),
  });
  const comment = heading.length === 0 ? [] : [...commentLines(heading, '#'), ''];
  return `${[...comment, `$schema: ${schemas}/${schema}.schema.json`, yamlText(settings)].join('\n')}\n`;
}
