/** A text and what a parser returned for it. */
interface ParsedFile {
  readonly text: string;
  readonly parse: unknown;
  readonly syntax: unknown;
}

/** Parsed files by name. */
export type ParsedTexts = ReadonlyMap<string, ParsedFile>;

/** Parses files. A file whose text is the same isn't parsed again. */
export interface ParsedFiles {
  /**
   * Returns the syntax of a file.
   * @param parse a function that always returns the same for the same text, and itself always the same function
   */
  parsed<T>(file: string, text: string, parse: (text: string, file: string) => T): T;
  /** The files that were parsed or taken from the previous analysis. */
  readonly texts: ParsedTexts;
}

/** @param before the files of the previous analysis of the same root */
export function parsedFiles(before: ParsedTexts = new Map()): ParsedFiles {
  const texts = new Map<string, ParsedFile>();
  return {
    texts,
    parsed<T>(file: string, text: string, parse: (text: string, file: string) => T): T {
      const isSame = (one: ParsedFile | undefined): one is ParsedFile =>
        one?.text === text && one.parse === parse;
      const known = [texts.get(file), before.get(file)].find(isSame) ?? {
        text,
        parse,
        syntax: parse(text, file),
      };
      texts.set(file, known);
      // The parser is the same, so its result has the same type.
      return known.syntax as T;
    },
  };
}
