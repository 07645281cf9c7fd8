import { describe, expect, test } from 'vitest';
import { missingLibraries, packagesFor } from './system-packages.mjs';

const REPORT = `\tlinux-vdso.so.1 (0x00007ffd9d5f2000)
\tlibffmpeg.so => /opt/electron/libffmpeg.so (0x00007f6e7d400000)
\tlibdl.so.2 => /lib/x86_64-linux-gnu/libdl.so.2 (0x00007f6e89c0a000)
\tlibnss3.so => not found
\tlibnssutil3.so => not found
\tlibgtk-3.so.0 => not found
\tlibasound.so.2 => not found
\tlibgbm.so.1 => not found
\tlibgtk-3.so.0 => not found
\t/lib64/ld-linux-x86-64.so.2 (0x00007f6e89c1f000)
`;

describe('missingLibraries', () => {
  test('finds each library that ldd did not find, once', () => {
    expect(missingLibraries(REPORT)).toEqual([
      'libnss3.so',
      'libnssutil3.so',
      'libgtk-3.so.0',
      'libasound.so.2',
      'libgbm.so.1',
    ]);
  });

  test.each([[''], ['\tnot a dynamic executable\n'], ['\tlibc.so.6 => /lib/libc.so.6 (0x1)\n']])(
    'finds none in %j',
    (report) => {
      expect(missingLibraries(report)).toEqual([]);
    },
  );
});

describe('packagesFor', () => {
  test('names each package once, and GTK’s for what GTK brings', () => {
    expect(packagesFor(missingLibraries(REPORT))).toEqual([
      'libasound2',
      'libgbm1',
      'libgtk-3-0',
      'libnss3',
    ]);
    expect(packagesFor(['libatk-1.0.so.0', 'libcups.so.2', 'libpango-1.0.so.0'])).toEqual([
      'libgtk-3-0',
    ]);
    expect(packagesFor([])).toEqual([]);
  });
});
