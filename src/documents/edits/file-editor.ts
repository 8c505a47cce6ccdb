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

/** Writes into files of one language, in each file's own style. No edit where nothing of that kind begins at the place. */
export interface FileEditor {
  /** At the end of an array literal. */
  insertItems(text: string, array: SourceRange, items: readonly WrittenValue[]): readonly TextEdit[];
  /** A member of an object literal, new or not. */
  setMember(
    text: string,
    object: SourceRange,
    member: { readonly name: string; readonly value: WrittenValue },
  ): readonly TextEdit[];
  /** Another member in place of one that is there; none where it is not. */
  replaceMember(text: string, object: SourceRange, change: MemberEdit): readonly TextEdit[];
  replaceValue(text: string, at: SourceRange, value: WrittenValue): readonly TextEdit[];
  /** Resources of the file or template around a place; what is around it waits for them. */
  declare(text: string, near: SourceRange, resources: readonly ResourceToDeclare[]): readonly TextEdit[];
  /** Resources right after the one at a place, made like it. */
  insertSiblings(text: string, sibling: SourceRange, added: readonly NewSibling[]): readonly TextEdit[];
  /** An item of an array, or a member by its value. */
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

/** Who writes into a file: its language is told by its name. */
export function editorOf(file: string): FileEditor | undefined {
  if (/\.bicep(?:param)?$/i.test(file)) return bicepEditor;
  return /\.jsonc?$/i.test(file) ? jsonEditor : undefined;
}
