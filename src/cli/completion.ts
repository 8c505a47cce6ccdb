import type { Command, Option } from 'commander';
import { reason } from '../core/reason';
import { visibleCommands } from './help';
import { UsageError } from './options';

const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;

const program = 'aml-secure-compute';

/** A command with its options. */
interface Completed {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly CompletedOption[];
  /** The words that it accepts directly after its name, instead of files. */
  readonly words: readonly string[];
}

interface CompletedOption {
  /** The option with its dashes. */
  readonly name: string;
  readonly help: string;
  /** The words that it accepts. Empty for an option with any other value, or without a value. */
  readonly words: readonly string[];
}

/**
 * Returns the script that completes commands, options, and their words in a shell.
 * @throws `UsageError` for an unsupported shell
 */
export function completionScript(shell: string | undefined, root: Command): string {
  const all = visibleCommands(root).map(completedCommand);
  const help = { name: 'help', summary: '', options: [], words: all.map(({ name }) => name) };
  const commands = [...all, help];
  switch (shell) {
    case 'bash':
      return bash(commands);
    case 'zsh':
      return `autoload -U +X bashcompinit && bashcompinit\n${bash(commands)}`;
    case 'fish':
      return fish(commands);
    case 'powershell':
      return powershell(commands);
    default:
      throw new UsageError(
        reason('terminal.notAWord', { option: 'completion', value: shell ?? '', words: shells }),
      );
  }
}

function completedCommand(command: Command): Completed {
  const options = command.createHelp().visibleOptions(command);
  return {
    name: command.name(),
    summary: command.summary(),
    options: options.map(completedOption),
    words: command.name() === 'completion' ? shells : [],
  };
}

/** Reads the choices from the flags: `--format [text|json]`. */
function completedOption({ long, flags, description }: Option): CompletedOption {
  const value = /\[([^[\]]*)\]/.exec(flags)?.[1] ?? '';
  const words = /^[a-z0-9-]+(?:[|,][a-z0-9-]+)+$/.test(value) ? value.split(/[|,]/) : [];
  return { name: long ?? '', help: description, words };
}

interface Choice {
  /** The words before the cursor: a command, or the command and one of its options. */
  readonly after: string;
  readonly words: readonly string[];
}

function choicesOf(commands: readonly Completed[]): readonly Choice[] {
  return commands
    .flatMap(({ name, options, words }) => [
      { after: `${name} ${name}`, words },
      ...options.map((one) => ({ after: `${name} ${one.name}`, words: one.words })),
    ])
    .filter(({ words }) => words.length > 0);
}

function bash(commands: readonly Completed[]): string {
  const words = choicesOf(commands).map((one) => `    '${one.after}') words='${one.words.join(' ')}' ;;`);
  const options = commands.map(
    (one) => `      ${one.name}) words='${one.options.map(({ name }) => name).join(' ')}' ;;`,
  );
  return [
    '_aml_secure_compute() {',
    "  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} words= IFS=$' \\t\\n'",
    '  COMPREPLY=()',
    '  if [[ $COMP_CWORD -eq 1 ]]; then',
    `    COMPREPLY=($(compgen -W '${[...commands.map(({ name }) => name), '--version'].join(' ')}' -- "$current"))`,
    '    return',
    '  fi',
    // Bash separates the words of --format=json.
    '  if [[ $current == = ]]; then current=; elif [[ $previous == = ]]; then previous=${COMP_WORDS[COMP_CWORD-2]}; fi',
    '  case "${COMP_WORDS[1]} $previous" in',
    ...words,
    '  esac',
    '  if [[ -z $words && $current == -* ]]; then',
    '    case "${COMP_WORDS[1]}" in',
    ...options,
    '    esac',
    '  fi',
    '  if [[ -n $words ]]; then',
    '    COMPREPLY=($(compgen -W "$words" -- "$current"))',
    '  else',
    // A name can contain spaces.
    "    IFS=$'\\n'",
    '    COMPREPLY=($(compgen -f -- "$current"))',
    '  fi',
    '}',
    `complete -o filenames -o default -F _aml_secure_compute ${program}`,
    '',
  ].join('\n');
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

function fish(commands: readonly Completed[]): string {
  return [
    `complete -c ${program} -n __fish_use_subcommand -l version`,
    ...commands.map(({ name, summary }) => {
      const about = summary === '' ? '' : ` -d ${quoted(summary)}`;
      return `complete -c ${program} -n __fish_use_subcommand -a ${name}${about}`;
    }),
    ...commands.flatMap(({ name, words }) =>
      words.length === 0
        ? []
        : [
            `complete -c ${program} -n '__fish_seen_subcommand_from ${name}' -x -a ${quoted(words.join(' '))}`,
          ],
    ),
    ...commands.flatMap(({ name, options }) =>
      options.map(({ name: option, help, words }) =>
        [
          `complete -c ${program} -n '__fish_seen_subcommand_from ${name}' -l ${option.replace(/^--/, '')}`,
          ...(words.length > 0 ? [`-x -a ${quoted(words.join(' '))}`] : []),
          `-d ${quoted(help)}`,
        ].join(' '),
      ),
    ),
    '',
  ].join('\n');
}

function powershell(commands: readonly Completed[]): string {
  const list = (words: readonly string[]): string =>
    `@(${words.map((one) => `'${one.replaceAll("'", "''")}'`).join(', ')})`;
  const options = commands.map((one) => `    '${one.name}' = ${list(one.options.map(({ name }) => name))}`);
  const words = choicesOf(commands).map((one) => `    '${one.after}' = ${list(one.words)}`);
  return [
    `Register-ArgumentCompleter -Native -CommandName ${program} -ScriptBlock {`,
    '  param($current, $ast, $position)',
    '  $options = @{',
    ...options,
    '  }',
    '  $words = @{',
    ...words,
    '  }',
    '  $typed = @($ast.CommandElements | ForEach-Object { $_.ToString() })',
    "  if ($current -ne '') { $typed = @($typed | Select-Object -SkipLast 1) }",
    '  $command = if ($typed.Count -gt 1) { $typed[1] }',
    `  $found = if (-not $command) { ${list([...commands.map(({ name }) => name), '--version'])} }`,
    '    elseif ($words["$command $($typed[-1])"]) { $words["$command $($typed[-1])"] }',
    "    elseif ($current -like '-*') { $options[$command] }",
    '  $found | Where-Object { $_ -like "$current*" } | ForEach-Object {',
    "    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)",
    '  }',
    '}',
    '',
  ].join('\n');
}
