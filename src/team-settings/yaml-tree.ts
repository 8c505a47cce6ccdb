import { getScalarValue, parseEvents, YAMLException } from 'js-yaml';
import type { JsonMember, JsonNode } from '../documents/arm/json-node';

/** Maximum nesting depth, deeper than any valid settings. */
const maxDepth = 20;

/** `parseEvents` returns these numbers; the library doesn't export types for them. */
const event = { document: 1, sequence: 2, mapping: 3, scalar: 4, alias: 5, pop: 6 } as const;

const plainStyle = 1;

/** Why a text isn't a valid YAML settings file, with the location. */
export interface YamlFault {
  /**
   * The parser's message. null if the YAML is valid but uses features that settings don't support: anchors, aliases,
   * and tags.
   */
  readonly what: string | null;
  readonly at: number;
}

type YamlEvent = ReturnType<typeof parseEvents>[number];

/**
 * Reads the values of a YAML text with their locations, in the same form as JSON; null if it's empty, such as only
 * comments.
 */
export function readYamlTree(
  text: string,
): { readonly root: JsonNode | null; readonly fault?: never } | { readonly fault: YamlFault } {
  try {
    return { root: new TreeBuilder(text, parseEvents(text, { maxDepth })).root() };
  } catch (error) {
    if (error instanceof NotSupported) return { fault: { what: null, at: error.at } };
    if (!(error instanceof YAMLException)) throw error;
    return { fault: { what: error.reason, at: Math.min(error.mark?.position ?? 0, text.length) } };
  }
}

class NotSupported extends Error {
  constructor(readonly at: number) {
    super();
  }
}

class TreeBuilder {
  private next = 0;
  /** End of the last scalar that was read: the location of an empty value. */
  private end = 0;

  constructor(
    private readonly text: string,
    private readonly events: readonly YamlEvent[],
  ) {}

  /** Builds the tree of the only document. A second document isn't supported. */
  root(): JsonNode | null {
    this.next = 1;
    const first = this.events[this.next];
    if (!first || first.type === event.pop) return null;
    const node = this.node();
    const root = node.is === 'null' ? null : node;
    this.next += 1;
    if (this.next < this.events.length) throw new NotSupported(this.end);
    return root;
  }

  private node(): JsonNode {
    const one = this.events[this.next];
    this.next += 1;
    switch (one?.type) {
      case event.scalar:
        return this.scalar(one);
      case event.sequence:
        return this.sequence(one);
      case event.mapping:
        return this.mapping(one);
      case event.alias:
        throw new NotSupported(one.anchorStart - 1);
      default:
        throw new NotSupported(this.end);
    }
  }

  private sequence(one: Extract<YamlEvent, { type: typeof event.sequence }>): JsonNode {
    this.requirePlain(one);
    const items: JsonNode[] = [];
    while (this.events[this.next]?.type !== event.pop) items.push(this.node());
    this.next += 1;
    return { is: 'array', items, start: one.start, end: Math.max(this.end, one.start) };
  }

  private mapping(one: Extract<YamlEvent, { type: typeof event.mapping }>): JsonNode {
    this.requirePlain(one);
    const members: JsonMember[] = [];
    while (this.events[this.next]?.type !== event.pop) {
      const name = this.node();
      if (name.is === 'object' || name.is === 'array' || name.is === 'broken') {
        throw new NotSupported(name.start);
      }
      const key = name.is === 'text' ? name.value : this.text.slice(name.start, name.end);
      members.push({ key, keyStart: name.start, keyEnd: name.end, value: this.node() });
    }
    this.next += 1;
    return { is: 'object', members, start: one.start, end: Math.max(this.end, one.start) };
  }

  private scalar(one: Extract<YamlEvent, { type: typeof event.scalar }>): JsonNode {
    this.requirePlain(one);
    if (one.valueStart < 0) return { is: 'null', start: this.end, end: this.end };
    const isQuoted = one.style === 2 || one.style === 3;
    const [start, end] = isQuoted ? [one.valueStart - 1, one.valueEnd + 1] : [one.valueStart, one.valueEnd];
    this.end = end;
    const value = getScalarValue(this.text, one);
    return one.style === plainStyle ? plainScalar(value, { start, end }) : { is: 'text', value, start, end };
  }

  private requirePlain({
    anchorStart,
    tagStart,
  }: {
    readonly anchorStart: number;
    readonly tagStart: number;
  }) {
    if (anchorStart >= 0) throw new NotSupported(anchorStart - 1);
    if (tagStart >= 0) throw new NotSupported(tagStart);
  }
}

/** Converts an unquoted scalar by the core schema of YAML 1.2. Numbers of another form are strings. */
function plainScalar(value: string, place: { readonly start: number; readonly end: number }): JsonNode {
  if (/^(?:null|Null|NULL|~|)$/.test(value)) return { is: 'null', ...place };
  if (/^(?:true|True|TRUE)$/.test(value)) return { is: 'flag', value: true, ...place };
  if (/^(?:false|False|FALSE)$/.test(value)) return { is: 'flag', value: false, ...place };
  if (/^[-+]?\d+$/.test(value)) return { is: 'number', value: Number(value), ...place };
  return { is: 'text', value, ...place };
}
