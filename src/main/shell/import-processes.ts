import { utilityProcess } from 'electron';
import { DEFAULT_LIMITS } from '../importers/limits.ts';
import { type SpawnWorker, workerArguments } from '../importers/worker-process.ts';
import { type ReadArticles, readInProcesses } from '../service/import-reading.ts';

function utilityWorkers(workerFile: string): SpawnWorker {
  return () => {
    const child = utilityProcess.fork(workerFile, [], {
      serviceName: 'Verbale import',
      execArgv: workerArguments(DEFAULT_LIMITS.memoryMegabytes),
      stdio: 'ignore',
    });
    return {
      send: (request) => {
        child.postMessage(request);
      },
      onMessage: (listener) => {
        child.on('message', listener);
      },
      onExit: (listener) => {
        child.once('exit', listener);
      },
      kill: () => {
        child.kill();
      },
    };
  };
}

/** Reads untrusted files in utility processes. @param workerFile the built worker */
export function readInUtilityProcesses(workerFile: string): ReadArticles {
  return readInProcesses(utilityWorkers(workerFile));
}
