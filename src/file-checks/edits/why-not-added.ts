import type { Child } from '../../documents/model/children';
import type { DeclaredResource } from '../../documents/model/declared-resource';
import type { Expression } from '../../documents/template/expression';
import { expressionsOf } from '../../documents/template/expressions-of';
import type { Template } from '../../documents/template/template';
import type { EditedFiles } from './edited-files';
import { placesOutside, repetitionAt, type Repetition } from './enclosing';
import { notWritable, type FixEdits } from './fix-edits';
import { memberExpression } from './member-source';

interface Added {
  readonly list: 'securityRules' | 'routes';
  readonly children: readonly Child[];
}

/** Returns the reason why a new rule or route can't be inserted into any list of a resource. */
export function whyNotAdded(
  { name }: DeclaredResource,
  { list, children }: Added,
  files: EditedFiles,
): FixEdits {
  for (const { value, place } of children) {
    const repetition = place && repetitionAt(place, files);
    if (!repetition) continue;
    const [source] = placesOutside(value, place);
    const file = source?.file ?? loadedBy(repetition.loop.over, files.templateOf(place.file));
    if (file !== undefined && !isWritable(file, files)) {
      return notWritable('file.fix.loadedList', { name, list, file });
    }
    return notWritable(countsPriority(repetition) ? 'file.fix.loopIndex' : 'file.fix.loopFixed', {
      name,
      list,
    });
  }
  return notWritable('file.fix.computedList', { name, list });
}

/** Returns the file that a list is loaded from, directly or through a variable. Values from YAML don't have a place. */
function loadedBy(over: Expression, template: Template | undefined): string | undefined {
  const named = over.is === 'name' && template?.variables.find(({ name }) => name === over.name);
  for (const one of expressionsOf([over, ...(named ? [named] : [])])) {
    const [path] = one.is === 'call' && one.name.startsWith('load') ? one.arguments : [];
    if (path?.is === 'literal') return String(path.value);
  }
  return undefined;
}

function isWritable(file: string, files: EditedFiles): boolean {
  return files.textOf(file) !== undefined && files.editorOf(file) !== undefined;
}

/** Returns whether a priority is computed from the index in the list. */
function countsPriority({ loop: { index }, body }: Repetition): boolean {
  return [...expressionsOf([body])].some((one) => {
    const priority = memberExpression(one, 'priority');
    return priority !== undefined && [...expressionsOf([priority])].some((part) => isIndex(part, index));
  });
}

function isIndex(one: { readonly is: string; readonly name?: string }, index: string | null): boolean {
  if (one.is === 'name') return one.name === index;
  return one.is === 'call' && one.name?.toLowerCase() === 'copyindex';
}
