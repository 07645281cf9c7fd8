import type { Handlers } from '../../ipc/server.ts';
import { agreementHandlers } from './agreement-handlers.ts';
import { articleHandlers } from './article-handlers.ts';
import { bundleHandlers } from './bundle-handlers.ts';
import { codebookDraftHandlers } from './codebook-draft-handlers.ts';
import { codebookHandlers } from './codebook-handlers.ts';
import { commentDraftHandlers } from './comment-draft-handlers.ts';
import { countsHandlers } from './counts-handlers.ts';
import { exportHandlers } from './export-handlers.ts';
import { importHandlers } from './import-handlers.ts';
import { keysHandlers } from './keys-handlers.ts';
import { layerHandlers } from './layer-handlers.ts';
import { projectHandlers } from './project-handlers.ts';
import { recipeHandlers } from './recipe-handlers.ts';
import { reviewHandlers } from './review-handlers.ts';
import { searchHandlers } from './search-handlers.ts';
import { secondLookHandlers } from './second-look-handlers.ts';
import type { ServiceOptions } from './service-options.ts';
import { statisticsHandlers } from './statistics-handlers.ts';
import { teamHandlers } from './team-handlers.ts';
import { unsavedHandlers } from './unsaved-handlers.ts';

/** The application without a window: implements the contract over one session. */
export function createService(options: ServiceOptions): Handlers {
  return {
    ...projectHandlers(options),
    ...articleHandlers(options.session),
    ...importHandlers(options),
    ...codebookHandlers(options),
    ...codebookDraftHandlers(options),
    ...commentDraftHandlers(options),
    ...secondLookHandlers(options),
    ...exportHandlers(options),
    ...recipeHandlers(options),
    ...statisticsHandlers(options),
    ...agreementHandlers(options),
    ...countsHandlers(options),
    ...layerHandlers(options),
    ...reviewHandlers(options),
    ...bundleHandlers(options),
    ...searchHandlers(options),
    ...keysHandlers(options),
    ...teamHandlers(options),
    ...unsavedHandlers(options.dialogs),
  };
}
