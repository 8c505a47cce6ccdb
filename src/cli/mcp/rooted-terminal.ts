import { relative, resolve } from 'node:path';
import { reason } from '../../core/reason';
import { isInside } from '../../disk/real-path';
import { teamFileNames } from '../../team-settings/team-file-names';
import { UsageError } from '../options';
import { withSlashes, type Disk, type FoundSettingsFile } from '../read-sources';
import { UnreadableFile } from '../resources/read-resources';
import type { Terminal } from '../terminal';

/** A terminal for a tool: it reads below one folder, writes nothing, and keeps what is printed. */
export interface ToolRun {
  /** The folder, as a whole path with slashes. */
  readonly root: string;
  readonly terminal: Terminal;
  /** What a command printed. */
  printed(): string;
  /** What it reported beside that, each line once. */
  notes(): readonly string[];
  /** What a command wanted to write, by file. */
  readonly written: ReadonlyMap<string, string>;
  /** The text of a file as it is now, before what a command wanted to write. */
  textOf(name: string): Promise<string | undefined>;
}

export interface ToolFolder {
  /** The folder, as a whole path with slashes and without one at its end. */
  readonly root: string;
  /** Texts of files that an editor has not saved, by their whole path with slashes. */
  readonly unsaved: ReadonlyMap<string, string>;
}

/** What is written is read again, as from a disk, so that several deployments are changed one after the other. */
export function toolTerminal(whole: Terminal, folder: ToolFolder): ToolRun {
  const { root } = folder;
  const disk = rootedDisk(whole, folder);
  let out = '';
  const notes = new Set<string>();
  const written = new Map<string, string>();
  const terminal: Terminal = {
    ...whole,
    ...disk,
    readFile(name) {
      const text = written.get(wholeName(name));
      return text === undefined ? disk.readFile(name) : Promise.resolve({ name, text });
    },
    async writeFiles(texts) {
      for (const [name, text] of texts) {
        // Throws where it can't be read: nothing outside of the folder is changed.
        await disk.readFile(name);
        written.set(wholeName(name), text);
      }
    },
    threads: undefined,
    readInput: () => Promise.resolve(''),
    out: (text) => void (out += text),
    show: (lines) => void (out += lines.map((line) => `${line.map(({ text }) => text).join('')}\n`).join('')),
    error: (text) => text.split('\n').forEach((line) => line.trim() && notes.add(line.trim())),
    progress: () => undefined,
    serve: () => undefined,
    command: () => undefined,
  };
  return {
    root,
    terminal,
    printed: () => out,
    notes: () => [...notes],
    written,
    textOf: (name) =>
      disk.readFile(name).then(
        ({ text }) => text,
        () => undefined,
      ),
  };
}

/** The files below one folder, and no other: a name or a link that leads elsewhere is refused. */
function rootedDisk(whole: Disk, { root, unsaved }: ToolFolder): Disk {
  const isHere = (name: string): boolean => isInside(name, [root]);
  const outside = (name: string) => reason('terminal.tool.outside', { file: shownName(root, name) });
  return {
    ...whole,
    async readFile(name) {
      if (!isHere(name)) throw new UnreadableFile(outside(name));
      const text = unsaved.get(wholeName(name));
      return text === undefined ? whole.readFile(name, [root]) : { name, text };
    },
    async list(name) {
      if (!isHere(name)) throw new UsageError(outside(name));
      return (await whole.list(name))?.filter(isHere);
    },
    namesIn: (folder) => (isHere(folder) ? whole.namesIn(folder) : Promise.resolve(undefined)),
    projectOf: () => root,
    isInside: (name, folder) => isHere(name) && whole.isInside(name, folder),
    leadsOut: (name) => whole.leadsOut(name, root),
    async parameterFilesFor(template) {
      const found = await whole.parameterFilesFor(template, root);
      return { ...found, files: found.files.filter(isHere) };
    },
    settingsFileFor: (name) => settingsBelow(whole, root, name),
    // Modules of the compiler's cache are outside of the folder.
    moduleCache: () => undefined,
  };
}

function wholeName(name: string): string {
  return withSlashes(resolve(name));
}

/** A file as the user names it: relative to the folder, where it's below. */
export function shownName(root: string, name: string): string {
  const way = withSlashes(relative(root, name));
  return way === '' ? '.' : way;
}

/** The nearest settings file of the team from a file or folder up to the root folder, and no further. */
async function settingsBelow(
  whole: Disk,
  root: string,
  name: string,
): Promise<FoundSettingsFile | undefined> {
  for (let folder = resolve(name); isInside(folder, [root]); folder = resolve(folder, '..')) {
    const names = (await whole.namesIn(`${folder}/`)) ?? [];
    const found = teamFileNames.find((one) => names.includes(one));
    if (found !== undefined) {
      const file = await whole.readFile(resolve(folder, found), [root]);
      const shown = withSlashes(folder);
      const own = shown.endsWith('/') ? shown : `${shown}/`;
      return { file, folder: own, base: `${withSlashes(process.cwd())}/` };
    }
    if (folder === resolve(folder, '..')) return undefined;
  }
  return undefined;
}
