import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hexCode } from '../../../main/dataverse/hex-code.ts';

describe('error codes of Dataverse', () => {
  test('either case and negative decimals name the same code', () => {
    expect(hexCode('0x8004f507')).toBe('0x8004F507');
    expect(hexCode('-2147220960')).toBe('0x80040220');
    expect(hexCode('-2147187962')).toBe('0x80048306');
    expect(hexCode('0x0')).toBe('0x00000000');
  });

  test('what is no code is null', () => {
    for (const text of ['', '0x', '0x123456789', 'PrivilegeDenied', '-99999999999', '1.5', '4294967296']) {
      expect(hexCode(text)).toBeNull();
    }
  });

  test('every 32-bit value is written the same from hex, signed and unsigned decimal', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffffff }), (value) => {
        const hex = `0x${value.toString(16)}`;
        const signed = String(value | 0);
        expect(hexCode(hex)).toMatch(/^0x[0-9A-F]{8}$/);
        expect(hexCode(signed)).toBe(hexCode(hex));
        expect(hexCode(String(value))).toBe(hexCode(hex));
      }),
    );
  });
});
