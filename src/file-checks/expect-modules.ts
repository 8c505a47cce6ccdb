import type { Template } from '../documents/template/template';
import type { KnownFiles } from './known-files';
import type { TemplateReader } from './template-reader';

/** Maximum number of files that are read before an evaluation requests them. */
const mostExpected = 500;

/** Reads the files of modules. */
interface ModuleFiles {
  readonly files: Pick<KnownFiles, 'expected'>;
  readonly reader: Pick<TemplateReader, 'syntaxOf'>;
}

/**
 * Expects the files that a template's modules and imports name, and those of the modules in these files. An evaluation
 * then seldom has to be repeated because a file wasn't read yet. Linked templates aren't included, because expressions
 * compute their addresses.
 */
export function expectModules(root: Template, { files, reader }: ModuleFiles): void {
  const seen = new Set([root.file]);
  const waiting: Template[] = [root];
  for (let template = waiting.pop(); template; template = waiting.pop()) {
    for (const path of filesNamedIn(template)) {
      if (seen.size > mostExpected) return;
      const source = files.expected(path, template.file);
      if (source.is === 'outside' || seen.has(source.file)) continue;
      seen.add(source.file);
      if (source.is === 'text') waiting.push(reader.syntaxOf(source.file, source.text));
    }
  }
}

function filesNamedIn({ modules, imports }: Template): readonly string[] {
  const ofModules = modules.flatMap(({ source }) => {
    if (source.is === 'file') return [source.path];
    return source.is === 'inline' ? filesNamedIn(source.template) : [];
  });
  return [...ofModules, ...imports.map(({ path }) => path)];
}
