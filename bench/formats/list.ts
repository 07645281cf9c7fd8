import { FORMATS } from '../../src/core/formats/index.ts';

const formats = FORMATS.filter(({ write }) => write !== undefined).map(({ id, read }) => ({
  id,
  isRead: read !== undefined,
}));
process.stdout.write(JSON.stringify(formats));
