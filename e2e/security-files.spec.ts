import { mkdir, realpath, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileOfAddress } from '../src/main/shell/origin.ts';
import { expect, test } from './app.ts';

const WAYS_OUT = [
  'app://verbale/../secret.js',
  'app://verbale/%2e%2e/secret.js',
  'app://verbale/..%2fsecret.js',
  'app://verbale/..%2Fsecret.js',
  'app://verbale/..%5csecret.js',
  'app://verbale/%2e%2e%2fsecret.js',
  'app://verbale/..%252fsecret.js',
  'app://verbale/a/..%2f..%2fsecret.js',
  'app://verbale/index.html%00.js',
  'app://verbale/%00',
  'app://verbale/%ff',
  'app://verbale//etc/passwd',
  'app://verbale/%2fetc%2fpasswd',
  'app://verbale/out.js',
  'app://verbale/sub/link/secret.js',
  'app://other/index.html',
  'app://verbale.example/index.html',
  'app://user@other/index.html',
  'app://verbale:81/index.html',
  'file:///etc/passwd',
  'https://verbale/index.html',
  'not an address',
];

test('an address leads to files of the page only', async ({ scratch }) => {
  const root = await realpath(scratch);
  const pages = path.join(root, 'pages');
  await mkdir(path.join(pages, 'sub'), { recursive: true });
  await writeFile(path.join(root, 'secret.js'), 'secret');
  await writeFile(path.join(pages, 'index.html'), 'page');
  await writeFile(path.join(pages, 'sub/asset.js'), 'asset');
  await symlink('../secret.js', path.join(pages, 'out.js'));
  await symlink('../..', path.join(pages, 'sub/link'));

  expect(await fileOfAddress(pages, 'app://verbale/')).toBe(path.join(pages, 'index.html'));
  expect(await fileOfAddress(pages, 'app://verbale/sub/asset.js')).toBe(
    path.join(pages, 'sub/asset.js'),
  );
  for (const address of WAYS_OUT) {
    expect(await fileOfAddress(pages, address), address).toBeUndefined();
  }
});

test('the running app serves nothing outside the page', async ({ launch }) => {
  const { electron } = await launch();
  const answers = await electron.evaluate(
    async ({ net }, addresses) => {
      const found: (readonly [string, number | string])[] = [];
      for (const address of addresses) {
        try {
          found.push([address, (await net.fetch(address)).status]);
        } catch (cause) {
          found.push([address, String(cause)]);
        }
      }
      const posted = await net.fetch('app://verbale/index.html', { method: 'POST', body: 'x' });
      found.push(['POST', posted.status]);
      return found;
    },
    [
      ...WAYS_OUT.filter((address) => address.startsWith('app://verbale/')),
      'app://verbale/..%2fmain%2findex.js',
      'app://verbale/../main/index.js',
      'app://verbale/%2e%2e/%2e%2e/package.json',
    ],
  );
  for (const [address, outcome] of answers) expect(outcome, address).toBe(404);
});
