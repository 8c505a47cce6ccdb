import { withEdits, type TextEdit } from '../../src/documents/edits/text-edit';
import { readArmTemplate } from '../../src/documents/arm/read-arm-template';
import { readBicep } from '../../src/documents/bicep/read-bicep';
import type { SourceRange } from '../../src/documents/source/source-range';
import type { Expression } from '../../src/documents/template/expression';
import { expressionsOf } from '../../src/documents/template/expressions-of';
import type {
  ModuleDeclaration,
  ParameterDeclaration,
  ResourceDeclaration,
  Template,
} from '../../src/documents/template/template';

/** A value that a file states, and the file with other values instead. */
export interface KnownValue {
  readonly file: string;
  /** `line 12, access: 'Allow'` */
  readonly what: string;
  /** The member that has it; empty for an item outside of objects. */
  readonly member: string;
  readonly value: string | number | boolean;
  /** The file with a parameter without a value instead. */
  readonly asParameter: string;
  /** A file that gives the parameter a value that isn't known before the deployment. */
  readonly parameters?: ParametersText;
  /** Returns the file with another value instead; undefined if the parameter's default isn't a single value. */
  readonly as?: (value: string | number | boolean) => string;
}

/** A parameter file, by the ending of its name. */
export interface ParametersText {
  readonly ending: 'bicepparam' | 'parameters.json';
  readonly text: string;
}

/** A parameter name that no file contains. */
const unknownName = 'valueNobodyGave';

/**
 * Returns every literal, object, and list of a Bicep file or an ARM template that can be a parameter, the default of
 * each parameter, and the existence of each resource or module.
 */
export function knownValues(file: string, text: string): readonly KnownValue[] {
  const template = /\.bicep$/i.test(file) ? readBicep(text, file) : readArmTemplate(file, text);
  const members = membersOf(template);
  const literals = literalsOf(template).map((one) => asKnownValue({ template, text, members }, one));
  const defaults = template.parameters.flatMap((one) => [
    ...(defaultOf(template, text, one) ?? []),
    ...givenLater(text, one),
  ]);
  const declared = [...template.resources, ...template.modules];
  const conditions = declared.flatMap((one) => conditionOf(template, text, one) ?? []);
  const wholes = wholesOf(template).map((one) => asKnownWhole({ template, text, members }, one));
  return [...literals, ...defaults, ...conditions, ...wholes];
}

type Literal = Extract<Expression, { is: 'literal' }> & { readonly value: string | number | boolean };

interface Source {
  readonly template: Template;
  readonly text: string;
  /** Names of members by the start of their values, or of the lists that contain them. */
  readonly members: ReadonlyMap<number, string>;
}

function asKnownValue({ template, text, members }: Source, { value, place }: Literal): KnownValue {
  const member = members.get(place.start) ?? '';
  const isJson = template.language === 'arm';
  const isInside = isJson && isInText(text, place.start);
  const name = isInside
    ? `parameters('${unknownName}')`
    : isJson
      ? `"[parameters('${unknownName}')]"`
      : unknownName;
  return {
    file: template.file,
    what: `line ${String(text.slice(0, place.start).split('\n').length)}, ${member}: ${String(value)}`,
    member,
    value,
    asParameter: withEdits(text, [{ ...place, text: name }, declaration(template, text, value)]),
    as: (other) => withEdits(text, [{ ...place, text: written(other, isJson && !isInside) }]),
  };
}

type Whole = Extract<Expression, { is: 'object' | 'array' }>;

/** Returns an object or a list without a value; otherwise it's empty. */
function asKnownWhole({ template, text, members }: Source, { is, place }: Whole): KnownValue {
  const member = members.get(place.start) ?? '';
  const name = template.language === 'arm' ? `"[parameters('${unknownName}')]"` : unknownName;
  return {
    file: template.file,
    what: `line ${String(text.slice(0, place.start).split('\n').length)}, the ${is} ${member}`,
    member,
    value: is,
    asParameter: withEdits(text, [{ ...place, text: name }, declaration(template, text, is)]),
    as: () => withEdits(text, [{ ...place, text: is === 'array' ? '[]' : '{}' }]),
  };
}

