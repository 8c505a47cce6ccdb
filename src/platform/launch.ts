/**
 * True if `npm start` launched this window, so that the wizard opens at once with the sample subscription. An installed
 * product never opens anything by itself. So a setting isn't enough: the variable must be in the server's environment.
 */
export function openedByLaunch(environment: Readonly<Record<string, string | undefined>>): boolean {
  return environment['AML_SECURE_COMPUTE_OPEN'] === 'wizard';
}
