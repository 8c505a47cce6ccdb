import { Command, type Option } from 'commander';
import { expect, test } from 'vitest';
import { addCommands } from '../../../src/cli/commands';
import { visibleCommands } from '../../../src/cli/help';
import type { Terminal } from '../../../src/cli/terminal';
import { messagesIn } from '../../support/messages-in';
import { ran } from './ran';

const program = new Command();
addCommands(program, { say: messagesIn('en') } as Terminal, () => undefined);

interface Declared {
  readonly command: Command;
  readonly option: Option;
}

/** Every option of every command, as the program declares it. A new one is tested without a change. */
const options = visibleCommands(program).flatMap((command) =>
  command.options.map((option): Declared => ({ command, option })),
);
const isWithValue = ({ option }: Declared): boolean => /[[<]/.test(option.flags);
const withValue = options.filter(isWithValue);

/** Values that are valid by the form that the help shows. */
const samples: readonly (readonly [RegExp, string])[] = [
  [/^(?:NAME=VALUE)$/, 'a=b'],
  [/^SERVICE=LOCATION/, 'storage=westeurope'],
  [/^FORMAT=FILE$/, 'json=out/none.json'],
  [/^(?:NUMBER|MINUTES)$/, '2'],
  [/^ID$/, '00000000-0000-0000-0000-000000000000'],
  [/^HH:MM$/, '08:00'],
  [/^[A-Z|a-z-]+$/, 'x'],
];

/** Returns a value that an option accepts: its first word, or a sample for its form. */
function validValueOf({ option }: Declared): string {
  const [form = ''] = /(?<=[[<]).+(?=[\]>])/.exec(option.flags) ?? [];
  const [word = ''] = form.split(/[|,]/);
  if (/^[a-z0-9-]+$/.test(word)) return word;
  const found = samples.find(([pattern]) => pattern.test(form));
  if (!found) throw new Error(`There is no sample for ${option.flags}.`);
  return found[1];
}

/** Returns the words that an option accepts: `--format [text|json]`. */
function wordsOf({ option }: Declared): readonly string[] {
  const words = /\[([a-z0-9|-]+)\]/.exec(option.flags)?.[1]?.split('|') ?? [];
  return words.length > 1 ? words : [];
}

type Case = readonly [name: string, one: Declared];

function casesOf(all: readonly Declared[]): readonly Case[] {
  return all.map((one) => [`${one.command.name()} ${one.option.flags}`, one]);
}

/** Runs the command with the words. Its file doesn't exist. */
function runWith({ command }: Declared, ...words: readonly string[]) {
  const file = command.registeredArguments.length > 0 ? ['missing.bicep:1'] : [];
  return ran([command.name(), ...file, ...words]);
}

const longOf = ({ option }: Declared): string => option.long ?? '';
const refused = (one: Declared) => ({
  code: 2,
  out: '',
  error: expect.stringContaining(longOf(one)),
  written: {},
});

test('the program has options of each kind', () => {
  expect(withValue.length).toBeGreaterThan(150);
  expect(options.length - withValue.length).toBeGreaterThan(30);
  expect(withValue.filter((one) => wordsOf(one).length > 0).length).toBeGreaterThan(30);
});

test.each(casesOf(withValue))('%s requires a value, and an empty one isn’t one', async (_, one) => {
  for (const words of [[longOf(one)], [`${longOf(one)}=`], [longOf(one), ''], [longOf(one), ' ']]) {
    expect(await runWith(one, ...words)).toMatchObject(refused(one));
  }
});

test.each(casesOf(withValue.filter(({ option }) => option.long !== '--error')))(
  '%s doesn’t take the next option as its value',
  async (_, one) => {
    expect(await runWith(one, longOf(one), longOf(one))).toMatchObject(refused(one));
  },
);

const twice = 'the command line has two';

test.each(casesOf(withValue))('%s can be repeated only if the help says so', async (_, one) => {
  const [value, second] = [validValueOf(one), `${longOf(one)}=${validValueOf(one)}`];
  const { error } = await runWith(one, longOf(one), value, second);
  const { error: once } = await runWith(one, longOf(one), value);
  expect(once).not.toContain(twice);
  if (/\brepeatable\b/.test(one.option.description)) expect(error).not.toContain(twice);
  else expect(await runWith(one, longOf(one), value, second)).toMatchObject(refused(one));
});

test.each(casesOf(options.filter((one) => !isWithValue(one))))(
  '%s can be repeated, because the second one says the same',
  async (_, one) => {
    const once = await runWith(one, longOf(one));
    expect(await runWith(one, longOf(one), longOf(one))).toEqual(once);
  },
);

test.each(casesOf(withValue.filter((one) => wordsOf(one).length > 0)))(
  '%s accepts only its words',
  async (_, one) => {
    expect(await runWith(one, longOf(one), 'no-word')).toMatchObject(refused(one));
  },
);

test.each(casesOf(withValue))(
  '%s ends with an exit code for control characters and a long text',
  async (_, one) => {
    for (const value of ['../\u001b[31m\u0007\0x', 'x'.repeat(100_000)]) {
      const { code, out, error, written } = await runWith(one, longOf(one), value);
      expect([0, 1, 2, 3]).toContain(code);
      expect(`${out}${error}`).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f]/);
      expect(written).toEqual({});
    }
  },
);

test.each(casesOf(options.filter((one) => !isWithValue(one))))(
  '%s doesn’t accept a value',
  async (_, one) => {
    expect(await runWith(one, `${longOf(one)}=x`)).toMatchObject(refused(one));
  },
);
