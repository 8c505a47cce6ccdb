import { lookup } from 'node:dns/promises';
import type { NameAnswer } from '../core/client-access';

/** A resolver that says nothing is waited for no longer. */
const patience = 8000;

/** Asks the system's resolver, as browsers and SDKs on this machine do; nothing but the name is sent. */
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
