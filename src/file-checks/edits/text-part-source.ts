import type { TextEdit } from '../../documents/edits/text-edit';
import type { SourceRange } from '../../documents/source/source-range';
import type { Expression, Loop } from '../../documents/template/expression';
import { expressionsOf } from '../../documents/template/expressions-of';
import type { Template } from '../../documents/template/template';
import type { EditedFiles } from './edited-files';
import { notWritable, type FixEdits } from './fix-edits';

/** A wrong word in a composed text, and its correction. */
export interface MisspelledPart {
  readonly wrong: string;
  readonly right: string;
  /** True if the word is always wrong, so that it can be corrected for all users of the literal. */
  readonly isWrongAnywhere: boolean;
}

/**
 * Corrects a word in a composed text, if a literal of the file contains it: in the expression itself, or in what it
 * refers to. Undefined if no literal or several contain it. Not writable if other parts of the file use the same
 * literal.
 */
export function correctPart(
  expressions: readonly Expression[],
  { wrong, right, isWrongAnywhere }: MisspelledPart,
  files: EditedFiles,
): FixEdits | undefined {
  const [{ place } = { place: undefined }] = expressions;
  const template = place && files.templateOf(place.file);
  const text = place && files.textOf(place.file);
  if (!template || text === undefined) return undefined;
  const found = piecesOf(expressions, template, new Set()).flatMap((piece) =>
    wordAt(text, piece.place, wrong).map((start) => ({ ...piece, start })),
  );
  const [one, ...more] = [...new Map(found.map((each) => [each.start, each])).values()];
  if (!one || more.length > 0) return undefined;
  if (one.sharedBy !== null && !isWrongAnywhere) {
    return notWritable('file.fix.sharedWord', { word: wrong, name: one.sharedBy, file: template.file });
  }
  const edit: TextEdit = {
    file: template.file,
    start: one.start,
    end: one.start + wrong.length,
    text: right,
  };
  return { is: 'edits', edits: [edit] };
}

/** A literal that is a part of a text. */
interface Piece {
  readonly place: SourceRange;
  /** The name by which other parts of the file also refer to it. */
  readonly sharedBy: string | null;
}

/** Returns all literals in an expression, including those of variables, defaults, and loops. */
function piecesOf(
  expressions: readonly Expression[],
  template: Template,
  seen: Set<Expression>,
): readonly Piece[] {
  return [...expressionsOf(expressions)].flatMap((one): readonly Piece[] => {
    if (seen.has(one)) return [];
    seen.add(one);
    if (one.is === 'literal') {
      return typeof one.value === 'string' ? [{ place: one.place, sharedBy: null }] : [];
    }
    if (one.is === 'interpolation') return textsOf(one);
    const name = nameIn(one);
    if (name === null) return [];
    const item = loopAround(template, name, one.place);
    if (item) return piecesOf([item.over], template, seen);
    const isShared = timesNamed(template, name) > 1;
    return piecesOf(valueOf(template, name), template, seen).map((piece) =>
      isShared ? { ...piece, sharedBy: piece.sharedBy ?? name } : piece,
    );
  });
}

/** Returns the texts of an interpolation, without the expressions between them. */
function textsOf({ parts, place }: Extract<Expression, { is: 'interpolation' }>): readonly Piece[] {
  const inner = parts.flatMap((part) => (typeof part === 'object' ? [part.place] : []));
  const starts = [place.start, ...inner.map(({ end }) => end)];
  const ends = [...inner.map(({ start }) => start), place.end];
  return starts.map((start, at) => ({
    place: { file: place.file, start, end: ends[at] ?? place.end },
    sharedBy: null,
  }));
}

/** Returns the name in `region`, `variables('region')`, or `parameters('region')`. */
function nameIn(one: Expression): string | null {
  if (one.is === 'name') return one.name;
  const [argument] = one.is === 'call' ? one.arguments : [];
  const isNaming = one.is === 'call' && /^(?:variables|parameters)$/i.test(one.name);
  return isNaming && argument?.is === 'literal' ? String(argument.value) : null;
}

function timesNamed(template: Template, name: string): number {
  return [...expressionsOf(template)].filter((one) => nameIn(one) === name).length;
}

/** Returns the expression of a variable or of a parameter's default. */
function valueOf({ variables, parameters }: Template, name: string): readonly Expression[] {
  const variable = variables.find((one) => one.name === name);
  const parameter = parameters.find((one) => one.name === name);
  return [variable?.value ?? parameter?.defaultValue].flatMap((one) => one ?? []);
}

/** Finds the enclosing loop whose item has a name. */
function loopAround(template: Template, name: string, { start, end }: SourceRange): Loop | undefined {
  const isAround = (place: SourceRange): boolean => place.start <= start && place.end >= end;
  return loopsOf(template).find(({ loop, place }) => loop.item === name && isAround(place))?.loop;
}

function loopsOf(template: Template): readonly { readonly loop: Loop; readonly place: SourceRange }[] {
  const ofResources = template.resources.flatMap(({ loop, place }) => (loop ? [{ loop, place }] : []));
  const ofValues = [...expressionsOf(template)].flatMap((one) =>
    one.is === 'for' ? [{ loop: one.loop, place: one.place }] : [],
  );
  return [...ofValues, ...ofResources];
}

/** Returns the offsets of a whole word within a place. */
function wordAt(text: string, { start, end }: SourceRange, word: string): readonly number[] {
  const small = text.slice(start, end).toLowerCase();
  const lowerWord = word.toLowerCase();
  const found: number[] = [];
  for (let at = small.indexOf(lowerWord); at >= 0; at = small.indexOf(lowerWord, at + 1)) {
    const isWhole = !isLetter(small[at - 1]) && !isLetter(small[at + lowerWord.length]);
    if (isWhole) found.push(start + at);
  }
  return found;
}

function isLetter(one: string | undefined): boolean {
  return one !== undefined && /[\p{L}\p{N}]/u.test(one);
}