/** Objects and lists of members and items. A resource is more than one value. */
function wholesOf(template: Template): readonly Whole[] {
  const bodies = new Set(
    [...template.resources, ...template.modules].flatMap(({ body }) => body?.place.start ?? []),
  );
  const unreplaced = new Set(['dependsOn', 'dependencies', 'params', 'parameters']);
  const members = membersOf(template);
  const found = [...expressionsOf(openOf(template))].filter(
    (one): one is Whole => one.is === 'object' || one.is === 'array',
  );
  const isSelected = ({ place }: Whole): boolean =>
    members.has(place.start) &&
    !bodies.has(place.start) &&
    !unreplaced.has(members.get(place.start) ?? '') &&
    !isClosed(template, place);
  return [...new Map(found.filter(isSelected).map((one) => [one.place.start, one])).values()];
}

function written(value: string | number | boolean, isJson: boolean): string {
  if (typeof value !== 'string') return String(value);
  return isJson ? JSON.stringify(value) : `'${value.replaceAll("'", "\\'")}'`;
}

function declaration(template: Template, text: string, value: string | number | boolean): TextEdit {
  const { file, language, parameters } = template;
  const isWhole = value === 'object' || value === 'array';
  const type = isWhole
    ? value
    : { string: 'string', number: 'int', boolean: 'bool' }[typeof value as 'string'];
  if (language === 'bicep') {
    const end = text.length;
    return { file, start: end, end, text: `\nparam ${unknownName} ${type}\n` };
  }
  const declared = `"${unknownName}": {"type": "${type}"}`;
  const [first] = parameters;
  const empty = /"parameters"\s*:\s*\{\s*\}/.exec(text);
  if (first) return { file, start: first.place.start, end: first.place.start, text: `${declared}, ` };
  if (empty) {
    const { index } = empty;
    return { file, start: index, end: index + empty[0].length, text: `"parameters": {${declared}}` };
  }
  const start = text.indexOf('{') + 1;
  return { file, start, end: start, text: `"parameters": {${declared}},` };
}

/** True inside of a JSON string, in which an expression is written. */
function isInText(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return line.replaceAll(/\\./g, '').split('"').length % 2 === 0;
}

/**
 * Positions in which a value can be a parameter: not in a function, nor in an export. A parameter that a nested
 * template doesn't declare has no value either.
 */
function openOf(template: Template): Template {
  return {
    ...template,
    functions: [],
    variables: template.variables.filter(({ isExported }) => !isExported),
  };
}

function isClosed({ parameters, functions }: Template, { start, end }: SourceRange): boolean {
  // A default that is a single value is replaced as a whole.
  const single = parameters.filter(({ defaultValue }) => defaultValue?.is === 'literal');
  return [...single, ...functions].some(({ place }) => place.start <= start && place.end >= end);
}

function literalsOf(template: Template): readonly Literal[] {
  const named = namesIn(template);
  const found = [...expressionsOf(openOf(template))].filter(
    (one): one is Literal => one.is === 'literal' && one.value !== null,
  );
  const isSelected = ({ value, place }: Literal): boolean =>
    !named.has(place.start) &&
    !/Microsoft\.|^\d{4}-\d\d-\d\d/.test(String(value)) &&
    !isClosed(template, place);
  return [...new Map(found.filter(isSelected).map((one) => [one.place.start, one])).values()];
}

/** Keys of members, types and versions of resources, and names of parameters, variables, or loops. */
function namesIn(template: Template): ReadonlySet<number> {
  return new Set([...expressionsOf(template)].flatMap(namesOf));
}

function namesOf(one: Expression): readonly number[] {
  if (one.is === 'object') {
    return one.members.flatMap((member) => (member.is === 'member' ? [member.key.place.start] : []));
  }
  const isNaming = one.is === 'call' && /^(?:parameters|variables|copyIndex|lambda.*)$/i.test(one.name);
  return isNaming ? one.arguments.map(({ place }) => place.start) : [];
}

