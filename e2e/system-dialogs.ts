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
