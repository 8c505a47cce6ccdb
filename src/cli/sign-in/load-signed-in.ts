import { reason } from '../../core/reason';
import { UsageError } from '../options';
import type { connectSignedIn, createFromPlan } from './signed-in';

interface SignedInCode {
  readonly createFromPlan: typeof createFromPlan;
  readonly connectSignedIn: typeof connectSignedIn;
}

/** Lowest version of Node.js that the sign-in packages support (their `engines`). */
const lowestNode = 22;

/** Packages that only the sign-in uses. They're optional dependencies of the package on npm. */
const packages = ['@azure/identity', '@azure/core-rest-pipeline', '@azure/arm-resourcegraph'];

/**
 * Loads the code for signing in, which other commands don't need.
 * @throws {UsageError} if this version of Node.js can't run it, or if packages aren't installed
 */
export async function loadSignedIn(version: string = process.versions.node): Promise<SignedInCode> {
  if (Number.parseInt(version, 10) < lowestNode) {
    throw new UsageError(reason('terminal.signIn.node', { needed: lowestNode, version }));
  }
  try {
    return await import('./signed-in');
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
    if (isMissing) throw new UsageError(reason('terminal.signIn.packages', { names: packages }));
    throw error;
  }
}
