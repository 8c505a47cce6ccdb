import { withoutEnd } from '../core/cut-text';
import { nearestRegion, regionDisplayName } from '../core/azure-facts/regions';
import { regionalTag, type TagCatalog } from '../core/tags/tag-catalog';
import type { ServiceRegions } from '../core/plan';
import { isTerraformFile, type TerraformVariables } from '../file-checks/terraform-root';
import { reason } from '../core/reason';
import { formatReason } from '../wording/reason-text';
import { UsageError, type CheckOptions } from './options';
import type { Terminal } from './terminal';

interface StatedOption {
  readonly root: string | undefined;
  /** ARM location. */
  readonly region: string | undefined;
  readonly serviceRegions: ServiceRegions | undefined;
}

/**
 * Requires the folder of `--root`.
 * @throws `UsageError` if it doesn't exist
 */
export async function requireRoot(
  { namesIn }: Pick<Terminal, 'namesIn'>,
  { root }: Pick<StatedOption, 'root'>,
): Promise<void> {
  if (root === undefined) return;
  const names = await namesIn(`${withoutEnd(root, '\\/')}/`);
  if (names === undefined) throw new UsageError(reason('terminal.noFolder', { folder: root }));
}

/**
 * Requires that a file uses the options with values: the user believes that they count.
 * @param files the names of all templates and Terraform files
 * @throws `UsageError` if none does
 */
export function requireUsedValues(
  { params, terraform }: Pick<CheckOptions, 'params' | 'terraform'>,
  files: readonly string[],
): void {
  if (files.length === 0) return;
  const option = terraform && variableOptionIn(terraform);
  if (option !== undefined && !files.some(isTerraformFile)) {
    throw new UsageError(reason('terminal.unused.variables', { option }));
  }
  if (params !== undefined && files.every(isTerraformFile)) {
    throw new UsageError(reason('terminal.unused.parameters', { option: '--params' }));
  }
}

/** Returns the option that gives values of Terraform variables, if one does. */
function variableOptionIn({ files, values }: TerraformVariables): string | undefined {
  if (files.length > 0) return '--var-file';
  return values.size > 0 ? '--var' : undefined;
}

/** Warns about a region that isn't in any list. Azure may have added it, so the files are still checked. */
export function warnUnknownRegion(
  terminal: Pick<Terminal, 'say' | 'error'>,
  { region, serviceRegions = {} }: Pick<StatedOption, 'region' | 'serviceRegions'>,
  tags: TagCatalog,
): void {
  const stated = [region ?? [], ...Object.values(serviceRegions)].flat();
  for (const one of new Set(stated)) reportUnlisted(terminal, one, tags);
}

function reportUnlisted(
  { say, error }: Pick<Terminal, 'say' | 'error'>,
  region: string,
  tags: TagCatalog,
): void {
  if (regionDisplayName(region) !== undefined) return;
  if (regionalTag(tags, 'Storage', region) !== undefined) return;
  const nearest = nearestRegion(region);
  const because =
    nearest === undefined
      ? reason('terminal.noRegion', { region })
      : reason('terminal.nearRegion', { region, nearest });
  error(`${formatReason(say, because)}\n`);
}
