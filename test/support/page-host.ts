import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { HttpClient } from '@azure/core-rest-pipeline';
import { displayLanguage } from '../../src/messages/say';
import { messagesIn } from './messages-in';
import { anna } from '../../src/sandbox/sample/names';
import { pageEditor } from './page-editor';
import type { SandboxAzure } from '../../src/sandbox/create-sandbox';
import { createPagePort, type PagePort } from './page-port';
import { sampleWizard, type SampleWizard, type SampleWizardOptions } from './sample-wizard';

/** A wizard that waits for its page, or has it. */
export interface HostedWizard extends SampleWizard {
  /** URL of its page. */
  readonly address: string;
  close(): void;
}

export interface PageHost {
  /** Each page that is opened at this URL gets its own wizard, which asks in the page what an editor would. */
  readonly address: string;
  /** Creates a wizard with its own URL. A reload finds the same wizard. */
  host(options?: SampleWizardOptions): HostedWizard;
  stop(): Promise<void>;
}

interface Hosted {
  readonly wizard: SampleWizard;
  readonly port: PagePort;
  readonly language: string;
  close(): void;
}

const types: Readonly<Record<string, string>> = {
  '/main.js': 'text/javascript',
  '/main.css': 'text/css',
  '/codicon.css': 'text/css',
  '/vscode.css': 'text/css',
  '/codicon.woff2': 'font/woff2',
  '/main.js.map': 'application/json',
};

/**
 * Serves the page of `folder`, on loopback only, and passes messages between it and the real wizard over the sample.
 */
export async function startPageHost(folder: string, port = 0): Promise<PageHost> {
  const hosted = new Map<string, Hosted>();
  let count = 0;

  function host(id: string, options: SampleWizardOptions): Hosted {
    const wizard = sampleWizard(options);
    const pagePort = createPagePort();
    const detach = wizard.session.attach(pagePort.port);
    const close = (): void => {
      detach();
      wizard.session.dispose();
      wizard.store.dispose();
      pagePort.close();
      hosted.delete(id);
    };
    const made = { wizard, port: pagePort, language: options.language ?? 'en', close };
    hosted.set(id, made);
    return made;
  }

  /** Returns a user's page: at a realistic pace, and the page itself asks what an editor would. */
  function hostForPerson(id: string, language: string): Hosted {
    const editor = pageEditor((question) => found.port.ask(question));
    const found = host(id, { ...lifelike, language, editor });
    found.port.onGone(found.close);
    return found;
  }

  const server = createServer((request, response) => {
    if (!isOurs(request)) response.writeHead(403).end();
    else answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  /** Refuses other pages of this browser, whatever host name they use for this machine. */
  function isOurs({ headers, method }: IncomingMessage): boolean {
    const { host: named, origin: from } = headers;
    return `http://${named}` === origin && (from === origin || (from === undefined && method === 'GET'));
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin);
    const id = url.searchParams.get('page') ?? '';
    const found = hosted.get(id);
    switch (`${request.method} ${url.pathname}`) {
      case 'GET /':
        sendPage(response, folder, found?.language ?? languageOf(url));
        return;
      case 'GET /messages':
        (found ?? hostForPerson(id, languageOf(url))).port.open(response);
        return;
      case 'POST /messages':
        await takePost(request, response, found);
        return;
      default:
        sendFile(response, folder, url.pathname);
    }
  }

  return {
    address: `${origin}/`,
    host(options = {}) {
      const id = `test-${++count}`;
      const carrier = (sample: SandboxAzure) => quickAnswers({ ...sample, ...options.azure?.(sample) });
      const { wizard, close } = host(id, { userName, ...options, azure: carrier });
      return { ...wizard, address: `${origin}/?page=${id}`, close };
    },
    async stop() {
      for (const one of hosted.values()) one.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The user who is signed in to the sample. */
const userName = anna.client;

const lifelike: SampleWizardOptions = {
  userName,
  sample: { pace: 'lifelike' },
  timing: { retryDelayMs: 800, longestWait: 10 },
  azure: () => ({ watchIntervalMs: 1000 }),
};

/**
 * Operations of Azure aren't waited for: at a realistic pace the test moves the sample's clock, and the product polls
 * immediately.
 */
function quickAnswers(sample: { readonly httpClient: HttpClient }): { readonly httpClient: HttpClient } {
  const sendRequest: HttpClient['sendRequest'] = async (request) => {
    const response = await sample.httpClient.sendRequest(request);
    const asksToWait = response.status < 400 && response.headers.has('retry-after');
    if (asksToWait) response.headers.set('retry-after', '0.01');
    return response;
  };
  return { httpClient: { sendRequest } };
}

function languageOf(url: URL): string {
  return displayLanguage(url.searchParams.get('lang') ?? 'en');
}

/** The policy is the real page's, and additionally allows the connection to its host. */
function sendPage(response: ServerResponse, folder: string, language: string): void {
  const title = messagesIn(language)('wizard.title');
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
    .replace('lang="en"', `lang="${language}"`)
    .replace(/<title>.*<\/title>/, () => `<title>${title}</title>`);
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(page);
}

/** Sends one of the page's own files, and nothing else. */
function sendFile(response: ServerResponse, folder: string, path: string): void {
  const type = types[path];
  if (type === undefined) {
    response.writeHead(404).end();
    return;
  }
  const content = readFileSync(join(folder, path));
  response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(content);
}

async function takePost(
  request: IncomingMessage,
  response: ServerResponse,
  found: Hosted | undefined,
): Promise<void> {
  found?.port.take(await bodyOf(request));
  response.writeHead(found ? 204 : 404).end();
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
}
