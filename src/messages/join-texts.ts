type KeysOf<Part> = Part extends unknown ? keyof Part : never;

/** Keys that more than one of `Parts` defines. */
type DefinedTwice<Parts extends readonly object[]> = Parts extends readonly [infer First, ...infer Rest]
  ? Rest extends readonly object[]
    ? (keyof First & KeysOf<Rest[number]>) | DefinedTwice<Rest>
    : never
  : never;

/** Makes the compiler's error name the keys that are defined twice. */
type EachOnce<Parts extends readonly object[]> = [DefinedTwice<Parts>] extends [never]
  ? unknown
  : { readonly definedTwice: DefinedTwice<Parts> };

type Joined<Parts> = Parts extends readonly [infer First, ...infer Rest] ? First & Joined<Rest> : unknown;

/**
 * Joins the texts of several files into one catalog. A key that two files define doesn't compile, because one of its
 * texts would never be shown.
 */
export function joinCatalogs<const Parts extends readonly object[]>(
  parts: Parts & EachOnce<Parts>,
): Joined<Parts> {
  return Object.assign({}, ...parts) as Joined<Parts>;
}

/**
 * The texts of a translation, with exactly the keys of the English texts. If they differ, the compiler's error names
 * the keys.
 */
export type Translation<English extends object, Texts extends object> = [
  Exclude<keyof English, keyof Texts> | Exclude<keyof Texts, keyof English>,
] extends [never]
  ? Readonly<Record<keyof English, string>>
  : {
      readonly missing: Exclude<keyof English, keyof Texts>;
      readonly superfluous: Exclude<keyof Texts, keyof English>;
    };

type RequirementKey<Words> = {
  [Id in keyof Words & string]: `requirement.${Id}.${keyof Words[Id] & string}`;
}[keyof Words & string];

/** Converts the texts of requirements to a catalog: `name` of an ID gets the key `requirement.<id>.name`. */
export function requirementCatalog<Words extends Readonly<Record<string, Readonly<Record<string, string>>>>>(
  words: Words,
): Readonly<Record<RequirementKey<Words>, string>> {
  const texts = Object.entries(words).flatMap(([id, own]) =>
    Object.entries(own).map(([part, text]) => [`requirement.${id}.${part}`, text]),
  );
  return Object.fromEntries(texts) as Readonly<Record<RequirementKey<Words>, string>>;
}
