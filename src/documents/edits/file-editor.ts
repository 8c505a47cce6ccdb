import {
  insertJsonItems,
  removeJsonValue,
  replaceJsonMember,
  replaceJsonValue,
  setJsonMember,
} from '../arm/json-edits';
import {
  insertBicepItems,
  removeBicepValue,
  replaceBicepMember,
  replaceBicepValue,
  setBicepMember,
} from '../bicep/edits/bicep-edits';
import { insertJsonResources } from '../arm/json-resources';
import { insertJsonSiblings } from '../arm/json-siblings';
import { insertBicepResources } from '../bicep/edits/insert-resource';
import { insertBicepSiblings } from '../bicep/edits/insert-sibling';
import type { SourceRange } from '../source/source-range';
import type { ResourceToDeclare } from './new-resource';
import type { NewSibling } from './sibling';
import type { MemberEdit, TextEdit, WrittenValue } from './text-edit';

/**
 * Edits files of one language, in each file's own style. Methods return no edits if the place isn't the start of the
 * expected node.
 */
export interface FileEditor {
  /** Appends items to an array literal. */
  insertItems(text: string, array: SourceRange, items: readonly WrittenValue[]): readonly TextEdit[];
  /** Sets a member of an object literal, whether it exists or not. */
  setMember(
    text: string,
    object: SourceRange,
    member: { readonly name: string; readonly value: WrittenValue },
  ): readonly TextEdit[];
  /** Replaces an existing member with another one. Returns no edits if it doesn't exist. */
  replaceMember(text: string, object: SourceRange, change: MemberEdit): readonly TextEdit[];
  replaceValue(text: string, at: SourceRange, value: WrittenValue): readonly TextEdit[];
  /** Declares resources in the file or template around a place. The resource at the place depends on them. */
  declare(text: string, near: SourceRange, resources: readonly ResourceToDeclare[]): readonly TextEdit[];
  /** Declares resources directly after the one at a place, as copies of it. */
  insertSiblings(text: string, sibling: SourceRange, added: readonly NewSibling[]): readonly TextEdit[];
  /** Removes an item of an array, or a member by its value. */
  removeValue(text: string, at: SourceRange): readonly TextEdit[];
}

export const jsonEditor: FileEditor = {
  insertItems: insertJsonItems,
  setMember: setJsonMember,
  replaceMember: replaceJsonMember,
  replaceValue: replaceJsonValue,
  declare: insertJsonResources,
  insertSiblings: insertJsonSiblings,
  removeValue: removeJsonValue,
};

export const bicepEditor: FileEditor = {
  insertItems: insertBicepItems,
  setMember: setBicepMember,
  replaceMember: replaceBicepMember,
  replaceValue: replaceBicepValue,
  declare: insertBicepResources,
  insertSiblings: insertBicepSiblings,
  removeValue: removeBicepValue,
};

/** Returns the editor for a file, whose language its name indicates, or undefined if the language isn't supported. */
export function editorOf(file: string): FileEditor | undefined {
  if (/\.bicep(?:param)?$/i.test(file)) return bicepEditor;
  return /\.jsonc?$/i.test(file) ? jsonEditor : undefined;
}
