// node webview-ui/dev/serve.mjs [port]: the wizard in a plain browser, over the real session and the sample. The page
// is built again at each change; a change of the host behind it needs another start.
import { buildPage, pageFolder, watchPage } from './build.mjs';

const { startPageHost } = await buildPage();
await watchPage();
const { address } = await startPageHost(pageFolder, Number(process.argv[2] ?? 0));
process.stdout.write(`${address}?theme=dark\n`);
