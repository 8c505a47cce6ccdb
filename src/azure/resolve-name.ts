import { lookup } from 'node:dns/promises';
import type { NameAnswer } from '../core/client-access';

/** Milliseconds to wait for the resolver. */
const patience = 8000;

/** Resolves a name with the system's resolver, as browsers and SDKs on this machine do. It sends only the name. */
export async function resolveName(host: string): Promise<NameAnswer> {
  try {
    const found = await Promise.race([lookup(host, { all: true }), silence()]);
    return { is: 'addresses', addresses: found.map(({ address }) => address) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'ETIMEOUT';
    return ['ENOTFOUND', 'ENODATA'].includes(code) ? { is: 'none' } : { is: 'failed', code };
  }
}

function silence(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error('timeout')), patience).unref();
  });
}
