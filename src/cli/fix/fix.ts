import { reason } from '../../core/reason';
import { isDeployable } from '../../file-checks/examine';
import type { ProofOptions } from '../../file-checks/edits/examined-proof';
import type { Problem } from '../../file-checks/problem';
import type { Say } from '../../messages/say';
import { wordProblem } from '../../wording/problem-words';
import { shortDescription } from '../../wording/short-description';
import { withCloud } from '../cloud-of-files';
import { namedTemplate } from '../named-template';
import { checkOptions, UsageError, type CheckOptions } from '../options';
import { requireRoot, tellRegion } from '../require-said';
import { withSlashes, worldOf } from '../read-sources';
import { UnreadableFile } from '../resources/read-resources';
import { tagsFor } from '../service-tags';
import type { ExitCode, Terminal } from '../terminal';
import { closeRest, type ClosedTemplate } from './close-rest';
import { fixTemplate, type FixedTemplate } from './fix-template';

/**
 * Writes every proven fix into the templates that are named, or says with `--dry-run` what it would write. Ends with 1
 * where something is left at the severity of `--fail-on`. With `--close-the-rest` it writes that alone.
 */
export async function fix(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const isDry = args.includes('--dry-run');
  const closes = args.includes('--close-the-rest');
  const others = args.filter((one) => one !== '--dry-run' && one !== '--close-the-rest');
  const options = await withCloud(terminal, checkOptions(others, { formats: ['text'] }));
  await requireRoot(terminal, options);
  const tags = await tagsFor(terminal, options);
  tellRegion(terminal, options, tags);
  let code: ExitCode = 0;
  // All of them are there before one is written.
  for (const name of options.files) await requireTemplate(terminal, name, options);
  for (const name of options.files) {
    // A file before it may have changed it: a module, say.
    const { root, options: own } = await namedTemplate(terminal, name, options);
    const world = await worldOf(terminal, root, own);
    const given = { said: options, facts: { tags } };
    const parameters = own.params === undefined ? {} : { parameters: withSlashes(own.params) };
    const { say } = terminal;
    const describe: ProofOptions['describe'] = (why) => shortDescription(say, why);
    const proofOptions = { options: { ...given, ...parameters }, say, describe };
    if (closes) {
      const closed = await closeRest(withSlashes(root.name), world, proofOptions);
      if (!closed) continue;
      if (!isDry) await writeAll(terminal, closed.texts, options);
      terminal.out(closedReport(terminal, root.name, { closed, isDry }));
      continue;
    }
    const mendsHints = options.failOn === 'info';
    const fixed = await fixTemplate(withSlashes(root.name), world, { ...proofOptions, mendsHints });
    if (!fixed) continue;
    if (!isDry) await writeAll(terminal, fixed.texts, options);
    terminal.out(reportOf(terminal, root.name, { fixed, isDry }));
    const grave = { error: 0, warning: 1, info: 2, hint: 3 } as const;
    if (fixed.left.some(({ problem }) => grave[problem.severity] <= grave[options.failOn])) code = 1;
  }
  return code;
}

async function requireTemplate(
  terminal: Terminal,
  name: string,
  { root: folder }: Pick<CheckOptions, 'root'>,
): Promise<void> {
  if ((await terminal.list(name)) !== undefined) {
    throw new UsageError(reason('terminal.fix.folder', { name }));
  }
  requireNoLinkOut(terminal, name, folder);
  const { root } = await namedTemplate(terminal, name, { params: undefined, root: folder });
  if (!isDeployable(root.name, root.text)) {
    throw new UsageError(reason('terminal.fix.noTemplate', { file: name }));
  }
}

async function writeAll(
  terminal: Terminal,
  texts: ReadonlyMap<string, string>,
  { root }: Pick<CheckOptions, 'root'>,
): Promise<void> {
  for (const file of texts.keys()) requireNoLinkOut(terminal, file, root);
  await terminal.writeFiles(texts);
}

/** Throws `UnreadableFile` where to write a file would write one outside of its project. */
function requireNoLinkOut({ leadsOut }: Terminal, name: string, root: string | undefined): void {
  const way = leadsOut(name, root);
  if (way) throw new UnreadableFile(reason('terminal.linkOut.write', { ...way }));
}

function closedReport(
  { say }: Terminal,
  file: string,
  { closed, isDry }: { readonly closed: ClosedTemplate; readonly isDry: boolean },
): string {
  if (closed.closed.length === 0) return `${say('terminal.closing.none', { file })}\n`;
  const head = say(isDry ? 'terminal.closing.would' : 'terminal.closing.done', { file });
  const lines = closed.closed.flatMap(({ title, written, closes, notes }) => [
    `    ${title}`,
    ...[written, ...closes, ...notes].map((one) => `        ${one}`),
  ]);
  return `${[head, ...lines].join('\n')}\n`;
}

function reportOf(
  { say }: Terminal,
  file: string,
  { fixed, isDry }: { readonly fixed: FixedTemplate; readonly isDry: boolean },
): string {
  const { done, notes } = fixed;
  const head =
    done.length === 0
      ? say('terminal.fix.nothing', { file })
      : say(isDry ? 'terminal.fix.would' : 'terminal.fix.done', { file, n: done.length });
  const changed = done.map((one) => `    ${one}`);
  const noted = notes.map((one) => `        ${one}`);
  return `${[head, ...changed, ...noted, ...leftLines(say, fixed.left)].join('\n')}\n`;
}

/** What is left for one reason stands together, with the reason below; of what is only informed of, what is refused. */
function leftLines(say: Say, left: FixedTemplate['left']): readonly string[] {
  const isGrave = ({ severity }: Problem): boolean => severity === 'error' || severity === 'warning';
  const open = left.filter(({ problem, because }) => isGrave(problem) || because !== null);
  if (open.length === 0) return [];
  const reasons = [...new Set(open.map(({ because }) => because))];
  const lines = reasons.flatMap((because) => [
    ...open.filter((one) => one.because === because).map(({ problem }) => `    ${wordProblem(say, problem)}`),
    ...(because === null ? [] : [`        ${because}`]),
  ]);
  return [say('terminal.fix.left'), ...lines];
}
