/** What a report on agreement costs. `node bench/agreement/report.mjs [--quick]`. */
import { runBuilt } from './run-built.mjs';

await runBuilt('reporting', ['--max-old-space-size=2048']);
