import { reason } from '../../core/reason';
import { isDeployable } from '../../file-checks/examine';
import type { Asked } from '../answers/answer';
import { templateIn, doJob } from '../answers/do-job';
import { chooseIn, requireNamed } from '../choose-subnets';
import { UsageError } from '../options';
import { isPattern } from '../files/list-files';
import { namesTemplate } from '../named-template';
import { eachOnce, type Disk } from '../read-sources';
import { readResources, UnreadableFile } from '../resources/read-resources';
import type { TemplateSource } from '../templates';

/** What the command line names, as `check` takes it. */
export interface ToFix {
  /** Templates to write into, each once. */
  readonly templates: readonly string[];
  /** Files that hold resources as Azure prints them: nothing can be written into them. */
  readonly exports: readonly string[];
  /** Files of folders that couldn't be read. */
  readonly failures: readonly UnreadableFile[];
}

/**
 * The templates among what the command line names: files, and of folders and patterns those that mean a subnet and that no
 * other file takes as a module. Throws `UsageError` and `UnreadableFile`.
 */
export async function templatesToFix(disk: Disk, asked: Asked): Promise<ToFix> {
  const names = eachOnce(disk, asked.options.files);
  const named = await Promise.all(names.map((name) => namedBy(disk, name)));
  const single = named.flatMap((one) => one.single);
  const exports = eachOnce(
    disk,
    named.flatMap((one) => one.exports),
  );
  const all = [...single, ...named.flatMap((one) => one.listed)];
  const listed = eachOnce(disk, all).slice(single.length);
  if (single.length === 0 && listed.length === 0) {
    throw new UsageError(reason('terminal.fix.noTemplate', { file: exports[0] ?? '' }));
  }
  const { roots, failures } = await rootsAmong(disk, listed, asked);
  return { templates: [...single, ...roots], exports, failures };
}

/** What one name of the command line stands for: a template, an export, or what is in a folder or matches a pattern. */
interface NamedFiles {
  readonly single: readonly string[];
  readonly listed: readonly string[];
  readonly exports: readonly string[];
}

async function namedBy(disk: Disk, name: string): Promise<NamedFiles> {
  const inside = await disk.list(name);
  if (inside) {
    if (inside.length === 0) throw new UnreadableFile(reason('terminal.noneInside', { name }));
    const exports = isPattern(name) ? await exportsAmong(disk, inside) : [];
    return { single: [], listed: inside, exports };
  }
  const isTemplate = await isTemplateFile(disk, name);
  return { single: isTemplate ? [name] : [], listed: [], exports: isTemplate ? [] : [name] };
}

async function isTemplateFile(disk: Disk, name: string): Promise<boolean> {
  const file = await disk.readFile(name);
  if (namesTemplate(name) || isDeployable(name, file.text)) return true;
  // What is neither a template nor an export is a mistake of the command line, as in `check`.
  readResources(file);
  return false;
}

/** Exports that a pattern matches, which `check` takes as if each was named; what else is JSON there was not meant. */
async function exportsAmong(disk: Disk, names: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of names.filter((one) => /\.jsonc?$/i.test(one))) {
    const isExport = await isTemplateFile(disk, name).then(
      (is) => !is,
      () => false,
    );
    if (isExport) found.push(name);
  }
  return found;
}

async function rootsAmong(
  disk: Disk,
  listed: readonly string[],
  asked: Asked,
): Promise<{ readonly roots: readonly string[]; readonly failures: readonly UnreadableFile[] }> {
  const modules = new Set<string>();
  const chosen: string[] = [];
  const failures: UnreadableFile[] = [];
  for (const file of listed) {
    const outcome = await doJob(disk, { what: 'survey', file }, asked);
    if (outcome.is === 'failed') failures.push(new UnreadableFile(outcome.because));
    if (outcome.is !== 'survey') continue;
    outcome.survey.asked.forEach((one) => modules.add(disk.realPathOf(one)));
    if (outcome.survey.isChosen) chosen.push(file);
  }
  return { roots: chosen.filter((file) => !modules.has(disk.realPathOf(file))), failures };
}

/** The templates as they are read, without a check. Throws `UsageError` where `--subnet` names a subnet that none has. */
export async function sourcesToFix(
  disk: Disk,
  templates: readonly string[],
  asked: Asked,
): Promise<readonly TemplateSource[]> {
  const { subnets } = asked.options;
  if (subnets.length === 0 && templates.length < 2) return [];
  const read = await Promise.all(
    templates.map((one) => templateIn(disk, one, { ...asked, isJudged: false })),
  );
  const sources = read.filter((one) => one !== undefined);
  requireNamed(
    sources.map((one) => chooseIn(one, subnets)),
    subnets,
  );
  return sources;
}
