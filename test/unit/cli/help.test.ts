import { expect, test } from 'vitest';
import { ran } from './ran';

const commands = ['check', 'fix', 'explain', 'check-access', 'compare', 'resolve'];

/** The options that the help of a command has. */
async function optionsInHelp(command: string): Promise<readonly string[]> {
  const { out } = await ran(`${command} --help`);
  return [...out.matchAll(/^ {2}(--\S+(?: [A-Z=…,]+| \S+\|\S+| remove,cost)?)/gm)].map(
    ([, option = '']) => option,
  );
}

/** The option as a command line has it: with its first word, or any value. */
function written(option: string): readonly string[] {
  const [name = '', value] = option.split(' ');
  if (value === undefined) return [name];
  if (value.includes('=')) return [name, 'storage=x'];
  return [name, value === value.toLowerCase() ? (value.split('|')[0] ?? '') : 'x'];
}

const isUsageError = ({ code, error }: Awaited<ReturnType<typeof ran>>): boolean =>
  code === 2 && error.includes('See --help.');

test.each(commands)('%s has the options of its help, and no other', async (command) => {
  const own = await optionsInHelp(command);
  const all = [...new Set((await Promise.all(commands.map(optionsInHelp))).flat())];
  for (const option of all) {
    const name = option.split(' ')[0];
    const isOwn = own.some((one) => one.split(' ')[0] === name) || (command === 'fix' && name === '--format');
    const result = await ran([command, 'missing.bicep:1', ...written(option)]);
    expect([option, isUsageError(result)]).toEqual([option, !isOwn]);
  }
});

test('only check names SARIF in its help', async () => {
  const formats = await Promise.all(
    commands.map(async (name) => [name, /--format ([a-z|]+)/.exec((await ran(`help ${name}`)).out)?.[1]]),
  );
  expect(Object.fromEntries(formats)).toEqual({
    check: 'text|json|sarif',
    explain: 'text|json',
    'check-access': 'text|json',
    compare: 'text|json',
  });
});

test.each([
  ['check nsg-show.json --regoin westeurope', '--region'],
  ['fix main.bicep --alow cost', '--allow'],
  ['resolve main.bicep --tennant x', '--tenant'],
])('a misspelled option names the one that is meant: %s', async (line, similar) => {
  expect((await ran(line)).error).toContain(`Did you mean ${similar}?`);
});
