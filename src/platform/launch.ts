/**
 * True where `npm start` launched this window: it asks for the wizard, on the sample subscription, to be open at
 * once. An installed product never opens anything by itself, so no setting is enough: the variable must
 * be in the server's environment.
 */
export function openedByLaunch(environment: Readonly<Record<string, string | undefined>>): boolean {
  return environment['AML_SECURE_COMPUTE_OPEN'] === 'wizard';
}
