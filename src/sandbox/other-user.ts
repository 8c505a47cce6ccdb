import { carryOut, type Carrying } from './carry-out';
import type { OtherWrite } from './faults';
import { isBodyObject, bodyObject } from './body-json';

const origin = 'https://management.azure.com';
const apiVersion = '2024-05-01';

/** The user who writes besides the signed-in one. */
export const colleague = 'ben.fischer@contoso.com';

/** Sends a write as another user; false if it is refused. */
export function writeAsOtherUser(setup: Carrying, { method, path, body }: OtherWrite): boolean {
  const url = new URL(`${origin}${encodeURI(path)}?api-version=${apiVersion}`);
  return carryOut(setup, { method, url, header: () => undefined, body, caller: colleague }).status < 400;
}

/** Writes the requested resource as another user, with an additional tag. Does nothing if it isn't readable. */
export function touchAsOtherUser(setup: Carrying, { pathname }: URL): void {
  const url = new URL(`${origin}${pathname}?api-version=${apiVersion}`);
  const header = (): undefined => undefined;
  const seen = carryOut(setup, { method: 'GET', url, header, body: undefined });
  if (seen.status >= 400 || !isBodyObject(seen.body)) return;
  const tags = { ...bodyObject(seen.body, 'tags'), 'changed-at': setup.world.clock.text() };
  carryOut(setup, { method: 'PUT', url, header, body: { ...seen.body, tags }, caller: colleague });
}
