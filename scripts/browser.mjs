// The browser that the end-to-end tests drive: the system's Chromium, installed when missing and permitted.
import { existsSync } from 'node:fs';
import { runQuietly } from './run.mjs';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const install = 'apt-get install -y --no-install-recommends chromium';

/** @returns {string | undefined} */
export const findBrowser = () => places.find((place) => existsSync(place));

/** @returns {Promise<string>} the browser's program */
export async function ensureBrowser() {
  const present = findBrowser();
  if (present !== undefined) return present;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Error(`The tests need Chromium. Install it with: sudo ${install}`);
  }
  console.log('Installing Chromium…');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await runQuietly('apt-get', ['update'], { env });
  await runQuietly('apt-get', install.split(' ').slice(1), { env });
  const installed = findBrowser();
  if (installed === undefined) throw new Error(`'${install}' brought no Chromium.`);
  return installed;
}

/** Switches for a browser without a screen, in a container, that asks nobody anything. */
export const browserSwitches = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