function membersOf(template: Template): ReadonlyMap<number, string> {
  const all = new Map<number, string>();
  const notify = (value: Expression, name: string): void => {
    all.set(value.place.start, name);
    if (value.is !== 'array') return;
    for (const item of value.items) if (item.is !== 'spread') notify(item, name);
  };
  for (const one of expressionsOf(template)) {
    if (one.is !== 'object') continue;
    for (const member of one.members) {
      if (member.is === 'member' && member.key.is === 'literal') {
        notify(member.value, String(member.key.value));
      }
    }
  }
  return all;
}

/** Returns a parameter without its default. */
function defaultOf(
  template: Template,
  text: string,
  one: ParameterDeclaration,
): readonly KnownValue[] | undefined {
  const { defaultValue, name } = one;
  if (defaultValue === null) return undefined;
  const { file, start, end } = defaultValue.place;
  const before = text.slice(0, start);
  const isJson = template.language === 'arm';
  const key = (isJson ? /,?\s*"defaultValue"\s*:\s*$/ : /\s*=\s*$/).exec(before);
  if (!key) return undefined;
  const isFirst = isJson && !key[0].startsWith(',');
  const rest = isFirst ? (/^\s*,/.exec(text.slice(end))?.[0].length ?? 0) : 0;
  const asParameter = withEdits(text, [{ file, start: key.index, end: end + rest, text: '' }]);
  const value = defaultValue.is === 'literal' && defaultValue.value !== null ? defaultValue.value : '';
  const what = `the default of ${name}`;
  return [{ file, what, member: name, value, asParameter, ...otherDefault(text, one) }];
}

/** Returns a default, and a parameter file with a value from a tool or the environment. */
function givenLater(text: string, one: ParameterDeclaration): readonly KnownValue[] {
  const { defaultValue, name } = one;
  if (defaultValue?.is !== 'literal' || typeof defaultValue.value !== 'string') return [];
  const { value } = defaultValue;
  const files: readonly ParametersText[] = [
    {
      ending: 'parameters.json',
      text: JSON.stringify({ parameters: { [name]: { value: '#{given}#' } } }),
    },
    { ending: 'bicepparam', text: `using none\nparam ${name} = readEnvironmentVariable('GIVEN')\n` },
  ];
  return files.map((parameters) => ({
    file: defaultValue.place.file,
    what: `the value of ${name} in ${parameters.ending}`,
    member: name,
    value,
    asParameter: text,
    parameters,
    ...otherDefault(text, one),
  }));
}

function otherDefault(text: string, { defaultValue }: ParameterDeclaration): Pick<KnownValue, 'as'> {
  if (defaultValue?.is !== 'literal' || defaultValue.value === null) return {};
  const place: SourceRange = defaultValue.place;
  const isJson = text.slice(place.start).startsWith('"');
  return { as: (other) => withEdits(text, [{ ...place, text: written(other, isJson) }]) };
}

/** A missing network has no subnet to check. */
function placeOfBody({ body, isExisting, type }: ResourceDeclaration): SourceRange | null {
  return isExisting || /\/(?:virtualNetworks|subnets)$/i.test(type) ? null : body.place;
}

/** Returns a resource or a module that exists on a condition. */
function conditionOf(
  template: Template,
  text: string,
  one: ResourceDeclaration | ModuleDeclaration,
): KnownValue | undefined {
  const place = 'type' in one ? placeOfBody(one) : one.bodyPlace;
  if (one.condition !== null || place === null) return undefined;
  const type = 'type' in one ? one.type : 'module';
  const { file, start } = place;
  const isJson = template.language === 'arm';
  const at = isJson ? start + 1 : start;
  const put = (value: string): TextEdit => ({
    file,
    start: at,
    end: at,
    text: isJson ? `"condition": ${value}, ` : `if (${value}) `,
  });
  const named = isJson ? `"[parameters('${unknownName}')]"` : unknownName;
  return {
    file,
    what: `a condition of ${type} ${one.symbol ?? ''}`,
    member: 'condition',
    value: true,
    asParameter: withEdits(text, [put(named), declaration(template, text, true)]),
    as: (value) => withEdits(text, [put(String(value))]),
  };
}
