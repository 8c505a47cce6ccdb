import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import * as vscode from 'vscode';

export type ShippedCloud = 'public' | 'usgov' | 'china';

const unpack = promisify(brotliDecompress);

/** Reads the tag list of a cloud that ships in `dist/data`, as parsed JSON for callers that know its shape. */
export async function readShippedTags(extensionUri: vscode.Uri, cloud: ShippedCloud): Promise<unknown> {
  const file = vscode.Uri.joinPath(extensionUri, 'dist', 'data', `service-tags.${cloud}.json.br`);
  const packed = await vscode.workspace.fs.readFile(file);
  return JSON.parse((await unpack(packed)).toString('utf8'));
}
