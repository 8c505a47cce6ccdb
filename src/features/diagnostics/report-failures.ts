import { AzureFailure } from '../../azure/failure';
import { showMessage } from '../../platform/window';
import { failureText } from '../../wording/failure-text';
import type { DiagnosticsDeps } from './deps';

/** Runs a task, and shows its failure. Logs bugs, and ignores cancellation. */
export async function reportingFailures(
  { say, log }: DiagnosticsDeps,
  task: () => Promise<void>,
): Promise<void> {
  try {
    await task();
  } catch (error) {
    const failure = error instanceof AzureFailure ? error : new AzureFailure('bug', {}, error);
    if (failure.code === 'cancelled') return;
    if (failure.code === 'bug') log.error('files', error);
    showMessage('error', failureText(say, failure));
  }
}
