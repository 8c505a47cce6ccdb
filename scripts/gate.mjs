// The only access from a browser to a VS Code server: anyone with access to the server can run programs. The server
// listens on a socket in a folder that no other user of this machine can enter. The gate listens on loopback and
// accepts requests with the token: docs/decisions/0072-protect-the-vs-code-server-with-a-token-gate.md.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, request as send } from 'node:http';
import { connect } from 'node:net';

/** @typedef {import('node:http').IncomingMessage} IncomingMessage */
/** @typedef {import('node:http').ServerResponse} ServerResponse */
/** @typedef {import('node:stream').Duplex} Duplex */

/**
 * @typedef {object} TokenGate
 * @property {string} origin `http://127.0.0.1:<port>`
 * @property {(query?: Readonly<Record<string, string>>) => string} address what a person opens, with the token in it
 * @property {() => Promise<void>} close
 */

/** Host names that always mean this machine. Any other name may belong to a web page and resolve to this machine. */
const ownNames = ['127.0.0.1', 'localhost'];

/** @param {string} text */
const digest = (text) => createHash('sha256').update(text).digest();
/** @param {string} one @param {string} other */
const isSame = (one, other) => timingSafeEqual(digest(one), digest(other));

/**
 * Opens a gate in front of the server that listens on `socketPath`.
 * @param {string} socketPath
 * @returns {Promise<TokenGate>}
 */
export async function openGate(socketPath) {
  const token = randomBytes(32).toString('base64url');
  const server = createServer((request, response) => {
    if (!hasOwnName(request)) response.writeHead(403).end();
    else if (isGreeting(request)) greet(request, response);
    else if (!isFromHere(request)) response.writeHead(403).end();
    else if (!hasCookie(request)) response.writeHead(401).end('Open the address that npm start printed.');
    else forward(request, response, socketPath);
  });
  server.on('upgrade', (request, socket, head) => {
    const mayPass = hasOwnName(request) && isFromHere(request) && hasCookie(request);
    if (mayPass) join(request, socket, head, socketPath);
    else socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const bound = server.address();
  const port = bound !== null && typeof bound === 'object' ? bound.port : 0;
  const origin = `http://127.0.0.1:${port}`;
  // Cookies belong to a host whatever its port, so each gate has its own cookie name.
  const cookie = `aml-gate-${port}`;

  /** Checks whether a request is for the URL that a user opens. @param {IncomingMessage} request */
  function isGreeting({ method, url = '' }) {
    const shown = new URL(url, origin).searchParams.get('tkn');
    return method === 'GET' && shown !== null && isSame(shown, token);
  }

  /**
   * Exchanges the token for a cookie. The page itself navigates to the server: a redirect would count as coming from
   * wherever the URL was opened, and a strict cookie isn't sent then.
   * @param {IncomingMessage} request @param {ServerResponse} response
   */
  function greet({ url = '', headers }, response) {
    const { pathname, searchParams } = new URL(url, origin);
    searchParams.delete('tkn');
    const next = `http://${headers.host}${pathname}?${searchParams}`.replaceAll('&', '&amp;');
    response.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'",
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
      'Set-Cookie': `${cookie}=${token}; Path=/; HttpOnly; SameSite=Strict`,
    });
    response.end(`<!doctype html><meta http-equiv="refresh" content="0; url=${next}">`);
  }

  /** @param {IncomingMessage} request */
  function hasCookie({ headers }) {
    const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
    return pairs.some(([name, value = '']) => name === cookie && isSame(value, token));
  }

  return {
    origin,
    address: (query = {}) => `${origin}/?${new URLSearchParams({ ...query, tkn: token })}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** @param {IncomingMessage} request */
function hasOwnName({ headers: { host = '' }, url = '' }) {
  return ownNames.includes(host.replace(/:\d+$/, '')) && url.startsWith('/');
}

/**
 * True for a request from a page of this server, or from no page. A page can't set these headers. The cookie isn't
 * enough: a browser also sends it for a page of another port of this machine.
 * @param {IncomingMessage} request
 */
function isFromHere({ headers: { host, origin, 'sec-fetch-site': site } }) {
  const isOwnPage = origin === undefined || origin === `http://${host}`;
  return isOwnPage && (site === undefined || site === 'same-origin' || site === 'none');
}

/** @param {IncomingMessage} request @param {ServerResponse} response @param {string} socketPath */
function forward(request, response, socketPath) {
  const { method, url, headers } = request;
  const upstream = send({ socketPath, method, path: url, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
    answer.pipe(response);
    answer.on('error', () => response.destroy());
  });
  upstream.on('error', () => (response.headersSent ? response.destroy() : response.writeHead(502).end()));
  response.on('close', () => upstream.destroy());
  request.pipe(upstream);
}

/**
 * Connects a WebSocket with the server's.
 * @param {IncomingMessage} request @param {Duplex} socket @param {Buffer} head @param {string} socketPath
 */
function join({ method, url, httpVersion, rawHeaders }, socket, head, socketPath) {
  const upstream = connect(socketPath, () => {
    const lines = [];
    for (let at = 0; at < rawHeaders.length; at += 2) lines.push(`${rawHeaders[at]}: ${rawHeaders[at + 1]}`);
    upstream.write(`${method} ${url} HTTP/${httpVersion}\r\n${lines.join('\r\n')}\r\n\r\n`);
    upstream.write(head);
    upstream.pipe(socket).pipe(upstream);
  });
  socket.on('error', () => upstream.destroy());
  upstream.on('error', () => socket.destroy());
  socket.on('close', () => upstream.destroy());
  upstream.on('close', () => socket.destroy());
}
