/** A JSON value with the offsets of its text; `end` is the first one after it. */
export type JsonNode =
  | {
      readonly is: 'object';
      readonly members: readonly JsonMember[];
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly is: 'array';
      readonly items: readonly JsonNode[];
      readonly start: number;
      readonly end: number;
    }
  | { readonly is: 'text'; readonly value: string; readonly start: number; readonly end: number }
  | { readonly is: 'number'; readonly value: number; readonly start: number; readonly end: number }
  | { readonly is: 'flag'; readonly value: boolean; readonly start: number; readonly end: number }
  | { readonly is: 'null'; readonly start: number; readonly end: number }
  /** What stands where a value should. */
  | { readonly is: 'broken'; readonly start: number; readonly end: number };

export type JsonObjectNode = JsonNode & { readonly is: 'object' };
export type JsonText = JsonNode & { readonly is: 'text' };

export interface JsonMember {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly value: JsonNode;
}

export interface JsonComment {
  /** With its `//` or `/*`. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface JsonFault {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** The value under `name`, which Azure reads without regard to case; undefined where there is none. */
export function jsonMember(node: JsonNode | undefined, name: string): JsonNode | undefined {
  return memberEntry(node, name)?.value;
}

/** The member `name` with its key, without regard to case; of several the last, as Azure reads them. */
export function memberEntry(node: JsonNode | undefined, name: string): JsonMember | undefined {
  if (node?.is !== 'object') return undefined;
  const wanted = name.toLowerCase();
  return node.members.findLast(({ key }) => key.toLowerCase() === wanted);
}

/** The text under `name`; undefined where it is none. */
export function jsonMemberText(node: JsonNode | undefined, name: string): string | undefined {
  const found = jsonMember(node, name);
  return found?.is === 'text' ? found.value : undefined;
}

/** The members of an object; none of anything else. */
export function membersOf(node: JsonNode | undefined): readonly JsonMember[] {
  return node?.is === 'object' ? node.members : [];
}

/** The items of an array; none of anything else. */
export function itemsOf(node: JsonNode | undefined): readonly JsonNode[] {
  return node?.is === 'array' ? node.items : [];
}
