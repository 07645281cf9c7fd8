/**
 * Measures what each measure of agreement costs and how it grows with the data, as a ratio to reading
 * the same data once. `npm run bench:agreement`; with `--quick` on a tenth of the data. Exits 1 where
 * a measure grows faster than it may.
 */
import { runBuilt } from './run-built.mjs';

await runBuilt('measuring');
