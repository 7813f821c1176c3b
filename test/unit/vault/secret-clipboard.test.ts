import { describe, expect, test } from 'vitest';
import { CLIPBOARD_SECONDS, createSecretClipboard } from '../../../main/vault/secret-clipboard.ts';

const SECRET = 'Abc8Q~just-made';

/** A clipboard that shows what it holds, and time that is moved by hand. */
const rig = (offers = true) => {
  const held: { text: string | null } = { text: 'shopping list' };
  const waiting: { readonly milliseconds: number; readonly pass: () => void }[] = [];
  const clipboard = createSecretClipboard(
    {
      write: async (text) => {
        if (offers) held.text = text;
        return offers;
      },
      read: async () => held.text,
      clear: async () => {
        held.text = '';
      },
    },
    (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        waiting.push({ milliseconds, pass: () => resolve() });
        signal.addEventListener('abort', () => reject(new Error('aborted')), { once: true });
      }),
  );
  const pass = async (which = waiting.length - 1): Promise<void> => {
    waiting[which]?.pass();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { clipboard, held, waiting, pass };
};

describe('C36: a copied secret does not stay on the clipboard', () => {
  test('it is cleared after thirty seconds', async () => {
    const { clipboard, held, waiting, pass } = rig();
    expect(await clipboard.copy(SECRET)).toBe(true);
    expect(held.text).toBe(SECRET);
    expect(waiting.map(({ milliseconds }) => milliseconds)).toEqual([CLIPBOARD_SECONDS * 1000]);
    await pass();
    expect(held.text).toBe('');
  });

  test('what the person copied since is left alone', async () => {
    const { clipboard, held, pass } = rig();
    await clipboard.copy(SECRET);
    held.text = 'something else';
    await pass();
    expect(held.text).toBe('something else');
  });

  test('a second secret has its own thirty seconds', async () => {
    const { clipboard, held, pass } = rig();
    await clipboard.copy(SECRET);
    await clipboard.copy('another');
    await pass(0);
    expect(held.text).toBe('another');
    await pass(1);
    expect(held.text).toBe('');
  });

  test('the end of the console clears it at once', async () => {
    const { clipboard, held } = rig();
    await clipboard.copy(SECRET);
    await clipboard.close();
    expect(held.text).toBe('');
    held.text = 'later';
    await clipboard.close();
    expect(held.text).toBe('later');
  });

  test('where there is no clipboard nothing is copied, and it says so', async () => {
    const { clipboard, held, waiting } = rig(false);
    expect(await clipboard.copy(SECRET)).toBe(false);
    expect([held.text, waiting.length]).toEqual(['shopping list', 0]);
  });
});
