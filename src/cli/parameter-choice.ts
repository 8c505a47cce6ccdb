import {
  parameterCandidates,
  templateBeside,
  templateOfParameters,
  usualParameters,
  type ReadParameterFile,
} from '../file-checks/parameter-files';
import { isTerraformFile } from '../file-checks/terraform-root';
import { resolvePath } from '../documents/source/resolve-path';
import type { CheckReport } from '../contract/check-report';
import type { Say } from '../messages/say';
import type { CheckOptions } from './options';
import { parametersByTeam } from '../team-settings/team-file';
import { withSlashes, type Disk } from './read-sources';
import type { TextFile } from './resources/read-resources';

/** With which parameter values a template is read. */
export type ParameterSource = CheckReport['summary']['parameterFiles'][number];

/** Where parameter files are looked for. */
export type ParameterDisk = Pick<
  Disk,
  'readFile' | 'namesIn' | 'isInside' | 'projectOf' | 'parameterFilesFor'
>;

/** The file that the command line names, else the one that belongs to the template, as the editor chooses it. */
export async function selectParameterFile(
  disk: ParameterDisk,
  { name }: TextFile,
  {
    params: stated,
    noParams,
    root,
    team,
  }: Pick<CheckOptions, 'params' | 'noParams' | 'root'> & Partial<Pick<CheckOptions, 'team'>>,
): Promise<ParameterSource> {
  const template = withSlashes(name);
  if (isTerraformFile(name)) return { template, used: null, candidates: [], isGiven: true, isWhole: true };
  const params = stated ?? (noParams ? undefined : teamParameters(disk, team, template));
  const { candidates, isWhole } = await candidatesFor(disk, template, root);
  const usual = noParams ? null : usualParameters(resolvePath(template, ''), { files: candidates, isWhole });
  const used = params === undefined ? usual : withSlashes(params);
  const isGiven = params !== undefined || noParams;
  return { template, used, candidates: [...candidates], isGiven, isWhole };
}

/** What the settings file states, if it's in the folder of that file by its links too. */
function teamParameters(
  { isInside }: Pick<Disk, 'isInside'>,
  team: CheckOptions['team'],
  template: string,
): string | undefined {
  const file = parametersByTeam(team, template);
  return file !== undefined && team && isInside(file, team.folder) ? file : undefined;
}

async function candidatesFor(
  disk: ParameterDisk,
  template: string,
  root: string | undefined,
): Promise<{ readonly candidates: readonly string[]; readonly isWhole: boolean }> {
  // One name for `infra/../main.bicep` and `main.bicep`.
  const plain = resolvePath(template, '');
  const folder = plain.slice(0, plain.lastIndexOf('/') + 1);
  const names = (await disk.namesIn(folder === '' ? './' : folder)) ?? [];
  const { files, isWhole } = await disk.parameterFilesFor(template, root);
  const bicepparams = await bicepparamsOf(disk, files.map(withSlashes));
  const within = root ?? disk.projectOf(template);
  const beside = names.map((one) => `${folder}${one}`);
  const candidates = parameterCandidates(plain, { bicepparams, beside });
  return { candidates: candidates.filter((one) => disk.isInside(one, within)), isWhole };
}

/** Files that were read, by where they were read from: many templates of one run have the same around them. */
const read = new WeakMap<ParameterDisk['readFile'], Map<string, Promise<ReadParameterFile>>>();

async function bicepparamsOf(
  { readFile }: Pick<Disk, 'readFile'>,
  files: readonly string[],
): Promise<readonly ReadParameterFile[]> {
  const known = read.get(readFile) ?? new Map<string, Promise<ReadParameterFile>>();
  read.set(readFile, known);
  const all = files.map((file) => {
    const found = known.get(file) ?? readParameterFile(readFile, file);
    known.set(file, found);
    return found;
  });
  return Promise.all(all);
}

/** One that can't be read is reported where it's used: with the template of its own name. */
async function readParameterFile(readFile: Disk['readFile'], file: string): Promise<ReadParameterFile> {
  return readFile(file).then(
    ({ text }) => ({ file, template: templateOfParameters(file, text) }),
    () => ({ file, template: templateBeside(file) }),
  );
}

/** Those of templates that have parameter files, or perhaps have. */
export function withParameters(all: readonly ParameterSource[]): ParameterSource[] {
  return all.filter(({ used, candidates, isWhole }) => used !== null || candidates.length > 0 || !isWhole);
}

/** Which file gave the values of each template; empty where none has a parameter file. */
export function parametersText(say: Say, all: readonly ParameterSource[]): string {
  const lines = all.flatMap((one) => {
    const text = choiceText(say, one);
    return text === undefined ? [] : [`    ${one.template}: ${text}`];
  });
  return lines.length === 0 ? '' : [say('terminal.parameters'), ...lines].join('\n');
}

/** Undefined of a template that has no parameter files. */
function choiceText(say: Say, choice: ParameterSource): string | undefined {
  const { used, candidates, isGiven, isWhole } = choice;
  if (used !== null) return say('terminal.parameters.from', { file: used });
  if (!isWhole && !isGiven) {
    return say('terminal.parameters.tooMany', { option: '--params', none: '--no-params' });
  }
  if (candidates.length === 0) return undefined;
  if (isGiven) return say('terminal.parameters.none', { option: '--no-params' });
  const files = new Intl.ListFormat(say.language).format(candidates);
  return say('terminal.parameters.several', { files, option: '--params' });
}
