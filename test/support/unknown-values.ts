import { withEdits, type TextEdit } from '../../src/documents/edits/text-edit';
import { readArmTemplate } from '../../src/documents/arm/read-arm-template';
import { readBicep } from '../../src/documents/bicep/read-bicep';
import type { Place } from '../../src/documents/source/place';
import type { Expression } from '../../src/documents/template/expression';
import { expressionsOf } from '../../src/documents/template/expressions-of';
import type { Parameter, ResourceDeclaration, Template } from '../../src/documents/template/template';

/** A value that a file states, and the file with others in its place. */
export interface KnownValue {
  /** `line 12, access: 'Allow'` */
  readonly what: string;
  /** The member that has it; empty of an item that isn't in an object. */
  readonly member: string;
  readonly value: string | number | boolean;
  /** The file with a parameter without a value instead. */
  readonly asParameter: string;
  /** The file with another value instead; undefined where the parameter's default isn't a single value. */
  readonly as?: (value: string | number | boolean) => string;
}

/** A name that no file has. */
const unknownName = 'valueNobodyGave';

/** Every literal of a Bicep file or an ARM template that may be a parameter, and the default of each parameter. */
export function knownValues(file: string, text: string): readonly KnownValue[] {
  const template = /\.bicep$/i.test(file) ? readBicep(text, file) : readArmTemplate(file, text);
  const members = membersOf(template);
  const literals = literalsOf(template).map((one) => asKnownValue({ template, text, members }, one));
  const defaults = template.parameters.flatMap((one) => defaultOf(template, text, one) ?? []);
  const conditions = template.resources.flatMap((one) => conditionOf(template, text, one) ?? []);
  return [...literals, ...defaults, ...conditions];
}

type Literal = Extract<Expression, { is: 'literal' }> & { readonly value: string | number | boolean };

interface Source {
  readonly template: Template;
  readonly text: string;
  /** Names of members by where their values, or the lists that hold them, begin. */
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
    what: `line ${String(text.slice(0, place.start).split('\n').length)}, ${member}: ${String(value)}`,
    member,
    value,
    asParameter: withEdits(text, [{ ...place, text: name }, declaration(template, text, value)]),
    as: (other) => withEdits(text, [{ ...place, text: written(other, isJson && !isInside) }]),
  };
}

function written(value: string | number | boolean, isJson: boolean): string {
  if (typeof value !== 'string') return String(value);
  return isJson ? JSON.stringify(value) : `'${value.replaceAll("'", "\\'")}'`;
}

function declaration(template: Template, text: string, value: string | number | boolean): TextEdit {
  const { file, language, parameters } = template;
  const type = { string: 'string', number: 'int', boolean: 'bool' }[typeof value as 'string'];
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

/** True inside of a text of JSON, where an expression is written. */
function isInText(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return line.replaceAll(/\\./g, '').split('"').length % 2 === 0;
}

/** Where a value may stand that is a parameter: not in a nested template, a function, or a default. */
function literalsOf(template: Template): readonly Literal[] {
  const { modules, variables, parameters, functions } = template;
  const open: Template = {
    ...template,
    parameters: [],
    functions: [],
    variables: variables.filter(({ isExported }) => !isExported),
    modules: modules.map((one) =>
      one.source.is === 'inline' ? { ...one, source: { is: 'broken' }, body: null } : one,
    ),
  };
  const named = namesIn(template);
  const closed = [...parameters, ...functions].map(({ place }) => place);
  const found = [...expressionsOf(open)].filter(
    (one): one is Literal => one.is === 'literal' && one.value !== null,
  );
  const isMeant = ({ value, place }: Literal): boolean =>
    !named.has(place.start) &&
    !/Microsoft\.|^\d{4}-\d\d-\d\d/.test(String(value)) &&
    !closed.some((one) => one.start <= place.start && one.end >= place.end);
  return [...new Map(found.filter(isMeant).map((one) => [one.place.start, one])).values()];
}

/** Keys of members, types and versions of resources, and what names a parameter, a variable, or a loop. */
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
  const tell = (value: Expression, name: string): void => {
    all.set(value.place.start, name);
    if (value.is !== 'array') return;
    for (const item of value.items) if (item.is !== 'spread') tell(item, name);
  };
  for (const one of expressionsOf(template)) {
    if (one.is !== 'object') continue;
    for (const member of one.members) {
      if (member.is === 'member' && member.key.is === 'literal') tell(member.value, String(member.key.value));
    }
  }
  return all;
}

/** A parameter whose default is taken away. */
function defaultOf(template: Template, text: string, one: Parameter): KnownValue | undefined {
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
  return { what: `the default of ${name}`, member: name, value, asParameter, ...otherDefault(text, one) };
}

function otherDefault(text: string, { defaultValue }: Parameter): Pick<KnownValue, 'as'> {
  if (defaultValue?.is !== 'literal' || defaultValue.value === null) return {};
  const place: Place = defaultValue.place;
  const isJson = text.slice(place.start).startsWith('"');
  return { as: (other) => withEdits(text, [{ ...place, text: written(other, isJson) }]) };
}

/** A resource that is there, on a condition. A network that isn't there has no subnet to check. */
function conditionOf(template: Template, text: string, one: ResourceDeclaration): KnownValue | undefined {
  const { body, condition, loop, isExisting, type } = one;
  if (condition !== null || loop !== null || isExisting) return undefined;
  if (/\/(?:virtualNetworks|subnets)$/i.test(type)) return undefined;
  const { file, start } = body.place;
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
    what: `a condition of ${type} ${one.symbol ?? ''}`,
    member: 'condition',
    value: true,
    asParameter: withEdits(text, [put(named), declaration(template, text, true)]),
    as: (value) => withEdits(text, [put(String(value))]),
  };
}
