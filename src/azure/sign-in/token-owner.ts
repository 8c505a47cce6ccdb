import type { TokenCredential } from '@azure/core-auth';
import { parseJson, textAt } from '../json';

/** What a token says of whom it speaks for, from the most to the least personal. */
const nameClaims = ['upn', 'unique_name', 'preferred_username', 'app_displayname', 'appid'];

/** Reads whom the credential's token speaks for; null where it does not say. Nothing else in it is looked at. */
export async function readTokenOwner(
  credential: TokenCredential,
  scopes: readonly string[],
  abortSignal: AbortSignal,
): Promise<string | null> {
  const token = await credential.getToken([...scopes], { abortSignal });
  const payload = Buffer.from(token?.token.split('.')[1] ?? '', 'base64url').toString('utf8');
  const claims = parseJson(payload);
  return nameClaims.map((one) => textAt(claims, one)).find((one) => one !== undefined) ?? null;
}
