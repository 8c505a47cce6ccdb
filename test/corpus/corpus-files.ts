import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of the corpus, written by others. */
export interface CorpusFile {
  /** Path relative to the corpus, with `/`. */
  readonly name: string;
  readonly path: string;
  readonly text: string;
  /** Whether the official compiler accepts it. Undefined if it wasn't compiled. */
  readonly compiles: boolean | undefined;
  /** Codes of the compiler's errors. */
  readonly errorCodes: readonly string[];
}

/** Reads every Bicep file of a folder, with its row in `COMPILES.tsv`. */
export function readCorpus(folder: string): CorpusFile[] {
  const compiled = readCompiled(join(folder, 'COMPILES.tsv'));
  return globSync('**/*.{bicep,bicepparam}', { cwd: folder })
    .sort()
    .map((name) => {
      const path = join(folder, name);
      const known = compiled.get(name);
      return {
        name,
        path,
        text: readFileSync(path, 'utf8'),
        compiles: known?.compiles,
        errorCodes: known?.errorCodes ?? [],
      };
    });
}

/** Columns: file, `yes` or `no`, warnings, errors, codes such as `BCP062x6`. */
function readCompiled(path: string): Map<string, Pick<CorpusFile, 'compiles' | 'errorCodes'>> {
  if (!existsSync(path)) return new Map();
  const rows = readFileSync(path, 'utf8').trim().split('\n').slice(1);
  return new Map(
    rows.map((row) => {
      const [name = '', compiles, , , codes = ''] = row.split('\t');
      const errorCodes = [...codes.matchAll(/BCP\d+/g)].map(([code]) => code);
      return [name, { compiles: compiles === 'yes', errorCodes }];
    }),
  );
}
