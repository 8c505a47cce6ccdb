import { toFailure } from '../to-failure';

/** What another team or another organization keeps to itself. */
export async function unlessDenied<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (['forbidden', 'notFound', 'signedOut'].includes(toFailure(error).code)) return undefined;
    throw error;
  }
}
