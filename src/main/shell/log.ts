/** Reports a bug to the console that started the application. Never shown to the person as it is. */
export function reportBug(where: string, cause: unknown): void {
  const text = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  process.stderr.write(`verbale: ${where}: ${text}\n`);
}
