import type { BenchPage } from './page.ts';

interface AccessibilityNode {
  readonly ignored?: boolean;
  readonly role?: { readonly value?: string };
  readonly name?: { readonly value?: string };
}

/** Characters that a screen reader can come to, blanks not counted. */
async function accessibleCharacters({ send }: BenchPage): Promise<number> {
  await send('Accessibility.enable');
  const { nodes } = (await send('Accessibility.getFullAXTree')) as {
    readonly nodes: readonly AccessibilityNode[];
  };
  await send('Accessibility.disable');
  const texts = nodes.filter(
    ({ ignored, role }) => ignored !== true && role?.value === 'StaticText',
  );
  return texts.reduce(
    (sum, { name }) => sum + (name?.value ?? '').replaceAll(/\s+/g, '').length,
    0,
  );
}

/** Matches of the browser's own search on the page. */
function findInPage({ window }: BenchPage, words: string): Promise<number> {
  return new Promise((resolve) => {
    window.webContents.on('found-in-page', (_event, { finalUpdate, matches }) => {
      if (!finalUpdate) return;
      window.webContents.stopFindInPage('clearSelection');
      resolve(matches);
    });
    window.webContents.findInPage(words);
  });
}

/** Whether search, selection and screen readers get the whole text. */
export async function lookAtWhole(page: BenchPage, needle: string, ownSelectAll: boolean) {
  const found = await findInPage(page, needle);
  if (!ownSelectAll) page.window.webContents.selectAll();
  await page.call('idle', 300);
  const { selected, all } = await page.call('selectedCharacters');
  return { found, selected, all, accessible: await accessibleCharacters(page) };
}
