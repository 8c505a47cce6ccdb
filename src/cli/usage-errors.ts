import type { Command, CommanderError, Option } from 'commander';
import { reason } from '../core/reason';
import { UsageError } from './options';

/**
 * Requires a value for each option.
 * @throws {UsageError} if the parser accepted an option without its value
 */
export function requireValues(command: Command): void {
  const isWithout = (option: Option): boolean =>
    option.optional && command.getOptionValue(option.attributeName()) === true;
  const option = command.options.find(isWithout)?.long;
  if (option) throw new UsageError(reason('terminal.option.lacks', { option }));
}

/** Converts the parser's English message to a localized one. */
export function usageErrorOf({ code, message }: CommanderError, command: Command | undefined): UsageError {
  const [option = '', second = ''] = message.match(/--?[\w-]+/g) ?? [];
  switch (code) {
    case 'commander.missingArgument':
      return new UsageError(reason('terminal.noFile'));
    case 'commander.conflictingOption':
      return new UsageError(reason('terminal.option.both', { first: option, second }));
    case 'commander.optionMissingArgument':
      return new UsageError(reason('terminal.option.lacks', { option }));
    default: {
      const isAlone = command?.options.some(({ long }) => long === option) === true;
      if (isAlone) return new UsageError(reason('terminal.option.alone', { option }));
      return second === ''
        ? new UsageError(reason('terminal.option.unknown', { option }))
        : new UsageError(reason('terminal.option.similar', { option, similar: second }));
    }
  }
}
