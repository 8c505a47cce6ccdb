import type { TemplateScan } from './worker-pool';

/** A template's file with its scan. */
export interface ScannedTemplate extends TemplateScan {
  readonly file: string;
}

/**
 * Returns the names of templates that a compiler wrote from a Bicep file next to them. That file has the same name, or
 * declares the same resources.
 */
export function compiledFrom(all: readonly ScannedTemplate[]): readonly string[] {
  const sources = all.filter(({ file }) => /\.bicep$/i.test(file));
  return all.flatMap((one) =>
    one.isCompiled && sources.some((source) => isSourceOf(source, one)) ? [one.file] : [],
  );
}

function isSourceOf(source: ScannedTemplate, compiled: ScannedTemplate): boolean {
  if (templateFolder(source.file) !== templateFolder(compiled.file)) return false;
  return withoutExtension(source.file) === withoutExtension(compiled.file) || declaresSame(source, compiled);
}

function declaresSame({ declares }: ScannedTemplate, { declares: others }: ScannedTemplate): boolean {
  const ids = new Set(declares);
  return ids.size > 0 && ids.size === new Set(others).size && others.every((id) => ids.has(id));
}

/** Returns the folder of a file, with a slash at its end. */
export function templateFolder(file: string): string {
  return file.slice(0, file.lastIndexOf('/') + 1);
}

function withoutExtension(file: string): string {
  return file.slice(0, file.lastIndexOf('.'));
}

/** True if a text is an ARM template that the Bicep compiler wrote. */
export function isCompilersText(text: string): boolean {
  const [head = ''] = text.slice(0, 5_000).split('"resources"', 1);
  return /"_generator"\s*:\s*\{\s*"name"\s*:\s*"bicep"/.test(head);
}
