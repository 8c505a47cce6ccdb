import { homedir } from 'node:os';

/** Whose machine this is: the person's own folder, and what the environment says. */
export function ownFolder(): { readonly home: string; readonly environment: NodeJS.ProcessEnv } {
  return { home: homedir(), environment: process.env };
}
