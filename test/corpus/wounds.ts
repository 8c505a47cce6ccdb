import { lineLosses, prefixLosses } from '../support/wounds';
import type { CorpusPart } from './corpus-part';

const cutsPerFile = 150;

/** A file that is cut off, or lacks a line, costs nothing but what is wounded. */
export const wounds: CorpusPart = {
  title: 'Wounds',
  run(files, { isWhole }) {
    const failures: string[] = [];
    let lines = 0;
    let cuts = 0;
    for (const { name, text } of files) {
      const step = isWhole ? 1 : Math.max(1, Math.ceil(text.length / cutsPerFile));
      lines += text.split('\n').length;
      cuts += Math.ceil(text.length / step);
      for (const { wound, lost } of [...lineLosses(text, name), ...prefixLosses(text, name, step)]) {
        failures.push(`${name}, ${wound}: lost ‘${lost}’`);
      }
    }
    return {
      lines: [`${lines} lines deleted one by one, ${cuts} cuts`],
      passed: lines + cuts - failures.length,
      failures,
    };
  },
};
