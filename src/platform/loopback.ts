/** Returns whether a URL refers to the machine that opens it, which is another machine than this one if VS Code is remote. */
export function isLoopback(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname.endsWith('.localhost') || loopbacks.test(hostname);
}

/**
 * Loopback addresses as `URL` writes them. `0.0.0.0` and `::` aren't valid destinations, and browsers treat them as
 * this machine.
 */
const loopbacks = /^(127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1?\])$/;
