import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { CodeFormId } from '../../../src/core/code-forms';
import { codeFormFault, codeForms } from '../../../src/plans/code/code-forms';
import type { Plan } from '../../../src/plans/compute-plan';
import { failuresIn } from '../../support/failures-in';
import { attachPlans } from './attach-plans';
import { codeFacts, terraformFaults, yamlFaults, yamlInScript } from './form-faults';
import { context, samplePlans, sayStrictly } from './sample-plans';

const plans: readonly (readonly [string, Plan])[] = Object.entries({ ...samplePlans, ...attachPlans });

/** Files of a plan, also with names that only Terraform’s provider refuses: they test how names are written. */
function filesOf(form: CodeFormId, plan: Plan) {
  return codeFormFault(form, { kind: plan.kind })
    ? []
    : codeForms[form].write(plan, context, sayStrictly).files;
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
  expect(textsOf('terraform', '.tf').flatMap(terraformFaults)).toEqual([]);
});

it('YAML has the keys and values of the CLI', () => {
  const texts = [...textsOf('yaml', '.yml'), ...textsOf('az', '.sh').flatMap(yamlInScript)];
  expect(texts.flatMap(yamlFaults)).toEqual([]);
  expect(texts.length).toBeGreaterThan(12);
});

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
    const known = codeFacts.python[name];
    return known ? values.filter((one) => !known.includes(one)).map((one) => `${name}(${one})`) : [];
  });
  expect(faults).toEqual([]);
  const called = new Set(calls.map(([name]) => name));
  expect(Object.keys(codeFacts.python).filter((name) => !called.has(name))).toEqual([]);
});

it('az has the flags that scripts use', () => {
  const commands = [...textsOf('az', '.sh'), ...textsOf('yaml', '.sh')].flatMap((text) =>
    [...text.matchAll(/(?:^|\| )(az ml compute \w+)((?: \\\n {2}.*)*)/gm)].map(
      ([, name = '', rest = '']) =>
        [name, [...rest.matchAll(/ (--[a-z-]+)/g)].map(([, flag = '']) => flag)] as const,
    ),
  );
  const faults = commands.flatMap(([name, flags]) =>
    flags.filter((one) => codeFacts.az[name]?.includes(one) !== true).map((one) => `${name} ${one}`),
  );
  expect(faults).toEqual([]);
  expect(new Set(commands.map(([name]) => name)).size).toBe(3);
});

/** Returns the output of a program. Undefined if this computer doesn't have it. */
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
