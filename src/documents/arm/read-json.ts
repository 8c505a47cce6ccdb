import { createScanner, type JSONScanner } from 'jsonc-parser';
import type { JsonComment, JsonFault, JsonMember, JsonNode } from './json-node';

/** The tree of a text, its comments, and the places that aren't valid JSON. */
export interface ReadJson {
  readonly root: JsonNode;
  readonly comments: readonly JsonComment[];
  readonly faults: readonly JsonFault[];
}

/** The scanner's token kinds. Its own enum doesn't exist at run time. */
const token = {
  openBrace: 1,
  closeBrace: 2,
  openBracket: 3,
  closeBracket: 4,
  comma: 5,
  colon: 6,
  null: 7,
  true: 8,
  false: 9,
  text: 10,
  number: 11,
  lineComment: 12,
  blockComment: 13,
  unknown: 16,
  end: 17,
} as const;

/** Deeper than any template. Deeper values are skipped, so that no input exhausts the stack. */
const maxDepth = 300;

/** Maximum length of a multi-line text. It keeps a missing quote from costing a scan of the whole file each time. */
const longestText = 20_000;

/** Enough to report. A binary file would have a fault for each byte. */
const maxFaults = 100;

/**
 * Parses JSON with comments and trailing commas. As much as possible of an incomplete text is read: a syntax error is
 * contained in its member, and doesn't affect the members around it.
 */
export function readJson(text: string): ReadJson {
  const reader = new Reader(text);
  const root = reader.value(0);
  if (reader.kind !== token.end) reader.fault('documents.fault.jsonEnd');
  return { root, comments: reader.comments, faults: reader.faults };
}

const comment = new Set<number>([token.lineComment, token.blockComment]);

/**
 * Returns the end of a text that spans several lines, which Azure accepts although JSON doesn't. Such a text ends at a
 * quote that is followed by what can follow a value. Null if the text was more likely left open.
 */
