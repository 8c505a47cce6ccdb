// Helpers for every case with the Azure CLI: running a command, and checking its response.
import assert from 'node:assert/strict';

/** @typedef {{ status: number | null; body: any; stderr: string }} Answer */
/** @typedef {{ az: (...args: string[]) => Promise<Answer>; origin: string; subscription: string; tenant: string }} Session */
/** @typedef {Readonly<Record<string, (session: Session) => unknown>>} Cases */

export const cliResourceGroup = 'rg-cli';
export const networkVersion = '2024-05-01';
export const learningVersion = '2023-04-01';
export const cliWorkspacePath = '/providers/Microsoft.MachineLearningServices/workspaces/mlw-fraud-prod';

/** @param {Session} session @param {string} path @param {string} [within] the resource group */
export const pathInGroup = ({ subscription }, path, within = cliResourceGroup) =>
  `/subscriptions/${subscription}/resourceGroups/${within}${path}`;

/** @param {Session} session @param {string} id @param {string} [version] */
export const address = ({ origin }, id, version = networkVersion) => `${origin}${id}?api-version=${version}`;

/** @param {Promise<Answer>} answer @returns {Promise<any>} */
export async function done(answer) {
  const { status, body, stderr } = await answer;
  assert.equal(status, 0, stderr.split('\n').find((line) => line.startsWith('ERROR')) ?? stderr);
  return body;
}

/** @param {Promise<Answer>} answer @param {RegExp} text */
export async function refusedByAzure(answer, text) {
  const { status, stderr } = await answer;
  assert.notEqual(status, 0, 'was not refused');
  assert.match(stderr, text);
}

/**
 * Runs `az rest`, which sends the given request and doesn't poll.
 * @param {Session} session @param {string} method @param {string} url @param {unknown} [body]
 */
export const rest = ({ az }, method, url, body) =>
  az(
    ...['rest', '--method', method, '--url', url],
    ...(body === undefined ? [] : ['--body', JSON.stringify(body)]),
  );

/** Polls until the operation on the resource has ended. @param {Session} session @param {string} url */
export async function waitUntilDone(session, url) {
  for (let tries = 0; tries < 10; tries += 1) {
    const body = await done(rest(session, 'get', url));
    if (!['Updating', 'Creating'].includes(body.properties.provisioningState)) return body;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  throw new Error('It does not end.');
}

/**
 * Writes a resource and waits for the end of the operation. @param {Session} session @param {string} id @param
 * {unknown} body
 */
export async function put(session, id, body) {
  const url = address(session, id);
  await done(rest(session, 'put', url, body));
  const shown = await waitUntilDone(session, url);
  assert.equal(shown.properties.provisioningState, 'Succeeded');
  return shown;
}

/** @param {Session} session @param {string} url @param {RegExp} text */
export async function untilRefused(session, url, text) {
  for (let tries = 0; tries < 10; tries += 1) {
    const answer = await rest(session, 'get', url);
    if (answer.status !== 0) return refusedByAzure(Promise.resolve(answer), text);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('It is still there.');
}

/** @param {{ name: string }[]} list */
export const names = (list) => list.map(({ name }) => name);
