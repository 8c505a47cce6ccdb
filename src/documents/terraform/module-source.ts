import { reason, type Reason } from '../../core/reason';
import { valueOfJson } from '../evaluate/functions/json-value';
import type { Value } from '../evaluate/value';
import { resolvePath } from '../source/resolve-path';
import { pathInFolder, type TerraformRun } from './hcl-scope';

/** A module call to resolve. */
export interface RequestedModule {
  readonly source: string;
  /** The folder of the calling module. */
  readonly folder: string;
  /** Names of the enclosing calls and of this one, which comes last. */
  readonly names: readonly string[];
}

/**
 * Returns the folder of a module: next to its caller, or where `terraform init` put it. Otherwise, returns the reason
 * why it isn't known.
 */
export function moduleFolder({ source, folder, names }: RequestedModule, run: TerraformRun): string | Reason {
  if (/^\.\.?(?:\/|$)/.test(source)) return resolvePath(source, pathInFolder(folder, 'main.tf'));
  const file = pathInFolder(run.folder, '.terraform/modules/modules.json');
  const found = run.files.read(file, '');
  if (found.is === 'wanted') return reason('unknown.file.wanted', { file });
  const listed = found.is === 'text' ? listedFolder(valueOfJson(found.text), names.join('.')) : undefined;
  // Folders are listed relative to the root.
  return listed === undefined
    ? reason('unknown.terraformModule', { name: source })
    : resolvePath(listed, pathInFolder(run.folder, 'main.tf'));
}

function listedFolder(manifest: Value | undefined, key: string): string | undefined {
  const list = manifest?.is === 'object' ? manifest.members.get('Modules') : undefined;
  const items = list?.is === 'array' ? list.items : [];
  const entry = items.find((one) => textMember(one, 'Key') === key);
  return entry && textMember(entry, 'Dir');
}

function textMember(value: Value, name: string): string | undefined {
  const found = value.is === 'object' ? value.members.get(name) : undefined;
  return found?.is === 'text' ? found.value : undefined;
}
