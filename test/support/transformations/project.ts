import { parseBicep, type SyntaxTree } from '../../../src/documents/bicep/parser/parse';
import { withEdits, type TextEdit } from '../../../src/documents/edits/text-edit';

/** Files that are checked together. */
export interface Project {
  /** The given files. The others were derived from the first. */
  readonly roots: readonly string[];
  /** All files by name, including modules. */
  readonly files: Readonly<Record<string, string>>;
  /** The given parameter file. */
  readonly parameters?: string;
}

/** The same deployment, written in another way. */
export interface Variant {
  /** The place of the change, for the message of a failed test. */
  readonly at: string;
  readonly project: Project;
}

/** A way to write a deployment differently: one variant for each place where it applies. */
export type Transformation = (project: Project) => readonly Variant[];

/** A file of a project that is changed. */
export interface ProjectFile {
  readonly file: string;
  readonly text: string;
  readonly tree: SyntaxTree;
}

/** Returns the Bicep files of a project without syntax errors. */
export function bicepFilesOf({ files }: Project): readonly ProjectFile[] {
  return Object.entries(files)
    .filter(([file]) => file.endsWith('.bicep'))
    .map(([file, text]) => ({ file, text, tree: parseBicep(text, file) }))
    .filter(({ tree }) => tree.faults.length === 0);
}

/** Returns the given file, if it is Bicep without syntax errors. */
export function rootOf(project: Project): ProjectFile | undefined {
  return bicepFilesOf(project).find(({ file }) => file === project.roots[0]);
}

/** A part of a text that is replaced. */
export type Change = Omit<TextEdit, 'file'>;

/** Returns the project with changes in one file, declarations added at its end, and additional files. */
export function changed(
  project: Project,
  { file, text }: ProjectFile,
  {
    changes = [],
    declarations = [],
    files = {},
  }: {
    readonly changes?: readonly Change[];
    readonly declarations?: readonly string[];
    readonly files?: Readonly<Record<string, string>>;
  },
): Project {
  const edited = withEdits(
    text,
    changes.map((one) => ({ ...one, file })),
  );
  return {
    ...project,
    files: { ...project.files, ...files, [file]: joinSourceParts([edited, ...declarations]) },
  };
}

/** Joins parts of a file, each with a blank line before it. */
export function joinSourceParts(parts: readonly string[]): string {
  const [first = '', ...others] = parts;
  return [first, ...others.map((one) => `\n\n${one}\n`)].join('');
}

/** Returns a name for a file next to another one. */
export function siblingReference(project: Project, file: string, name: string): string {
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  const taken = Object.keys(project.files);
  const found = [name, ...Array.from({ length: taken.length }, (_, index) => `${name}${index}`)].find(
    (one) => !taken.includes(`${folder}${one}.bicep`),
  );
  return `${found ?? name}.bicep`;
}

/** Returns the whole path of a file next to another one. */
export function siblingPath(file: string, name: string): string {
  return `${file.slice(0, file.lastIndexOf('/') + 1)}${name}`;
}

/** Returns a symbol that isn't in the text. */
export function freshSymbol(text: string, base: string): string {
  let name = base;
  for (let count = 2; new RegExp(`\\b${name}\\b`).test(text); count += 1) name = `${base}${count}`;
  return name;
}

/** True for a project that uses the name or the time of a deployment, which differ in modules. */
export function namesDeployment({ files }: Project): boolean {
  return Object.values(files).some((text) => /\b(?:deployment|newGuid|utcNow)\(/.test(text));
}

/** Returns the start of the comments on separate lines before something. */
export function startWithComments(text: string, start: number): number {
  let from = text.lastIndexOf('\n', start - 1) + 1;
  if (text.slice(from, start).trim() !== '') return start;
  for (;;) {
    const before = text.lastIndexOf('\n', from - 2) + 1;
    if (from < 2 || !/^\s*\/\//.test(text.slice(before, from))) return from;
    from = before;
  }
}
