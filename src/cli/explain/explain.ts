import { printSettingsFaults } from '../team-options';
import { reason } from '../../core/reason';
import type { TagCatalog } from '../../core/tags/tag-catalog';
import type { SourceRange } from '../../documents/source/source-range';
import type { Problem } from '../../file-checks/problem';
import { problemsOf } from '../../file-checks/problems-of';
import { positionsIn, diagnosticRange } from '../../file-checks/diagnostic-range';
import { textOfMarkdown } from '../../plans/request/markdown-text';
import { problemDetails } from '../../wording/problem-details';
import { formatProblem } from '../../wording/problem-text';
import type { Say } from '../../messages/say';
import { effectiveFiles } from '../source-reports/read-report-input';
import { templateIn } from '../source-reports/run-job';
import { faultsOf, missingIn } from '../source-reports/source-report';
import { chosenSubnets } from '../fix/chosen-subnets';
import { completeOptions } from '../cloud-of-files';
import { parametersText, type ParameterSource } from '../parameter-choice';
import { requireWord } from '../declared-options';
import { eachFaultOnce, placedErrorText } from '../placed-error-text';
import { UsageError, type CheckOptions, type ExplainOptions, type GivenOptions } from '../options';
import { requireRoot, requireUsedValues, warnUnknownRegion } from '../require-options';
import { withSlashes } from '../read-sources';
import { UnreadableFile } from '../resources/read-resources';
import { tagsFor, warnOldTags } from '../service-tags';
import { checkedIn, type TemplateSource } from '../templates';
import type { ExitCode, Terminal } from '../terminal';

/**
 * Explains one line of a template: the problems reported there, how they were decided, and their impact. For a line of
 * a module, the template that uses it is named after it. Templates that are deployed together are named together.
 */
export async function runExplain(explainOptions: ExplainOptions, terminal: Terminal): Promise<ExitCode> {
  const { check, error } = explainOptions;
  if (error !== undefined) return (await import('./explain-error')).explainErrorOf(error, check, terminal);
  if (check.files.length === 0) throw new UsageError(reason('terminal.noFile'));
  requireWord('--format', check.format, ['text']);
  const { place, name, templates, parameters, here, unread } = await problemsOfLine(check, terminal);
  const { say, out } = terminal;
  const values = parametersText(say, [parameters]);
  if (values !== '') out(`${values}\n\n`);
  for (const text of unread) terminal.error(`${text}\n`);
  if (here.length === 0) out(`${nothingText(say, { place, name, templates })}\n`);
  for (const problem of here) {
    const details = problemDetails(say, problem).flatMap(({ label, lines }) =>
      lines.map(
        (each, index) => `    ${index === 0 ? label : ''.padEnd(label.length)}  ${textOfMarkdown(each)}`,
      ),
    );
    out(`${[`${formatProblem(say, problem)} [${problem.id}]`, ...details].join('\n')}\n\n`);
  }
  return unread.length > 0 ? 3 : 0;
}

/** The problems reported at a line of a file. */
interface LineProblems extends Omit<RequestedLine, 'line'> {
  readonly parameters: ParameterSource;
  readonly here: readonly Problem[];
  /** Parts that can't be read, as text: a problem at the line can depend on them. */
  readonly unread: readonly string[];
}

/**
 * Returns the problems of the line in the first file argument, such as `main.bicep:12`.
 * @throws `UsageError` and `UnreadableFile`
 */
export async function problemsOfLine(check: GivenOptions, terminal: Terminal): Promise<LineProblems> {
  const options = await completeOptions(terminal, check);
  printSettingsFaults(terminal, options.teamFaults);
  const { place, name, line, templates } = parseRequestedLine(options.files);
  await requireRoot(terminal, options);
  const { text } = await terminal.readFile(name);
  requireLine(name, text, line);
  const tags = await tagsFor(terminal, options);
  warnUnknownRegion(terminal, options, tags);
  warnOldTags(terminal, tags);
  const source = await sourceOfTemplates(terminal, templates, { options, tags });
  const at = positionsIn(text);
  const isHere = (its: SourceRange): boolean =>
    its.file === withSlashes(name) && at(diagnosticRange(text, its).start).line === line - 1;
  // The list without a required rule can be explained, like the rule that blocks.
  const here = problemsOf(source.fixTest.analysis.check).filter(({ place: its, alsoAt = [], related }) =>
    [its, ...alsoAt, ...related.map((one) => one.place)].some(isHere),
  );
  const { parameters } = source;
  return { place, name, templates, parameters, here, unread: unreadIn(source, terminal.say) };
}

/**
 * Reads templates that are deployed together, as `check` does.
 * @throws `UnreadableFile` if the first one isn't a template
 */
async function sourceOfTemplates(
  terminal: Terminal,
  [root, ...together]: RequestedLine['templates'],
  { options, tags }: { readonly options: CheckOptions; readonly tags: TagCatalog },
): Promise<TemplateSource> {
  requireUsedValues(options, [root, ...together]);
  const { subnets } = options;
  const effective = await effectiveFiles(terminal, options);
  const source = await templateIn(terminal, root, { options, tags, together, today: terminal.today });
  if (!source) throw new UnreadableFile(reason('terminal.noTemplate', { file: root }));
  if (subnets.length === 0 && !effective.routes && !effective.adminRules) return source;
  const { choose } = chosenSubnets({ subnets, effective, elsewhere: [] });
  return (await checkedIn(source, choose)) ?? source;
}

function unreadIn(source: TemplateSource, say: Say): readonly string[] {
  const { faults, tooComplex } = faultsOf(source, say);
  return eachFaultOnce([...faults, ...tooComplex, ...missingIn(source, say)]).map(placedErrorText);
}

interface RequestedLine {
  /** As written, with its line. */
  readonly place: string;
  readonly name: string;
  readonly line: number;
  /** The file itself, or the template that uses it, with those that are deployed with it. */
  readonly templates: readonly [string, ...(readonly string[])];
}

/**
 * Parses the file and line.
 * @throws `UsageError` without a line
 */
function parseRequestedLine([place = '', template, ...more]: readonly string[]): RequestedLine {
  const [, name = '', line = ''] = /^(.+):(\d+)$/.exec(place) ?? [];
  if (name === '') {
    throw new UsageError(reason('terminal.explain.usage', { example: 'main.bicep:12' }));
  }
  return { place, name, line: Number(line), templates: [template ?? name, ...more] };
}

function nothingText(say: Say, { place, name, templates }: Omit<RequestedLine, 'line'>): string {
  return templates.every((one) => one === name)
    ? say('terminal.explain.nothing', { place })
    : say('terminal.explain.nothingOf', { place, templates });
}

/**
 * Requires that a line exists in a file. The empty text after a final line end isn't a line.
 * @throws `UsageError` if it doesn't
 */
function requireLine(file: string, text: string, line: number): void {
  const n = text.replace(/\r?\n$/, '').split('\n').length;
  if (line < 1 || line > n) throw new UsageError(reason('terminal.explain.beyond', { file, line, n }));
}
