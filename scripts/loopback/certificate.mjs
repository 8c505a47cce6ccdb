// A certificate for this machine's own names, made anew at each start: its key stays in memory.
import { generate } from 'selfsigned';

/** @returns {Promise<{ key: string; cert: string }>} as PEM */
export async function createCertificate() {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'Embedded Azure' }], {
    keyType: 'rsa',
    keySize: 2048,
    algorithm: 'sha256',
    notAfterDate: new Date(Date.now() + 7 * 86_400_000),
    extensions: [
      // An authority of its own: what trusts it trusts a server that shows it.
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, keyCertSign: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 7, ip: '127.0.0.1' },
          { type: 2, value: 'localhost' },
        ],
      },
    ],
  });
  return { key, cert };
}
