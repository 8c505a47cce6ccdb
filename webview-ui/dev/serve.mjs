// node webview-ui/dev/serve.mjs [port]: the page in a plain browser, built again at each change.
import { serveDevPage } from './build.mjs';

const server = await serveDevPage(Number(process.argv[2] ?? 0));
await server.watch();
process.stdout.write(`${server.address}?scenario=deny-all&theme=dark\n`);
