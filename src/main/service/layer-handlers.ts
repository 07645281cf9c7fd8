import type { Handlers } from '../../ipc/server.ts';
import type { ServiceOptions } from './service-options.ts';
import { submitLayers } from './submit-layers.ts';

/** The life of a layer. */
export function layerHandlers({ session }: ServiceOptions): Pick<Handlers, 'layer.submit'> {
  return {
    'layer.submit': async ({ articleIds }) => {
      const open = session.need();
      return open.ok ? submitLayers(open.value, articleIds) : open;
    },
  };
}
