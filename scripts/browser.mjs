// The browser for the tests: the system's own Chromium, Chrome, or Edge. Chromium is installed if none exists and the
// package manager may be used.
import { existsSync } from 'node:fs';
import { runQuietly } from './run.mjs';

/** @type {Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>>} */
const places = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};
const install = 'apt-get install -y --no-install-recommends chromium';

/** @returns {string | undefined} */
export const findBrowser = () => places[process.platform]?.find((place) => existsSync(place));

/**
 * @returns {Promise<string>} the browser's program
 * @throws {Error} with what to install if that can't be done here
 */
export async function ensureBrowser() {
  const present = findBrowser();
  if (present !== undefined) return present;
  if (process.platform !== 'linux') throw new Error('The tests need Google Chrome or Microsoft Edge.');
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Error(`The tests need Chromium. Install it with: sudo ${install}`);
  }
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await runQuietly('apt-get', ['update'], { env });
  await runQuietly('apt-get', install.split(' ').slice(1), { env });
  const installed = findBrowser();
  if (installed === undefined) throw new Error(`'${install}' didn't install Chromium.`);
  return installed;
}

/** Switches for a browser without a screen, in a container, without prompts. */
export const browserSwitches = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
