import { relative, resolve } from 'node:path';
import { reason } from '../../core/reason';
import { isInside } from '../../disk/real-path';
import { teamFileNames } from '../../team-settings/team-file-names';
import { UsageError } from '../options';
import { withSlashes, type Disk, type FoundSettingsFile } from '../read-sources';
import { UnreadableFile } from '../resources/read-resources';
import type { Terminal } from '../terminal';

/** A terminal for a tool. It reads below one folder, doesn't write, and keeps the output. */
export interface ToolRun {
  /** The folder, as an absolute path with slashes. */
  readonly root: string;
  readonly terminal: Terminal;
  /** Returns the output of a command. */
  printed(): string;
  /** Returns the lines of the command on standard error, each once. */
  notes(): readonly string[];
  /** The texts that a command would have written, by file. */
  readonly written: ReadonlyMap<string, string>;
  /** Returns the current text of a file, before the command's changes. */
  textOf(name: string): Promise<string | undefined>;
}

export interface ToolFolder {
  /** The folder, as an absolute path with slashes and without a trailing one. */
  readonly root: string;
  /** Texts of unsaved files in an editor, by absolute path with slashes. */
  readonly unsaved: ReadonlyMap<string, string>;
}

/**
 * Creates the terminal. Written texts are read back as from a disk, so that several deployments are changed one after
 * the other.
 */
export function toolTerminal(outer: Terminal, folder: ToolFolder): ToolRun {
  const { root } = folder;
  const disk = rootedDisk(outer, folder);
  let out = '';
  const notes = new Set<string>();
  const written = new Map<string, string>();
  const terminal: Terminal = {
    ...outer,
    ...disk,
    readFile(name) {
      const text = written.get(absoluteName(name));
      return text === undefined ? disk.readFile(name) : Promise.resolve({ name, text });
    },
    async writeFiles(texts) {
      for (const [name, text] of texts) {
        // Throws if the file can't be read, so that nothing outside the folder is changed.
        await disk.readFile(name);
        written.set(absoluteName(name), text);
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

/** Restricts a disk to the files below one folder. A name or link that leads elsewhere is rejected. */
function rootedDisk(outer: Disk, { root, unsaved }: ToolFolder): Disk {
  const isHere = (name: string): boolean => isInside(name, [root]);
  const outside = (name: string) => reason('terminal.tool.outside', { file: shownName(root, name) });
  return {
    ...outer,
    async readFile(name) {
      if (!isHere(name)) throw new UnreadableFile(outside(name));
      const text = unsaved.get(absoluteName(name));
      return text === undefined ? outer.readFile(name, [root]) : { name, text };
    },
    async list(name) {
      if (!isHere(name)) throw new UsageError(outside(name));
      return (await outer.list(name))?.filter(isHere);
    },
    namesIn: (folder) => (isHere(folder) ? outer.namesIn(folder) : Promise.resolve(undefined)),
    projectOf: () => root,
    isInside: (name, folder) => isHere(name) && outer.isInside(name, folder),
    leadsOut: (name) => outer.leadsOut(name, root),
    async parameterFilesFor(template) {
      const found = await outer.parameterFilesFor(template, root);
      return { ...found, files: found.files.filter(isHere) };
    },
    settingsFileFor: (name) => settingsBelow(outer, root, name),
    // Modules in the compiler's cache are outside the folder.
    moduleCache: () => undefined,
  };
}

function absoluteName(name: string): string {
  return withSlashes(resolve(name));
}

/** Returns a file's name for the user: relative to the folder, if the file is below it. */
export function shownName(root: string, name: string): string {
  const way = withSlashes(relative(root, name));
  return way === '' ? '.' : way;
}

/** Returns the team's nearest settings file, from a file or folder up to the root folder, and no further. */
async function settingsBelow(
  outer: Disk,
  root: string,
  name: string,
): Promise<FoundSettingsFile | undefined> {
  for (let folder = resolve(name); isInside(folder, [root]); folder = resolve(folder, '..')) {
    const names = (await outer.namesIn(`${folder}/`)) ?? [];
    const found = teamFileNames.find((one) => names.includes(one));
    if (found !== undefined) {
      const file = await outer.readFile(resolve(folder, found), [root]);
      const shown = withSlashes(folder);
      const own = shown.endsWith('/') ? shown : `${shown}/`;
      return { file, folder: own, base: `${withSlashes(process.cwd())}/` };
    }
    if (folder === resolve(folder, '..')) return undefined;
  }
  return undefined;
}
