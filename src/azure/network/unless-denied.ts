import { toFailure } from '../to-failure';

/** Reads a resource; undefined if access is denied or it isn't found, such as a resource of another team or tenant. */
export async function unlessDenied<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (['forbidden', 'notFound', 'signedOut'].includes(toFailure(error).code)) return undefined;
    throw error;
  }
}
