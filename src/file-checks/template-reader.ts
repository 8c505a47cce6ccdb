import { getOrCreate } from '../core/get-or-create';
import { readArmTemplate } from '../documents/arm/read-arm-template';
import { readArmParameterFile } from '../documents/arm/read-parameter-file';
import { readBicep, readBicepParameters } from '../documents/bicep/read-bicep';
import { noFile } from '../documents/evaluate/errors';
import { parsedFiles } from '../documents/source/parsed-files';
import { resolvePath } from '../documents/source/resolve-path';
import type { ParameterFile } from '../documents/template/parameter-file';
import type { Template } from '../documents/template/template';
import type { KnownFiles } from './known-files';
import { terraformPlan, type TerraformDeployment } from './terraform-root';

/** Reads files in the language that their names indicate. A text is only parsed once. */
export interface TemplateReader {
  read(file: string, text: string): Template;
  /** Returns the syntax of a file that might not be used. `all` doesn't include it. */
  syntaxOf(file: string, text: string): Template;
  /** Returns the templates that were read. */
  all(): readonly Template[];
  /** Reads a Terraform plan or state, or returns undefined for any other text. */
  plan(file: string, text: string): TerraformDeployment | undefined;
}

/** @param texts parses the files, and knows those that didn't change */
export function templateReader(texts = parsedFiles()): TemplateReader {
  const known = new Map<string, Template>();
  const plans = new Map<string, TerraformDeployment | undefined>();
  const syntaxOf: TemplateReader['syntaxOf'] = (file, text) =>
    texts.parsed(file, text, /\.bicep$/i.test(file) ? readBicep : readArm);
  return {
    syntaxOf,
    plan(file, text) {
      if (!plans.has(file)) {
        const found = terraformPlan(file, text);
        plans.set(file, found);
        for (const one of found?.templates ?? []) known.set(one.file, one);
      }
      return plans.get(file);
    },
    all: () => [...known.values()],
    read: (file, text) => getOrCreate(known, file, () => syntaxOf(file, text)),
  };
}

function readArm(text: string, file: string): Template {
  return readArmTemplate(file, text);
}

/** Reads the values of a parameters file and of those that it extends. Null until it's read, or if it can't be. */
export function readParameters(file: string, files: Pick<KnownFiles, 'named'>): ParameterFile | null {
  return readChain(file, files, new Set());
}

/** Reads a parameters file without those that it extends, in the language that its name indicates. */
export function parameterFileOf(file: string, text: string): ParameterFile {
  return /\.bicepparam$/i.test(file) ? readBicepParameters(text, file) : readArmParameterFile(file, text);
}

/** A circular chain of files ends where it started. */
function readChain(
  file: string,
  files: Pick<KnownFiles, 'named'>,
  extending: ReadonlySet<string>,
): ParameterFile | null {
  const source = files.named(file);
  if (source.is === 'missing') return unreadParameters(file);
  if (source.is !== 'text') return null;
  const own = parameterFileOf(file, source.text);
  if (own.extends === null || extending.has(file)) return own;
  const base = readChain(resolvePath(own.extends, file), files, new Set([...extending, file]));
  return base === null ? own : extended(own, base);
}

/** Creates a parameters file that couldn't be read. Its values aren't known, and any value may be different. */
function unreadParameters(file: string): ParameterFile {
  const fault = { key: noFile, values: { file }, place: { file, start: 0, end: 0 } };
  return { ...readArmParameterFile(file, '{}'), errors: [fault] };
}

/** Adds values from the extended file that a file doesn't set itself. */
function extended(own: ParameterFile, base: ParameterFile): ParameterFile {
  return {
    ...own,
    values: new Map([...base.values, ...own.values]),
    variables: [...base.variables, ...own.variables],
    functions: [...base.functions, ...own.functions],
    imports: [...own.imports, ...base.imports],
    errors: [...own.errors, ...base.errors],
  };
}
