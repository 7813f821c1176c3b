import fc from 'fast-check';
import { expect, test } from 'vitest';
import { errorOf, openLab, person } from './rig.ts';
import { url } from './url-arbitrary.ts';

const lab = openLab({ seed: { records: { accounts: 12, contacts: 15, tasks: 10 } } });
const admin = person('admin');

/** `npm run fuzz` asks for more. */
const numRuns = Math.ceil(Number(process.env['FUZZ_INPUTS'] ?? 6_000) / 20);

test('every address is answered in time: with a result, or with 4xx or 501, a code and a sentence', () => {
  fc.assert(
    fc.property(
      url,
      fc.constantFrom(
        '',
        'odata.maxpagesize=2',
        'odata.include-annotations="*"',
        'odata.track-changes,odata.maxpagesize=1',
      ),
      (it, prefer) => {
        const answer = lab.get(admin, it, prefer === '' ? {} : { prefer });
        if (answer.status < 400) return;
        expect(answer.status === 501 || answer.status < 500).toBe(true);
        expect(errorOf(answer).code).toMatch(/^0x[0-9a-f]{8}$/i);
        expect(errorOf(answer).message).not.toBe('');
      },
    ),
    { numRuns },
  );
});
