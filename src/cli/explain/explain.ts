import { reason } from '../../core/reason';
import type { SourceRange } from '../../documents/source/source-range';
import { analyzeFile } from '../../file-checks/analyze-file';
import { problemsOf } from '../../file-checks/problems-of';
import { positionsIn, diagnosticRange } from '../../file-checks/diagnostic-range';
import { textOfMarkdown } from '../../plans/request/markdown-text';
import { problemDetails } from '../../wording/problem-details';
import { formatProblem } from '../../wording/problem-text';
import { withCloud } from '../cloud-of-files';
import { namedTemplate } from '../named-template';
import { parametersText } from '../parameter-choice';
import { requireWord } from '../declared-options';
import { UsageError, type ExplainOptions } from '../options';
import { requireRoot, warnUnknownRegion } from '../require-options';
import { withSlashes, sourceFileSystem } from '../read-sources';
import { tagsFor, warnOldTags } from '../service-tags';
import type { ExitCode, Terminal } from '../terminal';

/**
 * Says of one line of a template what is told there, how it was decided, and what happens if it is left; of a line of a
 * module, where the template that takes it is named behind.
 */
export async function runExplain(asked: ExplainOptions, terminal: Terminal): Promise<ExitCode> {
  const { check, error } = asked;
  if (error !== undefined) return (await import('./explain-error')).explainErrorOf(error, check, terminal);
  if (check.files.length === 0) throw new UsageError(reason('terminal.noFile'));
  requireWord('--format', check.format, ['text']);
  const options = await withCloud(terminal, check);
  const { place, name, line, template } = askedLine(options.files);
  await requireRoot(terminal, options);
  const { root, options: own, parameters } = await namedTemplate(terminal, template, options);
  const { text } = await terminal.readFile(name);
  requireLine(name, text, line);
  const world = await sourceFileSystem(terminal, root, own);
  const tags = await tagsFor(terminal, options);
  warnUnknownRegion(terminal, options, tags);
  warnOldTags(terminal, tags);
  const examined = await analyzeFile(withSlashes(root.name), world, {
    said: options,
    facts: { tags },
    ...(own.params === undefined ? {} : { parameters: withSlashes(own.params) }),
  });
  const at = positionsIn(text);
  const isHere = (its: SourceRange): boolean =>
    its.file === withSlashes(name) && at(diagnosticRange(text, its).start).line === line - 1;
  // A list that lacks a rule is asked about as well as the rule that blocks.
  const here = (examined ? problemsOf(examined.check) : []).filter(({ place: its, alsoAt = [], related }) =>
    [its, ...alsoAt, ...related.map((one) => one.place)].some(isHere),
  );
  const { say, out } = terminal;
  const values = parametersText(say, parameters ? [parameters] : []);
  if (values !== '') out(`${values}\n\n`);
  if (here.length === 0) out(`${say(nothingKey(name, template), { place, template })}\n`);
  for (const problem of here) {
    const details = problemDetails(say, problem).flatMap(({ label, lines }) =>
      lines.map(
        (each, index) => `    ${index === 0 ? label : ''.padEnd(label.length)}  ${textOfMarkdown(each)}`,
      ),
    );
    out(`${[`${formatProblem(say, problem)} [${problem.id}]`, ...details].join('\n')}\n\n`);
  }
  return 0;
}

interface AskedLine {
  /** As it was written, with its line. */
  readonly place: string;
  readonly name: string;
  readonly line: number;
  /** The file itself, or the template that takes it. */
  readonly template: string;
}

/** Throws `UsageError` where no line is named, or more than one template. */
function askedLine([place = '', template, ...more]: readonly string[]): AskedLine {
  const [, name = '', line = ''] = /^(.+):(\d+)$/.exec(place) ?? [];
  if (name === '' || more.length > 0) {
    throw new UsageError(reason('terminal.explain.usage', { example: 'main.bicep:12' }));
  }
  return { place, name, line: Number(line), template: template ?? name };
}

function nothingKey(
  name: string,
  template: string,
): 'terminal.explain.nothing' | 'terminal.explain.nothingOf' {
  return name === template ? 'terminal.explain.nothing' : 'terminal.explain.nothingOf';
}

/** Throws `UsageError` where a file has no such line; what a last line end leaves empty is none. */
function requireLine(file: string, text: string, line: number): void {
  const n = text.replace(/\r?\n$/, '').split('\n').length;
  if (line < 1 || line > n) throw new UsageError(reason('terminal.explain.beyond', { file, line, n }));
}
