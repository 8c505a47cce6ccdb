import { reason } from '../../core/reason';
import { planFileExtension, planFileText } from '../../plan-file/plan-file';
import { isThere } from '../first-settings';
import { UsageError } from '../options';
import type { ExitCode, Terminal } from '../terminal';
import type { PlanValues } from './plan-options';
import { invalidPlanCode, statedPlan } from './stated-plan';

/**
 * Prints a plan file, or writes it without overwriting a file.
 * @throws `UsageError`
 */
export async function writePlan(
  files: readonly string[],
  values: PlanValues,
  terminal: Terminal,
): Promise<ExitCode> {
  const [file, second] = files;
  if (second !== undefined) throw new UsageError(reason('terminal.plan.oneFile', { file: second }));
  if (file !== undefined && !file.endsWith(planFileExtension)) {
    throw new UsageError(reason('terminal.plan.extension', { file, extension: planFileExtension }));
  }
  const plan = await statedPlan(undefined, values, terminal);
  if (plan === null) return invalidPlanCode(undefined);
  if (file === undefined) {
    terminal.out(planFileText(plan));
    return 0;
  }
  if (await isThere(terminal, file)) throw new UsageError(reason('terminal.plan.exists', { files: [file] }));
  await terminal.writeFiles(new Map([[file, planFileText(plan)]]));
  terminal.out(`${terminal.say('terminal.plan.written', { file })}\n`);
  return 0;
}
