import { readBicep } from '../../src/documents/bicep/read-bicep';
import { bicepEditor } from '../../src/documents/edits/file-editor';
import { withEdits, type TextEdit } from '../../src/documents/edits/text-edit';
import type { Expression } from '../../src/documents/template/expression';
import { written } from './written-expression';

export type ListExpression = Extract<Expression, { is: 'array' | 'object' }>;

/** Returns every list of a file, in the order of the text. */
export function listsOf(text: string, file: string): ListExpression[] {
  const lists: ListExpression[] = [];
  const visit = (one: unknown): void => {
    if (typeof one !== 'object' || one === null) return;
    if (isList(one)) lists.push(one);
    for (const inner of Object.values(one)) visit(inner);
  };
  visit(readBicep(text, file));
  return lists;
}

function isList(one: object): one is ListExpression {
  return 'is' in one && (one.is === 'array' || one.is === 'object');
}

/** An unintended effect of an edit. */
export interface EditLoss {
  readonly edit: string;
  readonly wrong: string;
}

interface File {
  readonly text: string;
  readonly name: string;
}

/**
 * Edits every list of a file: adds an entry, removes each entry, and replaces each plain value. After each edit the
 * file must be valid, and the list must be unchanged except for the edit.
 */
export function editLosses(file: File, lists = listsOf(file.text, file.name)): EditLoss[] {
  return lists.flatMap((list) => [
    ...additions(file, list),
    ...entriesOf(list).flatMap((_entry, index) => [
      ...removal(file, list, index),
      ...replacement(file, list, index),
    ]),
  ]);
}

const plain = { value: "it's", shown: '"it\'s"' };
const deep = { value: { deep: { list: [1, 'two'] } }, shown: '{"deep": {"list": [1, "two"]}}' };

function additions(file: File, list: ListExpression): EditLoss[] {
  return [plain, deep].flatMap(({ value, shown }) => {
    const edits =
      list.is === 'array'
        ? bicepEditor.insertItems(file.text, list.place, [value])
        : bicepEditor.setMember(file.text, list.place, { name: 'new-one', value });
    const entry = list.is === 'array' ? shown : `"new-one": ${shown}`;
    return compared(file, edits, { edit: 'added', list, entries: [...entriesOf(list), entry] });
  });
}

function removal(file: File, list: ListExpression, index: number): EditLoss[] {
  const value = valueAt(list, index);
  if (value === undefined) return [];
  const entries = entriesOf(list).filter((_entry, at) => at !== index);
  const edits = bicepEditor.removeValue(file.text, value.place);
  return compared(file, edits, { edit: `${index} removed`, list, entries });
}

function replacement(file: File, list: ListExpression, index: number): EditLoss[] {
  const value = valueAt(list, index);
  if (value?.is !== 'literal') return [];
  const entries = entriesOf(list).map((entry, at) =>
    at === index ? `${entry.slice(0, -written(value).length)}["a", 2]` : entry,
  );
  const edits = bicepEditor.replaceValue(file.text, value.place, ['a', 2]);
  return compared(file, edits, { edit: `${index} replaced`, list, entries });
}

function compared(
  { text, name }: File,
  edits: readonly TextEdit[],
  {
    edit,
    list,
    entries,
  }: { readonly edit: string; readonly list: ListExpression; readonly entries: string[] },
): EditLoss[] {
  const at = `line ${text.slice(0, list.place.start).split('\n').length}, ${edit}`;
  const after = withEdits(text, edits);
  const fault = readBicep(after, name).errors.at(0);
  if (fault !== undefined) return [{ edit: at, wrong: fault.key }];
  const read = listsOf(after, name).find((one) => one.place.start === list.place.start);
  const expected = list.is === 'array' ? `[${entries.join(', ')}]` : `{${entries.join(', ')}}`;
  const got = read === undefined ? 'no list' : written(read);
  return got === expected ? [] : [{ edit: at, wrong: got.slice(0, 200) }];
}

function entriesOf(list: ListExpression): string[] {
  return list.is === 'array' ? list.items.map(written) : list.members.map(written);
}

/** Value of an entry, which identifies it for removal; undefined for a spread. */
function valueAt(list: ListExpression, index: number): Expression | undefined {
  if (list.is === 'array') {
    const item = list.items[index];
    return item?.is === 'spread' ? undefined : item;
  }
  const member = list.members[index];
  return member?.is === 'member' ? member.value : undefined;
}
