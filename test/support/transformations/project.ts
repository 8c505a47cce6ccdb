import { parseBicep, type SyntaxTree } from '../../../src/documents/bicep/parser/parse';
import { withEdits, type TextEdit } from '../../../src/documents/edits/text-edit';

/** Files that are checked together. */
export interface Project {
  /** The files that are passed, the first of which is the one that the others were made of. */
  readonly roots: readonly string[];
  /** All files by name, modules among them. */
  readonly files: Readonly<Record<string, string>>;
  /** The parameter file that is passed. */
  readonly parameters?: string;
}

/** The same deployment, written in another way. */
export interface Variant {
  /** Where the project was changed, for whoever reads a failure. */
  readonly at: string;
  readonly project: Project;
}

/** A way to write a deployment otherwise: a variant for each place where it applies. */
export type Transformation = (project: Project) => readonly Variant[];

/** A file of a project that is changed. */
export interface ProjectFile {
  readonly file: string;
  readonly text: string;
  readonly tree: SyntaxTree;
}

/** The Bicep files of a project that can be read without a fault. */
export function bicepFilesOf({ files }: Project): readonly ProjectFile[] {
  return Object.entries(files)
    .filter(([file]) => file.endsWith('.bicep'))
    .map(([file, text]) => ({ file, text, tree: parseBicep(text, file) }))
    .filter(({ tree }) => tree.faults.length === 0);
}

/** The file that is passed, where it is Bicep without a fault. */
export function rootOf(project: Project): ProjectFile | undefined {
  return bicepFilesOf(project).find(({ file }) => file === project.roots[0]);
}

/** A part of a text that is replaced. */
export type Change = Omit<TextEdit, 'file'>;

/** The project with changes in one file, declarations behind it, and further files. */
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

/** Parts of a file, each with a blank line before it. */
export function joinSourceParts(parts: readonly string[]): string {
  const [first = '', ...others] = parts;
  return [first, ...others.map((one) => `\n\n${one}\n`)].join('');
}

/** A name for a file beside another one. */
export function siblingReference(project: Project, file: string, name: string): string {
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  const taken = Object.keys(project.files);
  const found = [name, ...Array.from({ length: taken.length }, (_, index) => `${name}${index}`)].find(
    (one) => !taken.includes(`${folder}${one}.bicep`),
  );
  return `${found ?? name}.bicep`;
}

/** The whole name of a file that stands beside another one. */
export function siblingPath(file: string, name: string): string {
  return `${file.slice(0, file.lastIndexOf('/') + 1)}${name}`;
}

/** A symbol that the text doesn't have. */
export function freshSymbol(text: string, base: string): string {
  let name = base;
  for (let count = 2; new RegExp(`\\b${name}\\b`).test(text); count += 1) name = `${base}${count}`;
  return name;
}

/** True of a project in which something is made of the name or the time of a deployment, and modules have others. */
export function namesDeployment({ files }: Project): boolean {
  return Object.values(files).some((text) => /\b(?:deployment|newGuid|utcNow)\(/.test(text));
}

/** Where the comments begin that stand in lines of their own before something. */
export function startWithComments(text: string, start: number): number {
  let from = text.lastIndexOf('\n', start - 1) + 1;
  if (text.slice(from, start).trim() !== '') return start;
  for (;;) {
    const before = text.lastIndexOf('\n', from - 2) + 1;
    if (from < 2 || !/^\s*\/\//.test(text.slice(before, from))) return from;
    from = before;
  }
}
