import { reason } from '../../core/reason';
import { isDeployable } from '../../file-checks/analyze-file';
import { isTerraformFile } from '../../file-checks/terraform-root';
import { isPattern } from '../files/list-files';
import { namesTemplate } from '../named-template';
import { eachOnce, type Disk } from '../read-sources';
import {
  readResources,
  UnreadableFile,
  type PrintedResource,
  type TextFile,
} from '../resources/read-resources';
import type { Failure } from './worker-pool';

/** Files as the command line names them. What can't be read costs the others nothing. */
export interface NamedFiles {
  /** Templates that were named one by one. */
  readonly single: readonly string[];
  /** Files of folders and patterns, templates or not. */
  readonly listed: readonly string[];
  readonly printed: readonly PrintedResource[];
  /** Folders without a file to check. */
  readonly empty: readonly string[];
  /** Names that stand for no file that can be read. */
  readonly failures: readonly Failure[];
}

/** What the names of the command line stand for: a template, an export, or what is in a folder or matches a pattern. */
export async function namedFiles(disk: Disk, names: readonly string[]): Promise<NamedFiles> {
  const all: NamedFiles[] = [];
  for (const name of eachOnce(disk, names.map(plainName))) all.push(await filesNamed(disk, name));
  const single = all.flatMap((one) => one.single);
  const listed = all.flatMap((one) => one.listed);
  return {
    single,
    listed: eachOnce(disk, [...single, ...listed]).slice(single.length),
    printed: eachPrintedOnce(
      disk,
      all.flatMap((one) => one.printed),
    ),
    empty: all.flatMap((one) => one.empty),
    failures: all.flatMap((one) => one.failures),
  };
}

/** Names of all files, templates or not. */
export function namesOf({ single, listed, printed }: NamedFiles): readonly string[] {
  return [...new Set([...single, ...listed, ...printed.map(({ file }) => file.name)])];
}

/** One name for `a.bicep` and `./a.bicep`, so that no file is checked twice. */
function plainName(name: string): string {
  return name.replace(/^(?:\.\/)+(?=.)/, '');
}

/** An export that is named, and matches a pattern too, counts by its own name. */
function eachPrintedOnce(disk: Disk, all: readonly PrintedResource[]): readonly PrintedResource[] {
  const names = new Set(eachOnce(disk, [...new Set(all.map(({ file }) => file.name))]));
  return all.filter(({ file }) => names.has(file.name));
}

const none: NamedFiles = { single: [], listed: [], printed: [], empty: [], failures: [] };

async function filesNamed(disk: Disk, name: string): Promise<NamedFiles> {
  const listed = await disk.list(name);
  if (listed) {
    if (listed.length === 0 && !isPattern(name)) return { ...none, empty: [name] };
    return listedFiles(disk, name, onePerConfiguration(listed));
  }
  try {
    const file = await disk.readFile(name);
    return namesTemplate(name) || isDeployable(name, file.text)
      ? { ...none, single: [name] }
      : { ...none, printed: readResources(file) };
  } catch (error) {
    if (error instanceof UnreadableFile) return failing(name, error);
    throw error;
  }
}

/** A folder of Terraform files is one configuration: by `main.tf`, else by its first file. */
function onePerConfiguration(files: readonly string[]): readonly string[] {
  const first = new Map<string, string>();
  for (const file of files.filter(isTerraformFile)) {
    const folder = file.slice(0, file.lastIndexOf('/') + 1);
    if (!first.has(folder) || file === `${folder}main.tf`) first.set(folder, file);
  }
  return files.filter((file) => !isTerraformFile(file) || [...first.values()].includes(file));
}

async function listedFiles(disk: Disk, name: string, listed: readonly string[]): Promise<NamedFiles> {
  if (listed.length === 0) {
    return failing(name, new UnreadableFile(reason('terminal.noneInside', { name })));
  }
  return { ...none, listed, printed: isPattern(name) ? await printedAmong(disk, listed) : [] };
}

function failing(file: string, { because }: UnreadableFile): NamedFiles {
  return { ...none, failures: [{ is: 'failed', file, because, code: 3 }] };
}

/** Exports that a pattern matches, as if each was named; what else is JSON there was not meant. */
async function printedAmong(disk: Disk, names: readonly string[]): Promise<readonly PrintedResource[]> {
  const files = names.filter((name) => /\.jsonc?$/i.test(name)).map((name) => printedIn(disk, name));
  return (await Promise.all(files)).flat();
}

async function printedIn(disk: Disk, name: string): Promise<readonly PrintedResource[]> {
  try {
    const file: TextFile = await disk.readFile(name);
    return isDeployable(name, file.text) ? [] : readResources(file);
  } catch (error) {
    if (error instanceof UnreadableFile) return [];
    throw error;
  }
}
