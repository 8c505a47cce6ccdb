import { getOrCreate } from '../core/get-or-create';
import {
  parameterCandidates,
  templateNextTo,
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
import { formatList } from '../messages/format-list';

/** The source of a template's parameter values. */
export type ParameterSource = CheckReport['summary']['parameterFiles'][number];

/** The disk that is searched for parameters files. */
export type ParameterDisk = Pick<
  Disk,
  'readFile' | 'namesIn' | 'isInside' | 'projectOf' | 'parameterFilesFor'
>;

/**
 * Returns the parameters file on the command line, or the one that belongs to the template, chosen like in the editor.
 */
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

/** Returns the settings file's choice, if that file is in the settings' folder, with links resolved. */
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
  // Normalizes `infra/../main.bicep` to `main.bicep`.
  const plain = resolvePath(template, '');
  const folder = plain.slice(0, plain.lastIndexOf('/') + 1);
  const names = (await disk.namesIn(folder === '' ? './' : folder)) ?? [];
  const { files, isWhole } = await disk.parameterFilesFor(template, root);
  const bicepparams = await bicepparamsOf(disk, files.map(withSlashes));
  const within = root ?? disk.projectOf(template);
  const neighbors = names.map((one) => `${folder}${one}`);
  const candidates = parameterCandidates(plain, { bicepparams, candidates: neighbors });
  return { candidates: candidates.filter((one) => disk.isInside(one, within)), isWhole };
}

/** Files that were read, by reader, because many templates of one run share them. */
const read = new WeakMap<ParameterDisk['readFile'], Map<string, Promise<ReadParameterFile>>>();

async function bicepparamsOf(
  { readFile }: Pick<Disk, 'readFile'>,
  files: readonly string[],
): Promise<readonly ReadParameterFile[]> {
  const known = getOrCreate(read, readFile, () => new Map<string, Promise<ReadParameterFile>>());
  return Promise.all(files.map((file) => getOrCreate(known, file, () => readParameterFile(readFile, file))));
}

/**
 * Reads a parameters file. One that can't be read belongs to the template with its name, and is reported where it's
 * used.
 */
async function readParameterFile(readFile: Disk['readFile'], file: string): Promise<ReadParameterFile> {
  return readFile(file).then(
    ({ text }) => ({ file, template: templateOfParameters(file, text) }),
    () => ({ file, template: templateNextTo(file) }),
  );
}

/** Returns the sources of templates that have parameters files, or may have. */
export function withParameters(all: readonly ParameterSource[]): ParameterSource[] {
  return all.filter(({ used, candidates, isWhole }) => used !== null || candidates.length > 0 || !isWhole);
}

/** Returns the file with the values of each template, or an empty text if none has a parameters file. */
export function parametersText(say: Say, all: readonly ParameterSource[]): string {
  const lines = all.flatMap((one) => {
    const text = choiceText(say, one);
    return text === undefined ? [] : [`    ${one.template}: ${text}`];
  });
  return lines.length === 0 ? '' : [say('terminal.parameters'), ...lines].join('\n');
}

/** Returns undefined for a template without parameters files. */
function choiceText(say: Say, choice: ParameterSource): string | undefined {
  const { used, candidates, isGiven, isWhole } = choice;
  if (used !== null) return say('terminal.parameters.from', { file: used });
  if (!isWhole && !isGiven) {
    return say('terminal.parameters.tooMany', { option: '--params', none: '--no-params' });
  }
  if (candidates.length === 0) return undefined;
  if (isGiven) return say('terminal.parameters.none', { option: '--no-params' });
  const files = formatList(say, candidates);
  return say('terminal.parameters.several', { files, option: '--params' });
}
