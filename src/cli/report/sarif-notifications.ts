import type { Invocation, Notification } from 'sarif';
import { sarifArtifact, sarifMessage } from './sarif-text';

/** A part that the run couldn't read or check, and its place. A note is about files without Azure resources. */
export interface Notice {
  readonly level: 'error' | 'warning' | 'note';
  readonly text: string;
  /** Null if it isn't about a file. */
  readonly file: string | null;
  /** One-based, or null for a whole file. */
  readonly line: number | null;
  readonly column: number | null;
}

/**
 * Returns the run with its notifications for what it couldn't read (SARIF 2.1.0, 3.20.21). Code scanning shows these
 * separately from the results.
 */
export function sarifInvocation(notices: readonly Notice[]): Invocation {
  return {
    executionSuccessful: notices.every(({ level }) => level !== 'error'),
    ...(notices.length > 0 ? { toolExecutionNotifications: notices.map(notificationOf) } : {}),
  };
}

function notificationOf({ level, text, file, line, column }: Notice): Notification {
  const region =
    line === null ? {} : { region: { startLine: line, ...(column === null ? {} : { startColumn: column }) } };
  const locations =
    file === null
      ? {}
      : { locations: [{ physicalLocation: { artifactLocation: sarifArtifact(file), ...region } }] };
  return { level, message: { text: sarifMessage(text) }, ...locations };
}
