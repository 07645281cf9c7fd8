import type { ElectronApplication } from '@playwright/test';

/** Answers the dialogs of the system, which no test can press. */
export class SystemDialogs {
  private readonly electron: ElectronApplication;

  constructor(electron: ElectronApplication) {
    this.electron = electron;
  }

  /** The next choices of files or a folder end with these paths; none means that they are closed. */
  async choose(...paths: string[]): Promise<void> {
    await this.electron.evaluate(({ dialog }, filePaths) => {
      dialog.showOpenDialog = () =>
        Promise.resolve({ canceled: filePaths.length === 0, filePaths });
    }, paths);
  }

  /** Title of the next dialog that asks what to open, which is closed, once it has come. */
  async nextTitle(open: () => Promise<void>): Promise<string | undefined> {
    await this.electron.evaluate(({ dialog }) => {
      const asked = globalThis as { askedTitle?: Promise<string | undefined> };
      asked.askedTitle = new Promise((resolve) => {
        dialog.showOpenDialog = (...args: readonly unknown[]) => {
          resolve((args.at(-1) as { readonly title?: string }).title);
          return Promise.resolve({ canceled: true, filePaths: [] });
        };
      });
    });
    await open();
    return this.electron.evaluate(
      () => (globalThis as { askedTitle?: Promise<string | undefined> }).askedTitle,
    );
  }

  /** The next questions where to save end with this path; none means that they are closed. */
  async saveAs(file?: string): Promise<void> {
    await this.electron.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: filePath === '', filePath });
    }, file ?? '');
  }

  /** Message boxes are answered with the button of this number. */
  async press(button: number): Promise<void> {
    await this.electron.evaluate(({ dialog }, response) => {
      dialog.showMessageBox = () => Promise.resolve({ response, checkboxChecked: false });
    }, button);
  }
}
