import type { Handlers } from '../../ipc/server.ts';
import { articleHandlers } from './article-handlers.ts';
import { exportHandlers } from './export-handlers.ts';
import { importHandlers } from './import-handlers.ts';
import { projectHandlers } from './project-handlers.ts';
import type { ServiceOptions } from './service-options.ts';
import { unsavedHandlers } from './unsaved-handlers.ts';

/** The application without a window: implements the contract over one session. */
export function createService(options: ServiceOptions): Handlers {
  return {
    ...projectHandlers(options),
    ...articleHandlers(options.session),
    ...importHandlers(options),
    ...exportHandlers(options),
    ...unsavedHandlers(options.dialogs),
  };
}
