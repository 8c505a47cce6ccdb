import { globSync, readFileSync } from 'node:fs';
import { analyzeFile, type AnalysisResult } from '../../src/file-checks/analyze-file';
import type { FileWorld } from '../../src/file-checks/known-files';
import { testAnalysisOptions } from '../support/analysis-options';
import type { CorpusFile } from './corpus-files';

/** Returns a file system that replaces some files with texts. Adds each file that is read to `texts`. */
export function diskWith(
  texts: Map<string, string>,
  instead: ReadonlyMap<string, string> = new Map(),
): FileWorld {
  return {
    isInside: () => true,
    read(file) {
      try {
        const text = instead.get(file) ?? readFileSync(file, 'utf8');
        texts.set(file, text);
        return Promise.resolve(text);
      } catch {
        return Promise.resolve(undefined);
      }
    },
  };
}

/** Analyzes a text as a root file with the path `file`. */
export function analyzedText(file: string, text: string): Promise<AnalysisResult | undefined> {
  return analyzeFile(file, diskWith(new Map(), new Map([[file, text]])), testAnalysisOptions);
}

/** Returns the files that can be deployed separately: every Bicep file, and every JSON file, template or not. */
export function deployableFiles(files: readonly CorpusFile[], folder: string): readonly string[] {
  return [
    ...files.filter(({ name }) => name.endsWith('.bicep')).map(({ path }) => path),
    ...globSync('**/*.json', { cwd: folder }).map((name) => `${folder}/${name}`),
  ];
}