function endOverLines(text: string, start: number): number | null {
  const limit = Math.min(text.length, start + longestText);
  let at = start + 1;
  while (at < limit && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return /^"\s*[,}\]]/.test(text.slice(at, at + 200)) ? at + 1 : null;
}

/** True for the characters that separate tokens: tab, line feed, carriage return, and space. */
function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

function unquoted(raw: string): string {
  const scanner = createScanner(raw);
  scanner.scan();
  return scanner.getTokenValue();
}

class Reader {
  readonly comments: JsonComment[] = [];
  readonly faults: JsonFault[] = [];
  kind: number = token.unknown;
  private readonly scanner: JSONScanner;
  /** Number of open arrays. A `]` only closes something if there is one. */
  private openArrays = 0;
  private openObjects = 0;
  /** End of the last token that was consumed. */
  private lastEnd = 0;

  private start = 0;
  private end = 0;

  constructor(private readonly text: string) {
    this.scanner = createScanner(text, false);
    if (text.startsWith('\uFEFF')) this.scanner.setPosition(1);
    this.advance();
  }

  private advance(): void {
    this.lastEnd = this.end;
    do {
      this.skipSpace();
      this.kind = this.scanner.scan();
      this.start = this.scanner.getTokenOffset();
      this.end = this.start + this.scanner.getTokenLength();
      if (comment.has(this.kind)) {
        // The scanner's own value starts with the white space before it.
        const text = this.text.slice(this.start, this.end);
        this.comments.push({ text, start: this.start, end: this.end });
      }
    } while (comment.has(this.kind));
  }

  /** Skips white space. The scanner would build a string of it, one character at a time. */
  private skipSpace(): void {
    const from = this.scanner.getPosition();
    let at = from;
    while (isSpace(this.text.charCodeAt(at))) at += 1;
    if (at > from) this.scanner.setPosition(at);
  }

  fault(key: string): void {
    if (this.faults.length < maxFaults) this.faults.push({ key, start: this.start, end: this.end });
  }

  /** Reads the value at the current token. If there is none, returns `broken` and consumes nothing. */
  value(depth: number): JsonNode {
    if (this.kind === token.openBrace) return depth < maxDepth ? this.object(depth) : this.tooDeep();
    if (this.kind === token.openBracket) return depth < maxDepth ? this.array(depth) : this.tooDeep();
    return this.scalar();
  }

  private scalar(): JsonNode {
    const { start, end } = this;
    switch (this.kind) {
      case token.text:
        return { is: 'text', value: this.stringToken(), start, end };
      case token.number:
        return { is: 'number', value: Number(this.consume()), start, end };
      case token.true:
      case token.false:
        return { is: 'flag', value: this.consume() === 'true', start, end };
      case token.null:
        this.consume();
        return { is: 'null', start, end };
      default:
        this.fault('documents.fault.jsonValue');
        if (this.kind === token.unknown) this.advance();
        return { is: 'broken', start, end };
    }
  }

  private consume(): string {
    const value = this.scanner.getTokenValue();
    this.advance();
    return value;
  }

  private stringToken(): string {
    if (this.scanner.getTokenError() === 0) return this.consume();
    const end = endOverLines(this.text, this.start);
    if (end === null) {
      this.fault('documents.fault.jsonString');
      return this.consume();
    }
    const raw = this.text.slice(this.start, end).replaceAll('\r', '\\r').replaceAll('\n', '\\n');
    this.scanner.setPosition(end);
    this.end = end;
    this.advance();
    return unquoted(raw);
  }

  private object(depth: number): JsonNode {
    const { start } = this;
    const members: JsonMember[] = [];
    this.openObjects += 1;
    this.advance();
    while (!this.endsObject()) {
      if (this.kind === token.text) members.push(this.member(depth));
      else this.skipStray();
      this.comma(token.closeBrace);
    }
    this.openObjects -= 1;
    this.close(token.closeBrace);
    return { is: 'object', members, start, end: this.lastEnd };
  }

  private member(depth: number): JsonMember {
    const { start: keyStart, end: keyEnd } = this;
    const key = this.stringToken();
    if (this.kind !== token.colon) {
      this.fault('documents.fault.jsonColon');
      return { key, keyStart, keyEnd, value: { is: 'broken', start: keyEnd, end: keyEnd } };
    }
    this.advance();
    return { key, keyStart, keyEnd, value: this.value(depth + 1) };
  }

  private array(depth: number): JsonNode {
    const { start } = this;
    const items: JsonNode[] = [];
    this.openArrays += 1;
    this.advance();
    while (!this.endsArray()) {
      const before = this.start;
      const item = this.value(depth + 1);
      if (item.is !== 'broken') items.push(item);
      else if (this.start === before && this.kind !== token.comma) this.advance();
      this.comma(token.closeBracket);
    }
    this.openArrays -= 1;
    this.close(token.closeBracket);
    return { is: 'array', items, start, end: this.lastEnd };
  }

  private endsObject(): boolean {
    const closesOuter = this.kind === token.closeBracket && this.openArrays > 0;
    return this.kind === token.closeBrace || this.kind === token.end || closesOuter;
  }

  private endsArray(): boolean {
    const closesOuter = this.kind === token.closeBrace && this.openObjects > 0;
    return this.kind === token.closeBracket || this.kind === token.end || closesOuter;
  }

  /** Consumes the comma between members or items. A missing comma is reported, and parsing continues. */
  private comma(closer: number): void {
    if (this.kind === token.comma) return this.advance();
    if (this.kind !== closer && this.kind !== token.end) this.fault('documents.fault.jsonComma');
  }

  private close(closer: number): void {
    if (this.kind === closer) this.advance();
    else this.fault('documents.fault.jsonUnclosed');
  }

  private skipStray(): void {
    this.fault('documents.fault.jsonKey');
    if (this.kind !== token.comma) this.advance();
  }

  /** Skips a value by counting brackets. */
  private tooDeep(): JsonNode {
    const { start } = this;
    this.fault('documents.fault.tooDeep');
    let open = 0;
    do {
      if (this.kind === token.openBrace || this.kind === token.openBracket) open += 1;
      if (this.kind === token.closeBrace || this.kind === token.closeBracket) open -= 1;
      this.advance();
    } while (open > 0 && this.kind !== token.end);
    return { is: 'broken', start, end: this.lastEnd };
  }
}
