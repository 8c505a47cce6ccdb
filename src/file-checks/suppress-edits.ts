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
  /** True for plain JSON, which doesn't have comments, so that the suppression is written into its metadata. */
  readonly isPlain: boolean;
}

/**
 * Returns the edit that suppresses problems in a file by the IDs of their requirements. If the deciding component
 * blocks other flows later, these are still reported. Undefined if it can't be written.
 */
export function suppressEdit(
  { file, text, isPlain }: Suppressing,
  problems: readonly Problem[],
): TextEdit | undefined {
  // Terraform's JSON has neither comments nor metadata.
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

/** False if the place is inside a heredoc, where a comment would be a part of the text. */
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

/** Returns the places to suppress. A problem that is reported in several places is suppressed in each. */
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

/** Returns a place after consecutive edits. */
function shifted({ file, start, end }: SourceRange, edits: readonly TextEdit[]): SourceRange {
  const by = (at: number): number =>
    edits.reduce(
      (offset, one) => (one.end <= offset ? offset + one.text.length - (one.end - one.start) : offset),
      at,
    );
  return { file, start: by(start), end: by(end) };
}
