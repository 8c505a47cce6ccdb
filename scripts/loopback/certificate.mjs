// A certificate for this machine's own names, created at each start. Its key stays in memory.
import { generate } from 'selfsigned';

/** @returns {Promise<{ key: string; cert: string }>} as PEM */
export async function createCertificate() {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'Embedded Azure' }], {
    keyType: 'rsa',
    keySize: 2048,
    algorithm: 'sha256',
    notAfterDate: new Date(Date.now() + 7 * 86_400_000),
    extensions: [
      // A separate authority: clients that trust it trust a server with this certificate.
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
