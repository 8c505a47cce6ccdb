import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import { parseHcl } from '../../../src/documents/hcl/parse-hcl';
import type { HclBlock } from '../../../src/documents/hcl/hcl-syntax';

/** Facts about what the tools accept, from their schemas, with their versions. */
export const codeFacts = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../fixtures/code-forms.json', import.meta.url)), 'utf8'),
) as {
  readonly terraform: Readonly<Record<string, Arguments>>;
  readonly yaml: Readonly<Record<string, Arguments>>;
  readonly python: Readonly<Record<string, readonly string[]>>;
  readonly az: Readonly<Record<string, readonly string[]>>;
};

interface Argument {
  readonly required?: true;
  readonly list?: true;
  readonly type?: 'string' | 'number' | 'boolean' | 'object';
  readonly pattern?: string;
  readonly range?: readonly number[];
  readonly length?: readonly number[];
  readonly allowed?: readonly string[];
  readonly block?: Arguments;
  readonly keys?: Arguments;
}
type Arguments = Readonly<Record<string, Argument>>;

/** Returns what Terraform or its providers refuse in a file. */
export function terraformFaults(text: string): readonly string[] {
  const { body, faults } = parseHcl(text, 'main.tf');
  return [...faults.map((one) => JSON.stringify(one)), ...body.blocks.flatMap(blockFaults)];
}

/** Meta-arguments that every Terraform resource accepts. */
const meta = new Set(['provider', 'depends_on']);

function blockFaults({ type, labels, body }: HclBlock): readonly string[] {
  if (type !== 'resource' && type !== 'data') return [];
  const name = `${type === 'data' ? 'data.' : ''}${labels[0]?.text ?? ''}`;
  const known = codeFacts.terraform[name];
  return known ? bodyFaults(name, body, known) : [`${name} isn't a type`];
}

function bodyFaults(where: string, body: HclBlock['body'], known: Arguments): readonly string[] {
  const attributes = body.attributes.filter((one) => !meta.has(one.name));
  const names = new Set([...attributes, ...body.blocks].map((one) => ('type' in one ? one.type : one.name)));
  return [
    ...Object.entries(known).flatMap(([name, { required }]) =>
      required && !names.has(name) ? [`${where} lacks ${name}`] : [],
    ),
    ...attributes.flatMap(({ name, value }) => {
      const argument = known[name];
      if (!argument || argument.block) return [`${where} has no argument ${name}`];
      if (argument.list !== undefined && value.is === 'literal') return [`${where}.${name} is a list`];
      return value.is === 'literal' && argument.allowed && !argument.allowed.includes(String(value.value))
        ? [`${where}.${name} isn't ${String(value.value)}`]
        : [];
    }),
    ...body.blocks.flatMap(({ type, body: inner }) => {
      const block = known[type]?.block;
      return block ? bodyFaults(`${where}.${type}`, inner, block) : [`${where} has no block ${type}`];
    }),
  ];
}

/** Returns the YAML in a script, for settings without a flag. */
export function yamlInScript(text: string): readonly string[] {
  return /<<'YAML'\n([^]*?)\nYAML\n/.exec(text)?.slice(1) ?? [];
}

/** Returns what the CLI refuses in a YAML file. */
export function yamlFaults(text: string): readonly string[] {
  const file = load(text) as Readonly<Record<string, unknown>>;
  const type = String(file['type']);
  const known = codeFacts.yaml[type];
  return known ? keyFaults(type, file, known) : [`no type ${type}`];
}

function keyFaults(where: string, value: unknown, known: Arguments): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one) => keyFaults(where, one, known));
  const fields = Object.entries(value as Readonly<Record<string, unknown>>);
  const missing = Object.entries(known).filter(
    ([name, { required }]) => required === true && !fields.some(([field]) => field === name),
  );
  return [
    ...missing.map(([name]) => `${where} lacks ${name}`),
    ...fields.flatMap(([name, one]) => {
      const key = known[name];
      if (!key) return [`${where} has no key ${name}`];
      if (key.keys) return keyFaults(`${where}.${name}`, one, key.keys);
      return key.allowed && !key.allowed.includes(String(one))
        ? [`${where}.${name} isn't ${String(one)}`]
        : [];
    }),
  ];
}

/** A call in Python code: its name, and its arguments with the values of literals. */
export interface PythonCall {
  readonly name: string;
  readonly values: Readonly<Record<string, unknown>>;
}

const readCalls = `
import ast, json, sys

def literal(node):
    try:
        return ast.literal_eval(node)
    except ValueError:
        return None

def calls(text):
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call):
            values = {one.arg: literal(one.value) for one in node.keywords}
            yield {"name": ast.unparse(node.func), "values": values}

json.dump([list(calls(text)) for text in json.load(sys.stdin)], sys.stdout)
`;

/** Returns the calls in Python files, as Python parses them. Undefined if this computer doesn't have Python. */
export function pythonCalls(texts: readonly string[]): readonly (readonly PythonCall[])[] | undefined {
  const input = JSON.stringify(texts);
  const { error, status, stdout, stderr } = spawnSync('python3', ['-c', readCalls], {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (error) return undefined;
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as readonly (readonly PythonCall[])[];
}

/** Returns the arguments of calls that their constructors don't have. */
export function pythonFaults(calls: readonly PythonCall[]): readonly string[] {
  return calls.flatMap(({ name, values }) => {
    const known = codeFacts.python[name];
    return known
      ? Object.keys(values).flatMap((one) => (known.includes(one) ? [] : [`${name}(${one})`]))
      : [];
  });
}

/** Returns the values of a resource that the schema of its type doesn't accept. Unknown values are accepted. */
export function valueFaults(type: string, values: Readonly<Record<string, unknown>>): readonly string[] {
  const known = codeFacts.terraform[type] ?? codeFacts.terraform[`data.${type}`];
  return known
    ? Object.entries(values).flatMap(([name, one]) => argumentFaults(`${type}.${name}`, known[name], one))
    : [];
}

function argumentFaults(where: string, argument: Argument | undefined, value: unknown): readonly string[] {
  if (!argument || value === null || isUnknownValue(value)) return [];
  const { block } = argument;
  if (!block) return isAccepted(argument, value) ? [] : [`${where} isn't ${JSON.stringify(value)}`];
  return (Array.isArray(value) ? value : [value]).flatMap((one: object) =>
    Object.entries(one).flatMap(([name, inner]) => argumentFaults(`${where}.${name}`, block[name], inner)),
  );
}

function isAccepted({ list, type, ...limits }: Argument, value: unknown): boolean {
  if (list === true) return Array.isArray(value);
  return type === undefined || (typeof value === type && isWithin(limits, String(value)));
}

function isWithin({ allowed, pattern, range, length }: Argument, text: string): boolean {
  const isAllowed = allowed?.includes(text) !== false;
  const matches = pattern === undefined || new RegExp(pattern).test(text);
  return isAllowed && matches && isBetween(range, Number(text)) && isBetween(length, text.length);
}

function isBetween(limits: readonly number[] | undefined, size: number): boolean {
  if (!limits) return true;
  const [least = -Infinity, most = Infinity] = limits;
  return size >= least && size <= most;
}

function isUnknownValue(value: unknown): boolean {
  return typeof value === 'object' && value !== null && '$unknown' in value;
}
