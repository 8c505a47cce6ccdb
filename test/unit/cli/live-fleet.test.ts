import { expect, it } from 'vitest';
import { ran } from './ran';
import { signedIn } from './signed-in';

it('prints the same for a live query as for files with its pages, with a request for each page', async () => {
  const azure = signedIn();
  const pages: string[] = [];
  const account = {
    signIn: async () => {
      const own = await azure.account.signIn!({ values: {} });
      const graphPages: typeof own.graphPages = async (...args) => {
        const found = await own.graphPages(...args);
        pages.push(...found);
        return found;
      };
      return { ...own, graphPages };
    },
  };
  const live = await ran('check --fleet --live', {}, { account });
  const calls = azure.sample.traffic.map(({ method, path }) => `${method} ${path.split('?')[0]}`);
  expect(calls).toEqual([
    'GET /subscriptions',
    ...pages.map(() => 'POST /providers/Microsoft.ResourceGraph/resources'),
  ]);
  const files = Object.fromEntries(pages.map((text, at) => [`page-${at}.json`, text]));
  const fromFiles = await ran(`check --fleet ${Object.keys(files).join(' ')}`, files);
  expect({ out: live.out, error: live.error, code: live.code }).toEqual({
    out: fromFiles.out,
    error: fromFiles.error,
    code: fromFiles.code,
  });
});

it('ends with exit code 3 if Azure refuses the query', async () => {
  const azure = signedIn();
  azure.sample.faults.next({ match: /ResourceGraph/, status: 403, code: 'AuthorizationFailed' });
  const { code, error, out } = await ran('check --fleet --live', {}, azure);
  expect({ code, out }).toEqual({ code: 3, out: '' });
  expect(error).toContain('You don’t have permission to read Azure Resource Graph.');
});
