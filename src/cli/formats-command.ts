import { FORMATS } from '../core/formats/index.ts';
import type { Command } from './command.ts';

/** `formats` → what can be read and written, one entry a format (DESIGN §9). */
export const formatsCommand: Command = {
  name: 'formats',
  operands: [0, 0],
  options: [],
  run() {
    const rows = FORMATS.map((format) => ({
      id: format.id,
      label: format.label,
      extensions: [...format.extensions],
      reads: format.read !== undefined,
      writes: format.write !== undefined,
      offsetUnit: format.offsetUnit,
      overlap: format.can.overlap,
      discontinuous: format.can.discontinuous,
      relations: format.can.relations,
      attributes: format.can.attributes,
      analysts: format.can.analysts,
    }));
    const lines = rows.map(({ id, label, reads, writes }) => {
      const ways = [reads ? 'read' : '', writes ? 'write' : ''].filter((way) => way !== '');
      return `${id.padEnd(18)}${ways.join(', ').padEnd(14)}${label}`;
    });
    return Promise.resolve({ exit: 0, json: rows, text: lines });
  },
};
