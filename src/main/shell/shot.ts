import { writeFile } from 'node:fs/promises';
import type { BrowserWindow } from 'electron';
import { app } from 'electron';

async function write(window: BrowserWindow, file: string): Promise<void> {
  const picture = await window.webContents.capturePage();
  if (picture.isEmpty()) throw new Error('the picture is empty');
  await writeFile(file, picture.toPNG());
  const { width, height } = picture.getSize();
  process.stdout.write(`Picture saved: ${file} (${width} × ${height})\n`);
}

/**
 * Saves a picture of the window as PNG and ends the application: with 0 when the file is
 * written, with 1 otherwise.
 */
export function saveShot(window: BrowserWindow, file: string): void {
  write(window, file)
    .catch((cause: unknown) => {
      const reason = cause instanceof Error ? cause.message : String(cause);
      process.stderr.write(`The picture could not be saved to ${file}: ${reason}\n`);
      process.exitCode = 1;
    })
    .finally(() => {
      app.quit();
    });
}
