import { channelOfKey, type DocumentKey, logFile } from './layout.ts';
import { BEGINNING, type Position } from './log-scan.ts';
import type { Records } from './records.ts';
import type { ProjectData } from './snapshot-data.ts';
import { type Findings, isBlamed } from './verify-findings.ts';
import type { VerifiedLogs, VerifiedStream } from './verify-log.ts';

/** What to do about a log that is lost. */
const GO_ON =
  'Put the log back from a copy, or open the project once, in the window or with “verbale list”: a new log goes on from here.';

/** What is wrong with a stream, as far as `project.json` knows it. */
function pointerFault(stream: VerifiedStream | undefined, at: Position): string | undefined {
  if (stream === undefined) {
    return `This log is missing. What its ${at.s} edits came to is in the other files. ${GO_ON}`;
  }
  const { end, entries } = stream.verdict;
  if (end.s < at.s) {
    const which = end.s + 1 === at.s ? `Edit ${at.s} is` : `Edits ${end.s + 1} to ${at.s} are`;
    return `${which} missing at its end. What they came to is in the other files. ${GO_ON}`;
  }
  const entry = entries.find(({ op }) => op.s === at.s);
  const fits = entry === undefined ? at.s <= stream.base : entry.hash === at.h;
  return fits ? undefined : `Op ${at.s} is not the one it was.`;
}

/** Checks that the pointers of `project.json` fit the log. */
export function checkPointers(project: ProjectData, logs: VerifiedLogs, found: Findings): void {
  for (const [key, at] of Object.entries(project.sync.streams)) {
    const [replica = '', channel = ''] = key.split('/');
    const file = logFile(replica, channel);
    if (at.offset === 0) {
      if (at.s === 0) continue;
      // Given up when the project was opened without it: known, and told no more than that.
      logs.broken.add(channel);
      found.notices.push(
        `${file} was lost after ${at.s} edits; a new one begins with the next edit.`,
      );
      continue;
    }
    const message = pointerFault(logs.streams.get(key), at);
    if (message === undefined) continue;
    logs.broken.add(channel);
    if (!isBlamed(found, file)) found.problems.push({ file, message });
  }
  for (const [key, { project: id }] of logs.streams) {
    if (id === undefined || id === project.id) continue;
    found.problems.push({ file: `log/${key}.jsonl`, message: `This is a log of project ${id}.` });
  }
}

/** The logs that end before what the snapshots have of them, each with the last edit that they have. */
function lackingStreams(
  snapshots: ReadonlyMap<DocumentKey, Records>,
  logs: VerifiedLogs,
): ReadonlyMap<string, number> {
  const lacking = new Map<string, number>();
  for (const [key, { version }] of snapshots) {
    const channel = channelOfKey(key);
    for (const [replica, s] of Object.entries(version)) {
      const stream = `${replica}/${channel}`;
      const end = logs.streams.get(stream)?.verdict.end.s ?? 0;
      if (end < s) lacking.set(stream, Math.max(s, lacking.get(stream) ?? 0));
    }
  }
  return lacking;
}

/** Checks that the log reaches as far as the snapshots: where `project.json` is lost, only they know. */
export function checkReach(
  snapshots: ReadonlyMap<DocumentKey, Records>,
  logs: VerifiedLogs,
  found: Findings,
): void {
  // Of those that the log itself showed to be broken, it is told already; two may lack in one channel.
  const known = new Set(logs.broken);
  for (const [stream, s] of lackingStreams(snapshots, logs)) {
    const [replica = '', channel = ''] = stream.split('/');
    if (known.has(channel)) continue;
    const file = logFile(replica, channel);
    const message = pointerFault(logs.streams.get(stream), { ...BEGINNING, s });
    if (message !== undefined && !isBlamed(found, file)) found.problems.push({ file, message });
    logs.broken.add(channel);
  }
}
