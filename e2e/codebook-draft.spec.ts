import { expect, test } from './app.ts';
import { CodebookPage } from './pages/codebook.page.ts';

test('a draft of the codebook is found again after a restart, until it is discarded', async ({
  launch,
  projects,
}) => {
  const folder = await projects.make('Draft');
  let app = await launch({ project: folder, analyst: 'Lena Moor' });
  let codebook = new CodebookPage(app.page);
  await app.page.keyboard.press('Control+Shift+b');
  await codebook.entry('Labels', 'Threat').click();
  await codebook.field('Name').fill('Menace');
  await expect(codebook.state).toContainText('1 change not published');

  // At once: what was written last is kept by closing.
  app = await app.restart();
  codebook = new CodebookPage(app.page);
  await expect(
    app.page.getByText(/^Your draft of the codebook is here as you left it/u),
  ).toBeAttached();
  await app.page.keyboard.press('Control+Shift+b');
  await codebook.entry('Labels', 'Menace').click();
  await expect(codebook.state).toContainText('1 change not published');
  await codebook.field('Name').fill('Threat');
  await expect(codebook.state).toContainText('version 1 in use');

  app = await app.restart();
  codebook = new CodebookPage(app.page);
  await app.page.keyboard.press('Control+Shift+b');
  await expect(codebook.entry('Labels', 'Threat')).toBeVisible();
  await expect(codebook.state).toContainText('version 1 in use');
});

test('closing a project with a draft says that it is kept', async ({ launch, projects }) => {
  const folder = await projects.make('Kept');
  const app = await launch({ project: folder, analyst: 'Lena Moor' });
  const codebook = new CodebookPage(app.page);
  await app.page.keyboard.press('Control+Shift+b');
  await codebook.entry('Labels', 'Threat').click();
  await codebook.field('Name').fill('Menace');
  await expect(codebook.state).toContainText('1 change not published');
  await app.page.keyboard.press('Control+k');
  await app.page.keyboard.type('Close project');
  await app.page.keyboard.press('Enter');
  await expect(
    app.page.getByText(/^Your draft of the codebook is kept on this computer/u),
  ).toBeVisible();
});
