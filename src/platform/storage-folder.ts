import { homedir } from 'node:os';

/** Returns the user's home folder and the environment of this machine. */
export function ownFolder(): { readonly home: string; readonly environment: NodeJS.ProcessEnv } {
  return { home: homedir(), environment: process.env };
}
