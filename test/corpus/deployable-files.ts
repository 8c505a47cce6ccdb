import { globSync, readFileSync } from 'node:fs';
import { analyzeFile, type AnalysisResult } from '../../src/file-checks/analyze-file';
import type { FileWorld } from '../../src/file-checks/known-files';
import { testAnalysisOptions } from '../support/analysis-options';
import type { CorpusFile } from './corpus-files';

/** The disk, with some texts in place of what stands there; `texts` fills with what was read. */
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

/** What a text comes to as a root called `file`. */
export function analyzedText(file: string, text: string): Promise<AnalysisResult | undefined> {
  return analyzeFile(file, diskWith(new Map(), new Map([[file, text]])), testAnalysisOptions);
}

/** Whatever may be deployed by itself: every Bicep file, and every JSON file, template or not. */
export function deployableFiles(files: readonly CorpusFile[], folder: string): readonly string[] {
  return [
    ...files.filter(({ name }) => name.endsWith('.bicep')).map(({ path }) => path),
    ...globSync('**/*.json', { cwd: folder }).map((name) => `${folder}/${name}`),
  ];
}
