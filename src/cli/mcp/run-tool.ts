import { checkToolResult } from '../../agent-tools/check-tool-result';
import { compareToolResult } from '../../agent-tools/compare-tool-result';
import { explainedCheck, explainToolResult, similarCheck } from '../../agent-tools/explain-tool-result';
import { readToolInput } from '../../agent-tools/read-tool-input';
import { quotedText } from '../../agent-tools/shown-text';
import { requirementsToolResult } from '../../agent-tools/requirements-tool-result';
import { isToolName, toolNames, type ToolInput, type ToolName } from '../../agent-tools/tool-inputs';
import type { ToolResult } from '../../agent-tools/tool-results';
import type { CheckReport } from '../../contract/check-report';
import type { CompareReport } from '../../contract/compare-report';
import { reason } from '../../core/reason';
import { formatReason } from '../../wording/reason-text';
import { givenOptions } from '../command-values';
import { readPackedJson } from '../files/packed-json';
import { UsageError, type GivenOptions, type ReportFormat } from '../options';
import { withSlashes } from '../read-sources';
import { UnreadableFile } from '../resources/read-resources';
import { tagsFor } from '../service-tags';
import type { Terminal } from '../terminal';
import { resolve } from 'node:path';
import { proposedFix } from './propose-fix';
import { toolTerminal, type ToolFolder, type ToolRun } from './rooted-terminal';

/** The result of a tool, or the reason why it didn't run, as text for the caller. */
export type ToolOutcome =
  | { readonly is: 'done'; readonly result: ToolResult<ToolName> }
  | { readonly is: 'refused'; readonly text: string };

interface ToolSetup extends ToolFolder {
  /** Name of the file with the sample's resources. */
  readonly sample: string;
}

/** Runs one tool. Never throws because of a caller's input or a file's content. */
export async function runTool(
  { tool, input }: { readonly tool: string; readonly input: unknown },
  outerTerminal: Terminal,
  setup: ToolSetup,
): Promise<ToolOutcome> {
  if (!isToolName(tool)) {
    return { is: 'refused', text: `There is no tool of this name. Tools: ${toolNames.join(', ')}.` };
  }
  const run = toolTerminal(outerTerminal, setup);
  try {
    return await resultOf({ tool, input }, run, setup.sample);
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof UnreadableFile)) throw error;
    return {
      is: 'refused',
      text: quotedText(withoutRoot(setup.root, formatReason(outerTerminal.say, error.because)), 2000),
    };
  }
}

interface Called {
  readonly tool: ToolName;
  readonly input: unknown;
}

async function resultOf({ tool, input: value }: Called, run: ToolRun, sample: string): Promise<ToolOutcome> {
  const checked = async <N extends ToolName>(
    name: N,
    work: (input: ToolInput<N>) => Promise<ToolResult<N>>,
  ): Promise<ToolOutcome> => {
    const read = readToolInput(name, value);
    if (read.is === 'invalid') return { is: 'refused', text: read.text };
    return { is: 'done', result: withNames(run.root, await work(read.input)) };
  };
  switch (tool) {
    case 'check_network_files':
      return checked(tool, (input) => checkFiles(run, input));
    case 'propose_fix':
      return checked(tool, ({ files, allow = [], ...stated }) =>
        proposedFix(
          run,
          {
            check: optionsOf(run, { files, stated, format: 'text' }),
            checkAgain: optionsOf(run, { files, stated, format: 'json' }),
          },
          allow,
        ),
      );
    case 'compare_networks':
      return checked(tool, (input) => compareFiles(run, input));
    case 'explain_finding':
      return checked(tool, (input) => explain(run, input));
    case 'azure_ml_requirements':
      return checked(tool, (input) => listRequirements(run.terminal, input));
    case 'check_subnet':
      return checked(tool, (input) => checkSample(run, input, sample));
  }
}

type Stated = Omit<ToolInput<'check_network_files'>, 'files'>;

interface StatedInput {
  readonly files: readonly string[];
  readonly format: ReportFormat;
  readonly stated: Stated;
}

/** Returns the options of the equivalent command line. */
function optionsOf({ root }: Pick<ToolRun, 'root'>, { files, format, stated }: StatedInput): GivenOptions {
  const { region, cloud, profile, params, varFiles, subnets, serviceTags } = stated;
  return givenOptions({
    files: files.map((one) => absolutePath(root, one)),
    values: {
      format,
      root,
      ...statedPlan(stated),
      ...(subnets ? { subnet: subnets } : {}),
      ...(region ? { region: region.toLowerCase().replaceAll(' ', '') } : {}),
      ...(cloud ? { cloud } : {}),
      ...(profile ? { profile } : {}),
      ...(params === undefined ? {} : { params: absolutePath(root, params) }),
      ...(serviceTags === undefined ? {} : { serviceTags: absolutePath(root, serviceTags) }),
      ...(varFiles ? { varFile: varFiles.map((one) => absolutePath(root, one)) } : {}),
    },
  });
}

function statedPlan({ compute, publicIp, workspace }: Pick<Stated, 'compute' | 'publicIp' | 'workspace'>) {
  return {
    ...(compute ? { compute } : {}),
    ...(publicIp === undefined ? {} : { publicIp: publicIp ? ('yes' as const) : ('no' as const) }),
    ...(workspace ? { workspace } : {}),
  };
}

function absolutePath(root: string, name: string): string {
  return withSlashes(resolve(root, name));
}

