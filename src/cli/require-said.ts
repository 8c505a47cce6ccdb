import { withoutEnd } from '../core/cut-text';
import { nearestRegion, regionDisplayName } from '../core/azure-facts/regions';
import { regionalTag, type TagCatalogue } from '../core/tags/tag-catalogue';
import { reason } from '../core/reason';
import { wordReason } from '../wording/reason-words';
import { UsageError } from './options';
import type { Terminal } from './terminal';

interface Said {
  readonly root: string | undefined;
  /** ARM location. */
  readonly region: string | undefined;
}

/** Throws `UsageError` where the folder of `--root` is not there. */
export async function requireRoot(
  { namesIn }: Pick<Terminal, 'namesIn'>,
  { root }: Pick<Said, 'root'>,
): Promise<void> {
  if (root === undefined) return;
  const names = await namesIn(`${withoutEnd(root, '\\/')}/`);
  if (names === undefined) throw new UsageError(reason('terminal.noFolder', { folder: root }));
}

/** Says where no list knows the region of `--region`: Azure may have got a new one, so the files are judged all the same. */
export function tellRegion(
  { say, error }: Pick<Terminal, 'say' | 'error'>,
  { region }: Pick<Said, 'region'>,
  tags: TagCatalogue,
): void {
  if (region === undefined || regionDisplayName(region) !== undefined) return;
  if (regionalTag(tags, 'Storage', region) !== undefined) return;
  const nearest = nearestRegion(region);
  const because =
    nearest === undefined
      ? reason('terminal.noRegion', { region })
      : reason('terminal.nearRegion', { region, nearest });
  error(`${wordReason(say, because)}\n`);
}
