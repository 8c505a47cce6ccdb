import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import { expect, it } from 'vitest';
import type { CodeFormId } from '../../../src/core/code-forms';
import { parseHcl } from '../../../src/documents/hcl/parse-hcl';
import type { HclBlock } from '../../../src/documents/hcl/hcl-syntax';
import { codeFormFault, codeForms } from '../../../src/plans/code/code-forms';
import type { Plan } from '../../../src/plans/compute-plan';
import { failuresIn } from '../../support/failures-in';
import { attachPlans } from './attach-plans';
import { context, samplePlans, sayStrictly } from './sample-plans';

/** Facts about what the tools accept, from their schemas, with their versions. */
const facts = JSON.parse(
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
  readonly allowed?: readonly string[];
  readonly block?: Arguments;
  readonly keys?: Arguments;
}
type Arguments = Readonly<Record<string, Argument>>;

const plans: readonly (readonly [string, Plan])[] = Object.entries({ ...samplePlans, ...attachPlans });

function filesOf(form: CodeFormId, plan: Plan) {
  return codeFormFault(form, plan) ? [] : codeForms[form].write(plan, context, sayStrictly).files;
}

function textsOf(form: CodeFormId, extension: string): readonly string[] {
  const files = plans.flatMap(([, plan]) => filesOf(form, plan));
  return files.filter(({ name }) => name.endsWith(extension)).map(({ text }) => text);
}

it.each(['terraform', 'yaml', 'python', 'az'] as const)(
  'each plan writes the same %s as before',
  async (form) => {
    const failures = await failuresIn(plans, async (plan, folder) => {
      for (const { name, text } of filesOf(form, plan)) {
        const at = fileURLToPath(new URL(`../../fixtures/plans/${folder}/${form}/${name}`, import.meta.url));
        await expect(text).toMatchFileSnapshot(at);
      }
    });
    expect(failures).toEqual([]);
  },
);

it('Terraform uses types, arguments, blocks, and values that the providers have', () => {
  const faults = textsOf('terraform', '.tf').flatMap((text) => {
    const { blocks, faults: unread } = parsed(text);
    return [...unread, ...blocks.flatMap(blockFaults)];
  });
  expect(faults).toEqual([]);
});

function parsed(text: string) {
  const { body, faults } = parseHcl(text, 'main.tf');
  return { blocks: body.blocks, faults: faults.map((one) => JSON.stringify(one)) };
}

/** Meta-arguments that every Terraform resource accepts. */
const meta = new Set(['provider', 'depends_on']);

function blockFaults({ type, labels, body }: HclBlock): readonly string[] {
  if (type !== 'resource' && type !== 'data') return [];
  const name = `${type === 'data' ? 'data.' : ''}${labels[0]?.text ?? ''}`;
  const known = facts.terraform[name];
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

it('YAML has the keys and values of the CLI', () => {
  const texts = [
    ...textsOf('yaml', '.yml'),
    // YAML in a script, for settings without a flag.
    ...textsOf('az', '.sh').flatMap((text) => /<<'YAML'\n([^]*?)\nYAML\n/.exec(text)?.[1] ?? []),
  ];
  const faults = texts.flatMap((text) => {
    const file = load(text) as Readonly<Record<string, unknown>>;
    const known = facts.yaml[String(file['type'])];
    return known ? keyFaults(String(file['type']), file, known) : [`no type ${String(file['type'])}`];
  });
  expect(faults).toEqual([]);
  expect(texts.length).toBeGreaterThan(12);
});

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

/** Calls in Python code with the names of their arguments. */
function callsIn(text: string): readonly (readonly [name: string, values: readonly string[]])[] {
  const plain = text.replace(/"(?:[^"\\]|\\.)*"/g, '""');
  return [...plain.matchAll(/([A-Z]\w+(?:\.attach_configuration)?)\(/g)].map(
    ({ 1: name = '', index, 0: head }) => {
      let depth = 1;
      let own = '';
      for (let at = index + head.length; depth > 0; at += 1) {
        const letter = plain[at] ?? ')';
        depth += '([{'.includes(letter) ? 1 : ')]}'.includes(letter) ? -1 : 0;
        if (depth === 1) own += letter;
      }
      return [name, [...own.matchAll(/(\w+)=/g)].map(([, argument = '']) => argument)] as const;
    },
  );
}

it('Python calls constructors with arguments that exist', () => {
  const calls = textsOf('python', '.py').flatMap(callsIn);
  const faults = calls.flatMap(([name, values]) => {
    const known = facts.python[name];
    return known ? values.filter((one) => !known.includes(one)).map((one) => `${name}(${one})`) : [];
  });
  expect(faults).toEqual([]);
  const called = new Set(calls.map(([name]) => name));
  expect(Object.keys(facts.python).filter((name) => !called.has(name))).toEqual([]);
});

it('az has the flags that scripts use', () => {
  const commands = [...textsOf('az', '.sh'), ...textsOf('yaml', '.sh')].flatMap((text) =>
    [...text.matchAll(/(?:^|\| )(az ml compute \w+)((?: \\\n {2}.*)*)/gm)].map(
      ([, name = '', rest = '']) =>
        [name, [...rest.matchAll(/ (--[a-z-]+)/g)].map(([, flag = '']) => flag)] as const,
    ),
  );
  const faults = commands.flatMap(([name, flags]) =>
    flags.filter((one) => facts.az[name]?.includes(one) !== true).map((one) => `${name} ${one}`),
  );
  expect(faults).toEqual([]);
  expect(new Set(commands.map(([name]) => name)).size).toBe(3);
});

/** The output of a program. Undefined if this computer doesn't have it. */
function answerOf(program: string, words: readonly string[], input: string): string | undefined {
  const { error, status, stderr } = spawnSync(program, words, { input, encoding: 'utf8' });
  return error ? undefined : `${String(status)} ${stderr}`;
}

it('Python and Bash parse the scripts, if this computer has them', () => {
  const read = 'import ast, json, sys\nfor text in json.load(sys.stdin): ast.parse(text)';
  const python = answerOf('python3', ['-c', read], JSON.stringify(textsOf('python', '.py')));
  expect(['0 ', undefined]).toContain(python);
  const scripts = [...textsOf('az', '.sh'), ...textsOf('yaml', '.sh')];
  expect(['0 ', undefined]).toContain(answerOf('bash', ['-n'], scripts.join('\n')));
});

it.each(Object.entries(attachPlans))(
  'the secret of %s is a variable that isn’t stored in the state',
  (_, plan) => {
    const [main, values] = filesOf('terraform', plan);
    const text = main?.text ?? '';
    const [, variable = '-'] = /variable "(\w+)" \{[^}]*ephemeral {3}= true/.exec(text) ?? [];
    expect(text).toMatch(new RegExp(`sensitive_body = \\{[^]*= var\\.${variable}\\n`));
    expect(text.split('sensitive_body')[0]).not.toContain(`var.${variable}`);
    expect(values?.text).not.toContain(variable);
  },
);

it('a format that can’t attach a kind reports it, and the others write it', () => {
  expect(codeFormFault('yaml', attachPlans['databricks']!)).toEqual({ key: 'write.form.noYaml' });
  expect(codeFormFault('yaml', attachPlans['virtual-machine']!)).toBeNull();
  expect(codeFormFault('python', attachPlans['hdinsight']!)).toBeNull();
});
