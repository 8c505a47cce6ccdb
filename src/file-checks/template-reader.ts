import { readArmTemplate } from '../documents/arm/read-arm-template';
import { readArmParameterFile } from '../documents/arm/read-parameter-file';
import { readBicep, readBicepParameters } from '../documents/bicep/read-bicep';
import type { ParameterFile } from '../documents/template/parameter-file';
import type { Template } from '../documents/template/template';
import type { KnownFiles } from './known-files';

/** Reads files in the language that their names say; a text that was read is not read again. */
export interface TemplateReader {
  read(file: string, text: string): Template;
  all(): readonly Template[];
}

export function templateReader(): TemplateReader {
  const known = new Map<string, Template>();
  return {
    all: () => [...known.values()],
    read(file, text) {
      const before = known.get(file);
      if (before) return before;
      const template = /\.bicep$/i.test(file) ? readBicep(text, file) : readArmTemplate(file, text);
      known.set(file, template);
      return template;
    },
  };
}

/** The values of a parameters file; null while it is not read, or where it cannot be. */
export function readParameters(file: string, files: Pick<KnownFiles, 'named'>): ParameterFile | null {
  const source = files.named(file);
  if (source.is !== 'text') return null;
  return /\.bicepparam$/i.test(file)
    ? readBicepParameters(source.text, file)
    : readArmParameterFile(file, source.text);
}
