import type { ParameterFile } from '../template/parameter-file';
import type { Template } from '../template/template';
import { toParameterFile } from './lowering/to-parameter-file';
import { toTemplate } from './lowering/to-template';
import { parseBicep } from './parser/parse';

/** The declarations of a Bicep file's text. */
export function readBicep(text: string, file: string): Template {
  return toTemplate(parseBicep(text, file));
}

/** What a `.bicepparam` file's text says. */
export function readBicepParameters(text: string, file: string): ParameterFile {
  return toParameterFile(parseBicep(text, file));
}
