import { reason, type Reason } from '../../core/reason';
import { resolvePath } from '../../documents/source/resolve-path';
import { readTerraformPlan } from '../../documents/terraform/plan/read-plan';
import { readTerraformFolder, type TerraformFolder } from '../../documents/terraform/read-terraform-folder';
import type { TerraformResource } from '../../documents/terraform/terraform-resource';
import { mostRounds } from '../../file-checks/analyze-file';
import { knownFiles, type FileWorld } from '../../file-checks/known-files';
import type { Say } from '../../messages/say';
import { formatReason } from '../../wording/reason-text';
import { UsageError, type ResolveCommandOptions } from '../options';
import { eachFaultOnce, placedErrorText, placedFaults } from '../placed-error-text';
import { sourceFileSystem, withSlashes, type Disk } from '../read-sources';
import { reportJsonText } from '../report/json-text';
import type { TextFile } from '../resources/read-resources';
import { printed, type FormatReason, type Printed } from './predicted-resources';

/** The output of `resolve`, and the faults of the files that it read. */
export interface Resolved {
  readonly out: string;
  readonly faults: readonly string[];
  /** Names the file with the values; empty if none belongs to the template. */
  readonly note: string;
}

/** Returns the named folder's files if it contains Terraform files, or undefined for anything else. */
export async function terraformFolderOf(disk: Disk, name: string): Promise<readonly string[] | undefined> {
  const names = await disk.namesIn(`${withSlashes(name).replace(/(?<!\/)\/+$/, '')}/`);
  const files = names?.filter((one) => /\.tf(?:\.json)?$/.test(one)) ?? [];
  return files.length > 0 ? files : undefined;
}

/** Reads a folder with its modules and prints its resources by address, as written. */
export async function resolveTerraform(
  disk: Disk,
  commandOptions: ResolveCommandOptions & { readonly configurations: readonly string[] },
  say: Say,
): Promise<Resolved> {
  const { folder, texts } = await readFolder(disk, commandOptions);
  const unknown = [...commandOptions.terraform.values.keys()].find((name) => !folder.variables.has(name));
  if (unknown !== undefined) throw new UsageError(reason('terminal.noVariable', { name: unknown }));
  const word = (because: Reason): string => formatReason(say, because);
  const unread = folder.unreadModules.map(({ because: { key, values = {} }, place }) => ({
    key,
    values,
    place,
  }));
  const faults = [...folder.faults, ...unread];
  return {
    note: '',
    out: `${reportJsonText({ resources: resourcesByAddress(folder, word) })}\n`,
    faults: eachFaultOnce(placedFaults(say, faults, (file) => texts.get(file))).map(placedErrorText),
  };
}

interface Read {
  readonly folder: TerraformFolder;
  readonly texts: ReadonlyMap<string, string>;
}

async function readFolder(
  disk: Disk,
  commandOptions: ResolveCommandOptions & { readonly configurations: readonly string[] },
): Promise<Read> {
  const path = resolvePath(withSlashes(commandOptions.file), '');
  const [first = ''] = commandOptions.configurations;
  const texts = new Map<string, string>();
  const template = await disk.readFile(path === '' ? first : `${path}/${first}`);
  const world = await sourceFileSystem(disk, template, { params: undefined, root: commandOptions.root });
  const files = knownFiles(await withVariableFiles(disk, world, { commandOptions, texts }));
  const read = (): TerraformFolder =>
    readTerraformFolder(path, files, {
      variableFiles: commandOptions.terraform.files.map(normalized),
      variables: commandOptions.terraform.values,
    });
  for (let round = 0; round < mostRounds; round += 1) {
    const folder = read();
    if (!(await files.fetch())) return { folder, texts };
  }
  return { folder: read(), texts };
}

function normalized(file: string): string {
  return resolvePath(withSlashes(file), '');
}

/**
 * Adds variable files, which the user can name anywhere.
 * @throws `UnreadableFile`
 */
async function withVariableFiles(
  disk: Disk,
  world: FileWorld,
  {
    commandOptions,
    texts,
  }: { readonly commandOptions: ResolveCommandOptions; readonly texts: Map<string, string> },
): Promise<FileWorld> {
  const named = new Map<string, string>();
  for (const file of commandOptions.terraform.files) {
    named.set(normalized(file), (await disk.readFile(file)).text);
  }
  return {
    ...world,
    isInside: (file) => named.has(file) || world.isInside(file),
    async read(file) {
      const text = named.get(file) ?? (await world.read(file));
      if (text !== undefined) texts.set(file, text);
      return text;
    },
  };
}

/** Prints the resources of a plan or a state by address. Sensitive values are unknown. */
export function resolvePlan({ name, text }: TextFile, say: Say): Resolved {
  const { resources, errors } = readTerraformPlan(name, text);
  const word = (because: Reason): string => formatReason(say, because);
  return {
    note: '',
    out: `${reportJsonText({ resources: resourcesByAddress({ resources, unreadModules: [] }, word) })}\n`,
    faults: eachFaultOnce(placedFaults(say, errors, () => text)).map(placedErrorText),
  };
}

function resourcesByAddress(
  { resources, unreadModules }: Pick<TerraformFolder, 'resources' | 'unreadModules'>,
  word: FormatReason,
): Record<string, Printed> {
  const modules = unreadModules.map(({ address, because }) => [
    address,
    { type: 'module', values: { $unknown: word(because) } },
  ]);
  return Object.fromEntries([...resources.map((one) => [one.address, described(one, word)]), ...modules]);
}

function described({ type, values, isDeployed }: TerraformResource, word: FormatReason): Printed {
  const members = printed(values, word);
  const isUnknown = !isDeployed.known && typeof members === 'object' && members !== null;
  return { type, values: isUnknown ? { ...members, $unknownInstances: word(isDeployed.because) } : members };
}