async function checkFiles(
  run: ToolRun,
  { files, ...stated }: ToolInput<'check_network_files'>,
): Promise<ToolResult<'check_network_files'>> {
  const { runCheck } = await import('../run-check');
  const code = await runCheck(optionsOf(run, { files, stated, format: 'json' }), run.terminal);
  const report = JSON.parse(run.printed()) as CheckReport;
  const lines = await linesIn(run, placesIn(report));
  return checkToolResult(report, {
    source: 'files',
    isClean: code === 0,
    notes: run.notes(),
    lineOf: (file, line) => lines.get(file)?.[line - 1],
  });
}

function placesIn({ subnets, findings }: CheckReport): readonly string[] {
  const causes = subnets.flatMap((one) => one.causes.flatMap(({ at }) => at?.file ?? []));
  return [...new Set([...causes, ...findings.flatMap(({ at }) => at.place?.file ?? [])])];
}

async function linesIn(
  { textOf }: Pick<ToolRun, 'textOf'>,
  files: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = await Promise.all(files.map(async (file) => [file, (await textOf(file)) ?? ''] as const));
  return new Map(found.map(([file, text]) => [file, text.split(/\r?\n/)]));
}

async function checkSample(
  run: ToolRun,
  { subnet, compute, publicIp, workspace }: ToolInput<'check_subnet'>,
  sample: string,
): Promise<ToolResult<'check_subnet'>> {
  const { runCheck } = await import('../run-check');
  const { answers } = await readPackedJson<{ readonly answers: unknown }>(sample);
  const text = JSON.stringify(answers);
  const name = 'sample.json';
  const terminal: Terminal = {
    ...run.terminal,
    readFile: (file) => Promise.resolve({ name: file, text }),
    list: () => Promise.resolve(undefined),
    settingsFileFor: () => Promise.resolve(undefined),
    isGitIgnored: () => false,
  };
  const given = givenOptions({
    files: [name],
    values: { format: 'json', subnet: [subnet], ...statedPlan({ compute, publicIp, workspace }) },
  });
  const code = await runCheck(given, terminal);
  return checkToolResult(JSON.parse(run.printed()) as CheckReport, {
    source: 'sample',
    isClean: code === 0,
    notes: run.notes(),
    lineOf: () => undefined,
  });
}

async function compareFiles(
  run: ToolRun,
  { before, after, ...stated }: ToolInput<'compare_networks'>,
): Promise<ToolResult<'compare_networks'>> {
  const { comparedStates } = await import('../compare/compare');
  const { comparisonJson } = await import('../compare/comparison-json');
  const options = optionsOf(run, { files: [before, after], stated, format: 'json' });
  const { reportInput, files, parameterFiles, all, unread, isUnknown } = await comparedStates(
    options,
    run.terminal,
  );
  const report = JSON.parse(comparisonJson(reportInput, { files, parameterFiles }, all)) as CompareReport;
  return compareToolResult(report, {
    isWhole: unread.length === 0 && !isUnknown,
    notes: [...unread, ...run.notes()],
  });
}

async function listRequirements(
  terminal: Terminal,
  input: ToolInput<'azure_ml_requirements'>,
): Promise<ToolResult<'azure_ml_requirements'>> {
  const tags = await tagsFor(terminal, { serviceTags: undefined, cloud: input.cloud ?? 'public' });
  return requirementsToolResult(terminal.say, tags, input);
}

async function explain(
  run: ToolRun,
  { id, at, ...stated }: ToolInput<'explain_finding'>,
): Promise<ToolResult<'explain_finding'>> {
  if (id === undefined && at === undefined) throw new UsageError(reason('terminal.tool.explain'));
  const check = id === undefined ? null : checkNamed(id, await run.terminal.pages());
  const found = at && (await problemsAt(run, at, stated));
  const { problems = null, line = null, unread = [] } = found ?? {};
  const notes = [...unread, ...run.notes()];
  return explainToolResult(run.terminal.say, { check, problems, line, notes, isWhole: unread.length === 0 });
}

/**
 * Finds a check by ID.
 * @throws `UsageError` if there is none
 */
function checkNamed(id: string, pages: Awaited<ReturnType<Terminal['pages']>>) {
  const check = explainedCheck(id, pages);
  if (check) return check;
  const similar = similarCheck(id, pages);
  throw new UsageError(
    similar === undefined
      ? reason('terminal.tool.noCheck', { id })
      : reason('terminal.tool.similarCheck', { id, similar }),
  );
}

async function problemsAt(
  run: ToolRun,
  { file, line, template }: NonNullable<ToolInput<'explain_finding'>['at']>,
  stated: Omit<ToolInput<'explain_finding'>, 'id' | 'at'>,
) {
  const { problemsOfLine } = await import('../explain/explain');
  const options = optionsOf(run, { files: template === undefined ? [] : [template], stated, format: 'text' });
  const place = `${absolutePath(run.root, file)}:${line}`;
  const { here, unread } = await problemsOfLine(
    { ...options, files: [place, ...options.files] },
    run.terminal,
  );
  const text = await run.textOf(absolutePath(run.root, file));
  return { problems: here, unread, line: text?.split(/\r?\n/)[line - 1] ?? null };
}

/** Makes file names in every text relative to the folder, whose own path isn't useful to an agent. */
function withNames<T>(root: string, value: T): T {
  const change = (one: unknown): unknown => {
    if (typeof one === 'string') return withoutRoot(root, one);
    if (Array.isArray(one)) return one.map(change);
    if (typeof one !== 'object' || one === null) return one;
    // Lines of an edit stay as written.
    return Object.fromEntries(
      Object.entries(one).map(([key, each]) => [key, key === 'edits' ? each : change(each)]),
    );
  };
  return change(value) as T;
}

function withoutRoot(root: string, text: string): string {
  if (root === '/' || root === '') return text;
  return text.replaceAll(`${root}/`, '').replaceAll(`${root.replaceAll('/', '\\')}\\`, '');
}
