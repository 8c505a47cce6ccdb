import { directiveText } from '../../../src/documents/source/directive-text';
import { parseBicep } from '../../../src/documents/bicep/parser/parse';
import type { Project, Variant } from './project';

/**
 * Returns the first file as the compiler writes it; none for a project whose comments state what its subnets are for.
 */
export function compiledVariant(project: Project, compiled: string): readonly Variant[] {
  const [root = ''] = project.roots;
  // The compiler drops comments.
  if (Object.entries(project.files).some(([file, text]) => statesInComments(file, text))) return [];
  const name = root.replace(/\.bicep$/, '.compiled.json');
  const at = `${root}: compiled`;
  return [{ at, project: { ...project, roots: [name], files: { ...project.files, [name]: compiled } } }];
}

function statesInComments(file: string, text: string): boolean {
  if (!file.endsWith('.bicep')) return false;
  const { remarks } = parseBicep(text, file);
  return remarks.some(({ start, end }) => directiveText(text.slice(start, end)) !== undefined);
}
