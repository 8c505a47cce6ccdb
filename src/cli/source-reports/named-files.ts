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

/** Files as named on the command line. Unreadable files don't affect the others. */
export interface NamedFiles {
  /** Templates that were named individually. */
  readonly single: readonly string[];
  /** Files in folders and patterns, templates or not. */
  readonly listed: readonly string[];
  readonly printed: readonly PrintedResource[];
  /** Folders without a file to check. */
  readonly empty: readonly string[];
  /** Names that don't refer to a readable file. */
  readonly failures: readonly Failure[];
}

/** Resolves the names on the command line: a template, an export, or the content of a folder or pattern. */
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

/** Returns the names of all files, templates or not. */
export function namesOf({ single, listed, printed }: NamedFiles): readonly string[] {
  return [...new Set([...single, ...listed, ...printed.map(({ file }) => file.name)])];
}

/** Normalizes `./a.bicep` to `a.bicep`, so that no file is checked twice. */
function plainName(name: string): string {
  return name.replace(/^(?:\.\/)+(?=.)/, '');
}

/** An export that is named and also matches a pattern has its own name. */
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

/** Treats a folder of Terraform files as one configuration, represented by `main.tf` or else its first file. */
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

/** Returns exports that match a pattern, as if each was named. Other JSON files in a pattern are ignored. */
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
