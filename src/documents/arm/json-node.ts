/** A JSON value with the offsets of its text. `end` is the first offset after it. */
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
  /** A missing or invalid value. */
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
  /** Includes the `//` or `/*`. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface JsonFault {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** Returns the value of the member `name`, which Azure reads case-insensitively, or undefined if there is none. */
export function jsonMember(node: JsonNode | undefined, name: string): JsonNode | undefined {
  return memberEntry(node, name)?.value;
}

/** Finds the member `name` with its key, ignoring case. Of duplicates it returns the last one, as Azure does. */
export function memberEntry(node: JsonNode | undefined, name: string): JsonMember | undefined {
  if (node?.is !== 'object') return undefined;
  const lowerName = name.toLowerCase();
  return node.members.findLast(({ key }) => key.toLowerCase() === lowerName);
}

/** Returns the text of the member `name`, or undefined if it isn't a text. */
export function jsonMemberText(node: JsonNode | undefined, name: string): string | undefined {
  const found = jsonMember(node, name);
  return found?.is === 'text' ? found.value : undefined;
}

/** Returns the members of an object. Empty for any other node. */
export function membersOf(node: JsonNode | undefined): readonly JsonMember[] {
  return node?.is === 'object' ? node.members : [];
}

/** Returns the items of an array. Empty for any other node. */
export function itemsOf(node: JsonNode | undefined): readonly JsonNode[] {
  return node?.is === 'array' ? node.items : [];
}
