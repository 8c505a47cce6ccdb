import type * as vscode from 'vscode';
import { displayLines, displayText } from '../core/text/display-text';
import type { Log } from './log';

/** Creates the product's log in VS Code's output channel. */
export function outputLog(channel: Pick<vscode.LogOutputChannel, keyof Log>): Log {
  return {
    debug: (message) => channel.debug(displayLines(message)),
    info: (message) => channel.info(displayLines(message)),
    error: (message, cause) =>
      channel.error(displayLines(cause === undefined ? message : `${message}: ${nameOfCause(cause)}`)),
  };
}

/**
 * Returns the parts of an error that are safe to log: its kind and code, and for a bug in this product the locations in
 * its own files. Azure's messages contain resource IDs, so they are never logged.
 */
export function nameOfCause(cause: unknown): string {
  if (!(cause instanceof Error)) return typeof cause;
  const code = 'code' in cause && typeof cause.code === 'string' ? ` ${displayText(cause.code)}` : '';
  const inner = cause.cause === undefined ? '' : ` (${nameOfCause(cause.cause)})`;
  const isOurs = cause instanceof TypeError || cause instanceof RangeError || cause instanceof ReferenceError;
  return `${displayText(cause.name)}${code}${inner}${isOurs ? placesOf(cause) : ''}`;
}

/**
 * Returns the locations of the stack without its first lines. Those repeat the message, which may look like a location
 * itself.
 */
function placesOf(cause: Error): string {
  const stack = (cause.stack ?? '').replace(cause.message, () => '');
  const places = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return places.map((line) => `\n${line}`).join('');
}
