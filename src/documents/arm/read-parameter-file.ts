import type { ParameterFile, SyntaxFault } from '../template/template';
import { memberOf } from './json-node';
import { lowerGivenParameters } from './lower-module';
import { readJson } from './read-json';

/** The values of the JSON parameters file that `text` is, `file` being its name. Never throws. */
export function readArmParameterFile(file: string, text: string): ParameterFile {
  const { root, faults } = readJson(text);
  const errors: SyntaxFault[] = faults.map(({ key, start, end }) => ({
    key,
    values: {},
    place: { file, start, end },
  }));
  const given = lowerGivenParameters({ file, text, faults: errors }, memberOf(root, 'parameters'));
  return { file, using: null, extends: null, assignments: given, variables: [], imports: [], errors };
}
