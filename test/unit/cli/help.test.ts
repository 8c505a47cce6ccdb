import { expect, test } from 'vitest';
import { checkOptions, resolveOptions } from '../../../src/cli/declared-options';
import { Command } from 'commander';
import { addCommands } from '../../../src/cli/commands';
import { helpText, optionRows, visibleCommands } from '../../../src/cli/help';
import type { Terminal } from '../../../src/cli/terminal';
import { messagesIn } from '../../support/messages-in';
import { ran } from './ran';

const say = messagesIn('en');
const options = optionRows([...checkOptions(say), ...resolveOptions(say)]).map(([option]) => option);

const commands = [
  'check',
  'fix',
  'explain',
  'request',
  'check-access',
  'compare',
  'resolve',
  'plan',
  'write',
];

/** Returns the words of the option on a command line: with its first value, or any value. */
function written(option: string): readonly string[] {
  const [name = '', value] = option.split(' ');
  if (value === undefined) return [name];
  if (value.includes('=')) return [name, 'storage=x'];
  return [name, value === value.toLowerCase() ? (value.split('|')[0] ?? '') : 'x'];
}

const isUsageError = ({ code, error }: Awaited<ReturnType<typeof ran>>): boolean =>
  code === 2 && error.includes('See --help.');

test.each(commands)('%s has the options of its help, and no other', async (command) => {
  const { out } = await ran(`${command} --help`);
  for (const option of options) {
    const [name = ''] = option.split(' ');
    const isOwn = new RegExp(`^  ${name} `, 'm').test(out) || (command === 'fix' && name === '--format');
    const format = /--format ([a-z|]+)/.exec(out)?.[1];
    const given = name === '--format' && format ? `${name} ${format}` : option;
    const result = await ran([command, 'missing.bicep:1', ...written(given)]);
    expect([option, isUsageError(result)]).toEqual([option, !isOwn]);
  }
});

test('only the help of check lists the formats of other programs', async () => {
  const formats = await Promise.all(
    commands.map(async (name) => [name, /--format ([a-z|-]+)/.exec((await ran(`help ${name}`)).out)?.[1]]),
  );
  expect(Object.fromEntries(formats)).toEqual({
    check: 'text|json|sarif|junit|github|azure-pipelines|gitlab|markdown|csv',
    explain: 'text|json',
    request: 'markdown|json',
    'check-access': 'text|json',
    compare: 'text|json',
  });
});

test.each([
  ['check nsg-show.json --regoin westeurope', '--region'],
  ['fix main.bicep --alow cost', '--allow'],
  ['resolve main.bicep --tennant x', '--tenant'],
])('a misspelled option has a suggestion: %s', async (line, similar) => {
  expect((await ran(line)).error).toContain(`Did you mean ${similar}?`);
});

const program = new Command();
addCommands(program, { say } as Terminal, () => undefined);
const names = visibleCommands(program).map((one) => one.name());

test.each([undefined, ...names])(
  'the help of %s fits the width of a terminal, with the same words',
  (name) => {
    const command = visibleCommands(program).find((one) => one.name() === name);
    const wordsOf = (text: string): readonly string[] => text.split(/\s+/);
    const piped = helpText({ say, program, columns: null }, command);
    expect(wordsOf(helpText({ say, program, columns: 10 }, command))).toEqual(wordsOf(piped));
    for (const columns of [60, 80, 120]) {
      const text = helpText({ say, program, columns }, command);
      expect(wordsOf(text)).toEqual(wordsOf(piped));
      const long = text.split('\n').filter((line) => line.length > columns);
      // Words such as an option with its values aren't broken.
      expect(
        long.filter((line) => /\S\s+\S/.test(line.trim()) && !/^ {2}(?:--|[a-z])|^aml-/.test(line)),
      ).toEqual([]);
      expect(text).not.toMatch(/\n\n\n/);
    }
  },
);

test('check --fleet without a file states what to specify', async () => {
  const { code, error } = await ran('check --fleet');
  expect({ code, error }).toEqual({
    code: 2,
    error: 'Specify the result of the query of --fleet-query, or query Azure with --live.\n',
  });
});
