import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './app.ts';
import { expectNoViolations } from './axe.ts';
import { dropFiles } from './drop.ts';

test('a bundle is taken in after its report, taken back, and one’s own work is handed over', async ({
  launch,
  projects,
  scratch,
  verbale,
}) => {
  const theirs = path.join(scratch, 'ben.vbundle');
  const copy = await projects.sample('theirs');
  const made = await verbale('bundle', copy, '--analyst', 'Ben Orr', '--out', theirs);
  expect(made, made.stderr).toMatchObject({ exit: 0 });
  const mine = await projects.sample('mine');
  const app = await launch({ project: mine, analyst: 'Ada Ley' });
  const { page } = app;
  await expect(page.getByRole('banner')).toBeVisible();

  await dropFiles(page, [theirs]);
  const report = page.getByRole('dialog', { name: 'Take in' });
  const apply = report.getByRole('button', { name: 'Take in', exact: true });
  await expect(report.getByRole('region', { name: 'Bundle ben.vbundle' })).toContainText('Ben Orr');
  await expect(apply).toBeDisabled();
  await expectNoViolations(page, 'the report', '[role="dialog"]');
  await report.getByRole('checkbox', { name: /this is their key/u }).press('Space');
  await page.keyboard.press('Control+Enter');
  const receipt = page.getByRole('dialog', { name: 'Taken in' });
  await expect(receipt.getByRole('status')).toContainText('Ben Orr');
  const back = receipt.getByRole('button', { name: 'Take back the bundle of Ben Orr' });
  await back.press('Enter');
  await expect(receipt.or(report).getByRole('button', { name: /again/u })).toBeVisible();
  await page.keyboard.press('Escape');

  const out = path.join(scratch, 'ada.vbundle');
  await app.dialogs.saveAs(out);
  await page.getByRole('button', { name: 'Geneva' }).first().press('Enter');
  await page.getByRole('menuitem', { name: 'Hand over…' }).press('Enter');
  const hand = page.getByRole('dialog', { name: 'Hand over' });
  await hand.getByRole('radio', { name: 'Who knows a passphrase' }).press('Space');
  await hand.getByRole('textbox', { name: 'Passphrase' }).fill('four words');
  await hand.getByRole('textbox', { name: 'Once more' }).fill('four words');
  await expectNoViolations(page, 'handing over', '[role="dialog"]');
  await page.keyboard.press('Control+Enter');
  await expect(hand.getByRole('region', { name: 'The bundle is written' })).toContainText(out);
  expect((await readFile(out, 'latin1')).startsWith('age-encryption.org/v1\n-> scrypt ')).toBe(
    true,
  );
  await page.keyboard.press('Escape');
  await app.quit();
  await projects.verify(mine);
});
