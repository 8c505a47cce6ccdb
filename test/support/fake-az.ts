import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { tokenOf } from './token-endpoint';

/** An `az` on the PATH that is signed in, returns a token for every request, and records the requests. */
export interface FakeAz {
  readonly folder: string;
  /** Each call's arguments. */
  calls(): readonly string[];
  /** Restores the environment. */
  remove(): void;
}

/** No variable of the machine that runs the tests must affect the sign-in. */
export function installAz(token = tokenOf({ upn: 'anna@contoso.com' })): FakeAz {
  const before = process.env;
  const folder = mkdtempSync(join(tmpdir(), 'aml-az-'));
  const noted = join(folder, 'calls');
  const file = join(folder, 'az');
  const answer = JSON.stringify({ accessToken: token, expires_on: Math.floor(Date.now() / 1000) + 3600 });
  writeFileSync(file, `#!/bin/sh\necho "$@" >> '${noted}'\necho '${answer}'\n`);
  chmodSync(file, 0o755);
  const kept = Object.entries(before).filter(([name]) => !/^(AZURE_|IDENTITY_|MSI_|IMDS_)/.test(name));
  process.env = { ...Object.fromEntries(kept), PATH: [folder, '/bin', '/usr/bin'].join(delimiter) };
  return {
    folder,
    calls: () => (existsSync(noted) ? readFileSync(noted, 'utf8').trim().split('\n') : []),
    remove: () => {
      process.env = before;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
