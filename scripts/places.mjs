// Where things are, for every script and test harness.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');
export const cache = join(root, '.cache');
export const out = join(root, 'out');
export const vsix = join(out, 'aml-secure-compute.vsix');

/** @param {string} name a program that a dev dependency brings */
export const program = (name) => join(root, 'node_modules', '.bin', name);
