/** Whether an address leads to the machine that opens it, which is another one than this where VS Code is remote. */
export function isLoopback(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname.endsWith('.localhost') || loopbacks.test(hostname);
}

/** As `URL` writes them. `0.0.0.0` and `::` are no addresses to go to, and browsers take them for this machine. */
const loopbacks = /^(127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1?\])$/;
