import { MEASURES } from '../../src/core/agreement/index.ts';
import type { Measure } from '../../src/core/agreement/measure.ts';
import type { JsonObject } from '../../src/core/model/json.ts';
import { INPUTS } from './inputs.ts';

const RUNS = 7;
const TIMES_LARGER = 4;
/** Time may grow by n to this; γ compares all with all to find who is near. */
const STEEPEST = new Map([['gamma', 2.3]]);
const USUALLY = 1.6;
/** Below it, the clock says more about the machine. */
const SHORTEST_MS = 5;

const quick = process.argv.includes('--quick');
const problems: string[] = [];

function fastest(run: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < RUNS; i += 1) {
    const began = performance.now();
    run();
    best = Math.min(best, performance.now() - began);
  }
  return best;
}

function timed(measure: Measure, input: JsonObject): number {
  return fastest(() => {
    const measured = measure.run(input);
    if (!measured.ok) throw new Error(`${measure.name}: ${measured.error}`);
    if (measured.value.value === null) throw new Error(`${measure.name}: ${measured.value.reason}`);
  });
}

function tell(measure: Measure): void {
  const [, making, most] = INPUTS.find(([names]) => names.test(measure.name)) ?? [];
  if (making === undefined || most === undefined) throw new Error(`no input for ${measure.name}`);
  const large = Math.max(1, quick ? Math.floor(most / 10) : most);
  const small = Math.max(1, Math.floor(large / TIMES_LARGER));
  const input = making(large);
  const text = JSON.stringify(input);
  const reading = fastest(() => {
    JSON.parse(text);
  });
  const ms = timed(measure, input);
  const before = timed(measure, making(small));
  const growth = large === small ? 0 : Math.log(ms / before) / Math.log(large / small);
  const steepest = STEEPEST.get(measure.name.split('_')[0] ?? '') ?? USUALLY;
  const row = [
    measure.name.padEnd(42),
    String(large).padStart(7),
    ms.toFixed(2).padStart(10),
    (ms / reading).toFixed(1).padStart(9),
    growth.toFixed(2).padStart(7),
  ];
  console.log(row.join(' '));
  if (before > SHORTEST_MS && growth > steepest) {
    problems.push(`${measure.name} grows with n to the ${growth.toFixed(2)}`);
  }
}

console.log(`${'measure'.padEnd(42)}       n         ms  × reading  growth (time ~ n to this)`);
for (const measure of MEASURES) tell(measure);
for (const problem of problems) console.log(`TOO MUCH: ${problem}`);
process.exitCode = problems.length > 0 ? 1 : 0;
