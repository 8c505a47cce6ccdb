import { editorOf } from '../../documents/edits/file-editor';
import { withEdits, type TextEdit } from '../../documents/edits/text-edit';
import { analyzeFile, type AnalysisOptions } from '../analyze-file';
import type { FileWorld } from '../known-files';
import { isEditable, type EditedFiles } from './edited-files';
import type { FixTestContext } from './written-fix';

/** Options for analyzing files, and for describing the rules that are written. */
export interface FixTestOptions extends Pick<EditedFiles, 'describe'> {
  readonly options: AnalysisOptions;
}

/** Analyzes a root with the texts after earlier fixes. Undefined if it can't be read. */
export async function analyzedFixTest(
  root: string,
  world: FileWorld,
  { options, describe }: FixTestOptions,
): Promise<FixTestContext | undefined> {
  const read = new Map<string, string>();
  const remembering: FileWorld = {
    ...world,
    async read(file) {
      const text = await world.read(file);
      if (text !== undefined) read.set(file, text);
      return text;
    },
  };
  const analysis = await analyzeFile(root, remembering, options);
  return (
    analysis && {
      root,
      analysis,
      world,
      options,
      files: {
        textOf: (file) => (isEditable(analysis, file) ? read.get(file) : undefined),
        editorOf,
        templateOf: (file) => analysis.templates.get(file),
        terraform: analysis.terraform,
        describe,
      },
    }
  );
}

/** Returns files in which new texts take precedence over those on disk. */
export function withEditedTexts(world: FileWorld, texts: ReadonlyMap<string, string>): FileWorld {
  return {
    ...world,
    read: (file) => {
      const text = texts.get(file);
      return text === undefined ? world.read(file) : Promise.resolve(text);
    },
  };
}

/** Applies edits to the texts of `proof`, and adds the results to `texts`. */
export function applyEdits(
  texts: Map<string, string>,
  { files }: FixTestContext,
  edits: readonly TextEdit[],
): void {
  for (const file of new Set(edits.map((one) => one.file))) {
    const its = edits.filter((one) => one.file === file);
    texts.set(file, withEdits(files.textOf(file) ?? '', its));
  }
}
