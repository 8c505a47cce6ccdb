import { readBicep, readBicepParameters } from '../../src/documents/bicep/read-bicep';
import { isParserError, lossesOf } from '../support/bicep-syntax';
import type { CorpusFile } from './corpus-files';
import type { CorpusPart } from './corpus-part';
import { percentileLines } from './times';

/** Each file is read completely, without a fault if the compiler accepts it, and no token is lost. */
export const readingCorpusPart: CorpusPart = {
  title: 'Reading',
  run(files) {
    const times: { name: string; milliseconds: number }[] = [];
    const failures: string[] = [];
    let passed = 0;
    for (const file of files) {
      const started = performance.now();
      const wrong = wrongWith(file);
      times.push({ name: file.name, milliseconds: performance.now() - started });
      if (wrong === undefined) passed += 1;
      else failures.push(`${file.name}: ${wrong}`);
    }
    const accepted = files.filter((file) => file.compiles === true).length;
    return {
      lines: [`${files.length} files, of which the compiler accepts ${accepted}`, ...percentileLines(times)],
      passed,
      failures,
    };
  },
};

function wrongWith(file: CorpusFile): string | undefined {
  try {
    const { errors } = file.name.endsWith('.bicepparam')
      ? readBicepParameters(file.text, file.name)
      : readBicep(file.text, file.name);
    return lossesOf(file.text, file.name) ?? disagreement(file, errors[0]);
  } catch (error) {
    return `crashed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
}

/**
 * Returns the disagreement between parser and compiler. A file that the compiler accepts has no fault. A file that the
 * compiler's parser rejects has one.
 */
function disagreement(
  { compiles, errorCodes, text }: CorpusFile,
  fault: { readonly key: string; readonly place: { readonly start: number } } | undefined,
): string | undefined {
  const isRefused = errorCodes.some(isParserError);
  if (fault !== undefined && compiles !== undefined && !isRefused) {
    const line = text.slice(0, fault.place.start).split('\n').length;
    return `the compiler's parser accepts it, ours says ${fault.key} in line ${line}`;
  }
  return fault === undefined && isRefused
    ? `the compiler's parser refuses it: ${errorCodes.join(', ')}`
    : undefined;
}
