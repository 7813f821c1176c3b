import { z } from 'zod';
import { appErrorSchema } from '../../../preload/contract/schemas.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { certificatePairs, checkedCertificate } from './pair-certificate.ts';
import type { CertificatePairs, CheckedCertificate } from './pair-certificate.ts';

/** What the thread is asked to do. */
export const threadTask = z.discriminatedUnion('task', [
  z.strictObject({ task: z.literal('read'), files: z.array(z.string()), password: z.string() }),
  z.strictObject({
    task: z.literal('make'),
    name: z.string(),
    bits: z.int(),
    notBefore: z.iso.datetime(),
    notAfter: z.iso.datetime(),
  }),
]);
export type ThreadTask = z.infer<typeof threadTask>;

const decode = <Value>(schema: z.ZodType<Value>, answered: unknown): Result<Value> => {
  const answer = z.discriminatedUnion('ok', [
    z.strictObject({ ok: z.literal(true), value: schema }),
    z.strictObject({ ok: z.literal(false), error: appErrorSchema }),
  ]);
  const read = answer.safeParse(answered);
  if (!read.success) return failed('certificate-unreadable', { problem: 'damaged' });
  return read.data.ok ? ok(read.data.value) : { ok: false, error: read.data.error };
};

/** Decodes what the thread found in files. */
export const readAnswer = (answered: unknown): Result<CertificatePairs> => decode(certificatePairs, answered);

/** Decodes the certificate that the thread made. */
export const madeAnswer = (answered: unknown): Result<CheckedCertificate> =>
  decode(checkedCertificate, answered);
