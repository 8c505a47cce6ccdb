import { withEdits, type TextEdit } from '../documents/edits/text-edit';
import { parseHcl } from '../documents/hcl/parse-hcl';
import type { SourceRange } from '../documents/source/source-range';
import { differenceOf } from './edits/harmless-edits';
import { ignoreEdits } from './ignored-in-json';
import { ignoringEdit } from './ignoring-comments';
import type { Problem } from './problem';

interface Suppressing {
  readonly file: string;
  readonly text: string;
  /** Plain JSON has no comments, and takes it into its metadata. */
  readonly isPlain: boolean;
}

/**
 * The edit that keeps problems of a file quiet by the IDs of their requirements: what decides may stop other flows later, and
 * those show. Undefined where nothing can be written.
 */
export function suppressEdit(
  { file, text, isPlain }: Suppressing,
  problems: readonly Problem[],
): TextEdit | undefined {
  // JSON of Terraform has neither comments nor metadata.
  if (/\.tf(?:vars)?\.json$/i.test(file)) return undefined;
  let now = text;
  let moved: readonly TextEdit[] = [];
  for (const { place, ids } of placesIn(file, problems)) {
    const at = shifted(place, moved);
    const edits = isPlain ? ignoreEdits(now, at, ids) : [ignoringEdit(now, at, ids)];
    now = withEdits(now, edits);
    if (/\.tf(?:vars)?$/i.test(file) && !areComments(file, now, edits)) return undefined;
    moved = [...moved, ...edits];
  }
  return now === text ? undefined : differenceOf(file, text, now);
}

/** False where the place is inside a heredoc: what is written there would be a part of its text. */
function areComments(file: string, edited: string, edits: readonly TextEdit[]): boolean {
  const { directives } = parseHcl(edited, file);
  return edits.every(({ start, text }) => {
    const at = start + text.search(/\S/);
    return directives.some(({ place }) => place.start <= at && at <= place.end);
  });
}

interface SuppressedPlace {
  readonly place: SourceRange;
  readonly ids: readonly string[];
}

/** What is told in several places is suppressed in each. */
function placesIn(file: string, problems: readonly Problem[]): readonly SuppressedPlace[] {
  const found = new Map<number, { readonly place: SourceRange; readonly ids: Set<string> }>();
  for (const { id, place } of problems) {
    if (place.file !== file) continue;
    const its = found.get(place.start);
    if (its) its.ids.add(id);
    else found.set(place.start, { place, ids: new Set([id]) });
  }
  return [...found.values()].map(({ place, ids }) => ({ place, ids: [...ids] }));
}

/** Where a place is after edits, one after the other. */
function shifted({ file, start, end }: SourceRange, edits: readonly TextEdit[]): SourceRange {
  const by = (at: number): number =>
    edits.reduce(
      (offset, one) => (one.end <= offset ? offset + one.text.length - (one.end - one.start) : offset),
      at,
    );
  return { file, start: by(start), end: by(end) };
}
