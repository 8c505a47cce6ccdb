import { editorOf } from '../../../src/documents/edits/file-editor';
import { withEdits } from '../../../src/documents/edits/text-edit';
import {
  analyzeFile,
  type AnalysisOptions,
  type AnalysisResult,
} from '../../../src/file-checks/analyze-file';
import { isEditable } from '../../../src/file-checks/edits/edited-files';
import type { FixTestContext } from '../../../src/file-checks/edits/written-fix';
import type { FileWorld } from '../../../src/file-checks/known-files';
import { messagesIn } from '../../support/messages-in';
import { shortDescription } from '../../../src/wording/short-description';
import { testAnalysisOptions } from '../../support/analysis-options';

/** Files by name, as if they were in one folder. */
export function testFileSystem(files: Readonly<Record<string, string>>): FileWorld {
  return {
    isInside: (file) => !file.startsWith('..'),
    read: (file) => Promise.resolve(files[file]),
  };
}

/** Analyzes a root file, by default the first file. */
export async function analyzed(
  files: Readonly<Record<string, string>>,
  root = Object.keys(files)[0] ?? '',
  more: Partial<AnalysisOptions> = {},
): Promise<AnalysisResult> {
  const found = await analyzeFile(root, testFileSystem(files), { ...testAnalysisOptions, ...more });
  if (!found) throw new Error(`${root} was not read`);
  return found;
}

/** Returns the analysis with which fixes of the root are tested. */
export async function testFixContext(files: Readonly<Record<string, string>>): Promise<FixTestContext> {
  const root = Object.keys(files)[0] ?? '';
  const found = await analyzed(files, root);
  const say = messagesIn('en');
  return {
    root,
    analysis: found,
    world: testFileSystem(files),
    options: testAnalysisOptions,
    files: {
      textOf: (file) => (isEditable(found, file) ? files[file] : undefined),
      editorOf,
      templateOf: (file) => found.templates.get(file),
      terraform: found.terraform,
      describe: (why) => shortDescription(say, why),
    },
  };
}

export { withEdits };
