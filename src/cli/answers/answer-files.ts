import { reason } from '../../core/reason';
import { isDeployable } from '../../file-checks/examine';
import { chooseIn, onlySubject, requireNamed } from '../choose-subnets';
import { requireOneNetwork } from '../effective-files';
import { isPattern } from '../files/list-files';
import { namesTemplate } from '../named-template';
import { eachOnce, printedSource, type Disk } from '../read-sources';
import {
  readResources,
  UnreadableFile,
  type PrintedResource,
  type TextFile,
} from '../resources/read-resources';
import type { Source } from '../source';
import { answerOf, type Answer, type Asked } from './answer';
import { deployedTogether } from './declared-ids';
import { templateIn } from './do-job';
import { withJoined } from './join-elsewhere';
import type { Crew, Outcome, Survey } from './crew';

/** What files come to, in the order in which they were named, whoever judged them. */
export interface Answers {
  readonly answers: readonly Answer[];
  /** Files that were not judged, and why. */
  readonly failures: readonly Failure[];
  /** Names of all files that were named or found. */
  readonly files: readonly string[];
}

type Failure = Outcome & { readonly is: 'failed' };

/** Files as the command line names them. */
interface Named {
  /** Templates that were named one by one. */
  readonly single: readonly string[];
  /** Files of folders and patterns, templates or not. */
  readonly listed: readonly string[];
  readonly printed: readonly PrintedResource[];
  /** Files that were named one by one and can't be read. */
  readonly failures: readonly Failure[];
}

/**
 * Judges all that was named: each template by itself with its modules, all exports of resources together; of folders and
 * patterns the templates that no other one takes as a module. Throws `UsageError` and `UnreadableFile`.
 */
export async function answerFiles(
  disk: Disk,
  asked: Asked,
  crewFor: (files: number) => Crew,
): Promise<Answers> {
  const named = await namedFiles(disk, asked.options.files);
  const crew = crewFor(named.single.length + named.listed.length);
  try {
    const { outcomes, surveys, surveyed } = await outcomesOf(crew, named, disk);
    const failures = [...named.failures, ...outcomes.filter((one) => one.is === 'failed')];
    const answers = outcomes.flatMap((one) => (one.is === 'answer' ? [one.answer] : []));
    const choices = [...surveys, ...answers];
    const printed = printedSource(asked.options.cloud, named.printed);
    const own = printed ? [...answers, await answerPrinted(printed, choices, asked)] : answers;
    const all = await withJoined(own, () => sourcesOf(disk, { ...named, asked, printed }), asked);
    requireNamed([...surveys, ...all], asked.options.subnets);
    requireOneNetwork([...new Set(all.flatMap(({ networks }) => networks))], asked.effective);
    const printedFiles = named.printed.map(({ file }) => file.name);
    return { answers: all, failures, files: [...named.single, ...surveyed, ...printedFiles] };
  } finally {
    await crew.end();
  }
}

/** Everything that was named one by one, for what one of them uses and another declares. */
async function sourcesOf(
  disk: Disk,
  {
    single,
    printed,
    asked,
  }: Pick<Named, 'single'> & { readonly printed: Source | undefined; readonly asked: Asked },
): Promise<readonly Source[]> {
  const templates = await Promise.all(
    single.map((file) => templateIn(disk, file, { ...asked, isJudged: false }).catch(() => undefined)),
  );
  return [...templates.filter((one) => one !== undefined), ...(printed ? [printed] : [])];
}

/** Exports were made to be checked: where nothing says which subnet is meant, it is their only one. */
async function answerPrinted(
  source: NonNullable<ReturnType<typeof printedSource>>,
  others: readonly (Survey | Answer)[],
  asked: Asked,
): Promise<Answer> {
  const { subnets } = asked.options;
  const choice = chooseIn(source, subnets);
  const all = [...others, choice];
  const isSaid = subnets.length > 0 && all.some(({ names }) => names.length > 0);
  const isMeant =
    choice.subjects.length > 0 || others.some((one) => 'networks' in one && one.networks.length > 0);
  const subjects = isSaid || isMeant ? choice.subjects : [onlySubject(source)];
  return answerOf(source, { ...choice, subjects }, asked);
}

interface Surveyed {
  readonly outcomes: readonly Outcome[];
  readonly surveys: readonly Survey[];
  /** Names of the templates among the files that were found. */
  readonly surveyed: readonly string[];
}

