import { z } from 'zod';
import {
  type BundleManifest,
  MANIFEST_FILE,
  manifestText,
  readManifest,
  SIGNATURE_FILE,
} from '../../../core/log/bundle-manifest.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { sha256 } from '../../store/articles.ts';
import { isSignedBy, type SigningKey } from '../../store/signing.ts';
import { packBundle, packingFault, unpackBundle } from './bundle-zip.ts';

/** What is signed with a manifest, so that no other signature of the key can pass for it. */
const PURPOSE = 'verbale-bundle 1\n';

const signatureSchema = z.strictObject({
  format: z.literal('verbale-signature'),
  algorithm: z.literal('Ed25519'),
  key: z.string(),
  signature: z.string(),
});

/** A bundle whose every byte is what its signer signed. Who the signer is, is another question. */
export interface OpenedBundle {
  readonly manifest: BundleManifest;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** The parts of a manifest that do not follow from the files. */
export type BundleSummary = Omit<BundleManifest, 'format' | 'version' | 'minReader' | 'entries'>;

/** Makes a bundle. @param files every entry but manifest and signature, by name */
export async function sealBundle(
  summary: BundleSummary,
  files: ReadonlyMap<string, Uint8Array>,
  key: SigningKey,
): Promise<Uint8Array> {
  const entries = [...files]
    .map(([name, bytes]) => ({ name, bytes: bytes.length, sha256: sha256(bytes) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const manifest = manifestText({
    format: 'verbale-bundle',
    version: 1,
    minReader: 1,
    ...summary,
    entries,
  });
  const signature = `${JSON.stringify({
    format: 'verbale-signature',
    algorithm: 'Ed25519',
    key: key.publicKey,
    signature: key.sign(`${PURPOSE}${manifest}`),
  })}\n`;
  return packBundle(
    new Map([
      [MANIFEST_FILE, Buffer.from(manifest)],
      [SIGNATURE_FILE, Buffer.from(signature)],
      ...files,
    ]),
  );
}

function entryFault(
  { entries }: BundleManifest,
  files: ReadonlyMap<string, Uint8Array>,
): string | undefined {
  const listed = new Set([MANIFEST_FILE, SIGNATURE_FILE, ...entries.map(({ name }) => name)]);
  const extra = [...files.keys()].find((name) => !listed.has(name));
  if (extra !== undefined) return `It has an entry that its manifest does not name: “${extra}”.`;
  for (const { name, bytes, sha256: sum } of entries) {
    const file = files.get(name);
    if (file === undefined) return `Its entry “${name}” is missing.`;
    if (file.length !== bytes || sha256(file) !== sum) {
      return `Its entry “${name}” is not what was signed.`;
    }
  }
  return undefined;
}

function signatureFault(
  manifest: BundleManifest,
  text: string,
  file: Uint8Array | undefined,
): string | undefined {
  if (file === undefined) return 'It is not signed.';
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(file).toString('utf8'));
  } catch {
    return 'Its signature cannot be read.';
  }
  const parsed = signatureSchema.safeParse(value);
  if (!parsed.success) return 'Its signature cannot be read.';
  const { key, signature } = parsed.data;
  if (key !== manifest.from.key) return 'It is signed with another key than the one it names.';
  return isSignedBy(key, signature, `${PURPOSE}${text}`)
    ? undefined
    : 'Its signature does not fit: it was changed, or signed by somebody else.';
}

/**
 * Opens a bundle: bounds and names of the zip, manifest, hashes, signature, and every byte besides.
 * Refused, in words, with nothing believed.
 */
export async function openBundle(bytes: Uint8Array): Promise<Result<OpenedBundle, string>> {
  const unpacked = await unpackBundle(bytes);
  if (!unpacked.ok) return unpacked;
  const files = unpacked.value;
  const file = files.get(MANIFEST_FILE);
  if (file === undefined) return err('It is no bundle of Verbale: it has no manifest.');
  const text = Buffer.from(file).toString('utf8');
  const manifest = readManifest(text);
  if (!manifest.ok) return manifest;
  const fault =
    entryFault(manifest.value, files) ??
    signatureFault(manifest.value, text, files.get(SIGNATURE_FILE)) ??
    packingFault(bytes);
  return fault === undefined ? ok({ manifest: manifest.value, files }) : err(fault);
}
