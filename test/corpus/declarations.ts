import { isDeepStrictEqual } from 'node:util';
import { readBicep } from '../../src/documents/bicep/read-bicep';
import { withBicep } from '../support/bicep';
import { comparedValues, declarationLosses, type CompiledTemplate } from '../support/compiled-declarations';
import type { CorpusPart } from './corpus-part';

/** Declarations equal those of the official compiler: parameters, variables, outputs, resources, and modules. */
export const declarations: CorpusPart = {
  title: 'Declarations',
  async run(files) {
    const accepted = files.filter(({ name, compiles }) => compiles === true && name.endsWith('.bicep'));
    const failures: string[] = [];
    let plainValues = 0;
    const compared = await withBicep(async (bicep) => {
      for (const { name, path, text } of accepted) {
        const { contents } = await bicep.compile(path);
        const compiled = JSON.parse(contents ?? '{}') as CompiledTemplate;
        const template = readBicep(text, name);
        const values = comparedValues(template, compiled);
        plainValues += values.length;
        const losses = [
          ...declarationLosses(template, compiled),
          ...values
            .filter((one) => !isDeepStrictEqual(one.read, one.compiledValue))
            .map((one) => `the variable ${one.name} has another value`),
        ];
        failures.push(...losses.map((loss) => `${name}: ${loss}`));
      }
      return accepted.length;
    });
    if (compared === undefined) {
      return { lines: ['not compared: the compiler is not here'], passed: 0, failures: [] };
    }
    return {
      lines: [`${compared} files compiled, ${plainValues} values compared`],
      passed: compared - failures.length,
      failures,
    };
  },
};
