import type { TerminalAzure } from '../../azure/connect-terminal';
import { reason } from '../../core/reason';
import { UsageError } from '../options';
import type { SignInValues } from './sign-in-options';

/** What a command that signs in asks for. */
export interface SignInRequest {
  readonly values: SignInValues;
  /** Seconds that a creation is followed. */
  readonly createSeconds?: number;
}

/** Lowest version of Node.js on which the packages of the sign-in run (their `engines`). */
const lowestNode = 22;

/** Packages that only the sign-in uses; the package on npm has them as optional dependencies. */
const packages = ['@azure/identity', '@azure/core-rest-pipeline'];

/**
 * Signs in. Loads the code for it, which no other command does.
 * @throws {UsageError} if this Node.js can't run it, or if packages aren't installed
 * @throws {UnreadableFile} if there is no token
 */
export async function signIn(
  request: SignInRequest,
  version: string = process.versions.node,
): Promise<TerminalAzure> {
  if (Number.parseInt(version, 10) < lowestNode) {
    throw new UsageError(reason('terminal.signIn.node', { needed: lowestNode, version }));
  }
  try {
    const { connectSignedIn } = await import('./connect-signed-in');
    return await connectSignedIn(request);
  } catch (error) {
    if (isMissingPackage(error))
      throw new UsageError(reason('terminal.signIn.packages', { names: packages }));
    throw error;
  }
}

function isMissingPackage(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
}
