import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import * as vscode from 'vscode';

export type ShippedCloud = 'public' | 'usgov' | 'china';

const unzip = promisify(gunzip);

/** The tag list of one cloud as it ships in `dist/data`: parsed JSON, for whoever knows its shape. */
export async function readShippedTags(extensionUri: vscode.Uri, cloud: ShippedCloud): Promise<unknown> {
  const file = vscode.Uri.joinPath(extensionUri, 'dist', 'data', `service-tags.${cloud}.json.gz`);
  const packed = await vscode.workspace.fs.readFile(file);
  return JSON.parse((await unzip(packed)).toString('utf8'));
}