async function outcomesOf(
  crew: Crew,
  { single, listed }: Named,
  { realPathOf }: Pick<Disk, 'realPathOf'>,
): Promise<Surveyed> {
  const answer = (file: string): Promise<Outcome> => crew.do({ what: 'answer', file });
  const named = groupsOf(crew, single).then((groups) =>
    Promise.all(groups.map(([file = '', ...together]) => crew.do({ what: 'answer', file, together }))),
  );
  const surveyed = await Promise.all(
    listed.map(async (file) => ({ file, outcome: await crew.do({ what: 'survey', file }) })),
  );
  const surveys = surveyed.flatMap(({ outcome }) => (outcome.is === 'survey' ? [outcome.survey] : []));
  const modules = new Set(surveys.flatMap((one) => one.asked.map(realPathOf)));
  const roots = surveyed.map(({ file, outcome }) => {
    if (outcome.is !== 'survey') return Promise.resolve(outcome);
    if (!outcome.survey.isChosen || modules.has(realPathOf(file))) return nothing;
    return answer(file);
  });
  const templates = surveyed.flatMap(({ file, outcome }) => (outcome.is === 'survey' ? [file] : []));
  return { outcomes: [...(await named), ...(await Promise.all(roots))], surveys, surveyed: templates };
}

/** The templates that were named one by one, those that refer to each other as one deployment. */
async function groupsOf(crew: Crew, single: readonly string[]): Promise<readonly (readonly string[])[]> {
  if (single.length < 2) return single.map((file) => [file]);
  const surveyed = await Promise.all(
    single.map(async (file) => ({ file, outcome: await crew.do({ what: 'survey', file }) })),
  );
  const found = surveyed.flatMap(({ file, outcome }) =>
    outcome.is === 'survey' ? [{ file, ...outcome.survey }] : [],
  );
  const others = surveyed.filter(({ outcome }) => outcome.is !== 'survey').map(({ file }) => [file]);
  return [...deployedTogether(found), ...others];
}

const nothing: Promise<Outcome> = Promise.resolve({ is: 'nothing' });

async function namedFiles(disk: Disk, names: readonly string[]): Promise<Named> {
  const single: string[] = [];
  const listed: string[] = [];
  const matched: string[] = [];
  const exported: TextFile[] = [];
  const failures: Failure[] = [];
  for (const name of eachOnce(disk, names.map(plainName))) {
    const inside = await disk.list(name);
    if (inside?.length === 0) throw new UnreadableFile(reason('terminal.noneInside', { name }));
    if (inside) {
      listed.push(...inside);
      if (isPattern(name)) matched.push(...inside);
      continue;
    }
    const file = await readable(disk, name);
    if ('because' in file) failures.push(file);
    else if (namesTemplate(name) || isDeployable(name, file.text)) single.push(name);
    else exported.push(file);
  }
  const among = (all: readonly string[], named: readonly string[]): readonly string[] =>
    eachOnce(disk, [...named, ...all]).slice(named.length);
  return {
    single,
    failures,
    listed: among(listed, single),
    printed: [
      ...exported.flatMap(readResources),
      ...(await printedIn(disk, among(matched, namesOf(exported)))),
    ],
  };
}

/** What can't be read costs the other files nothing. */
async function readable(disk: Disk, name: string): Promise<TextFile | Failure> {
  try {
    return await disk.readFile(name);
  } catch (error) {
    if (error instanceof UnreadableFile) return { is: 'failed', file: name, because: error.because, code: 3 };
    throw error;
  }
}

function namesOf(files: readonly TextFile[]): readonly string[] {
  return files.map(({ name }) => name);
}

/** One name for `a.bicep` and `./a.bicep`, so that no file is judged twice. */
function plainName(name: string): string {
  return name.replace(/^(?:\.\/)+(?=.)/, '');
}

/** Exports that a pattern matches, as if each was named; what else is JSON there was not meant. */
async function printedIn(disk: Disk, names: readonly string[]): Promise<readonly PrintedResource[]> {
  const files = names
    .filter((name) => /\.jsonc?$/i.test(name))
    .map(async (name) => {
      try {
        const file = await disk.readFile(name);
        return isDeployable(name, file.text) ? [] : readResources(file);
      } catch (error) {
        if (error instanceof UnreadableFile) return [];
        throw error;
      }
    });
  return (await Promise.all(files)).flat();
}
