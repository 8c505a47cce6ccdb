import { reason } from '../../core/reason';
import { isDeployable } from '../../file-checks/examine';
import { wordProblem } from '../../wording/problem-words';
import { checkOptions, UsageError } from '../options';
import { withSlashes, worldOf } from '../read-sources';
import { tagsFor } from '../service-tags';
import type { ExitCode, Terminal } from '../terminal';
import { fixTemplate, type FixedTemplate } from './fix-template';

/**
 * Writes every proven fix into the templates that are named, or says with `--dry-run` what it would write. Ends with 1
 * where something is left at the severity of `--fail-on`.
 */
export async function fix(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const isDry = args.includes('--dry-run');
  const options = checkOptions(args.filter((one) => one !== '--dry-run'));
  const tags = await tagsFor(terminal, options);
  let code: ExitCode = 0;
  for (const name of options.files) {
    const root = await terminal.readFile(name);
    if (!isDeployable(name, root.text)) {
      throw new UsageError(reason('terminal.fix.noTemplate', { file: name }));
    }
    const world = await worldOf(terminal, root, options);
    const given = { said: options, facts: { tags } };
    const parameters = options.params === undefined ? {} : { parameters: withSlashes(options.params) };
    const fixed = await fixTemplate(withSlashes(name), world, {
      options: { ...given, ...parameters },
      say: terminal.say,
    });
    if (!fixed) continue;
    if (!isDry) for (const [file, text] of fixed.texts) await terminal.writeFile(file, text);
    terminal.out(reportOf(terminal, name, { fixed, isDry }));
    const grave = { error: 0, warning: 1, info: 2, hint: 3 } as const;
    if (fixed.left.some(({ severity }) => grave[severity] <= grave[options.failOn])) code = 1;
  }
  return code;
}

function reportOf(
  { say }: Terminal,
  file: string,
  { fixed, isDry }: { readonly fixed: FixedTemplate; readonly isDry: boolean },
): string {
  const { done, left } = fixed;
  const head =
    done.length === 0
      ? say('terminal.fix.nothing', { file })
      : say(isDry ? 'terminal.fix.would' : 'terminal.fix.done', { file, n: done.length });
  const open = left.filter(({ severity }) => severity === 'error' || severity === 'warning');
  const rest =
    open.length === 0 ? [] : [say('terminal.fix.left'), ...open.map((one) => `    ${wordProblem(say, one)}`)];
  return `${[head, ...done.map((one) => `    ${one}`), ...rest].join('\n')}\n`;
}
