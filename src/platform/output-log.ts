import type * as vscode from 'vscode';
import { displayLines, displayText } from '../core/text/display-text';
import type { Log } from './log';

/** The product's one log, in VS Code's own output channel. */
export function outputLog(channel: Pick<vscode.LogOutputChannel, keyof Log>): Log {
  return {
    debug: (message) => channel.debug(displayLines(message)),
    info: (message) => channel.info(displayLines(message)),
    error: (message, cause) =>
      channel.error(displayLines(cause === undefined ? message : `${message}: ${nameOfCause(cause)}`)),
  };
}

/**
 * What of an error may stand in a log: its kind and code, and for a fault of ours the places in our own files.
 * Messages of Azure carry resource ids, so they never do.
 */
export function nameOfCause(cause: unknown): string {
  if (!(cause instanceof Error)) return typeof cause;
  const code = 'code' in cause && typeof cause.code === 'string' ? ` ${displayText(cause.code)}` : '';
  const inner = cause.cause === undefined ? '' : ` (${nameOfCause(cause.cause)})`;
  const isOurs = cause instanceof TypeError || cause instanceof RangeError || cause instanceof ReferenceError;
  return `${displayText(cause.name)}${code}${inner}${isOurs ? placesOf(cause) : ''}`;
}

/** The stack's places without its first lines: those repeat the message, which may look like a place itself. */
function placesOf(cause: Error): string {
  const stack = (cause.stack ?? '').replace(cause.message, () => '');
  const places = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return places.map((line) => `\n${line}`).join('');
}
