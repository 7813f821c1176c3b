const FIRST_SIZE = 256 * 1024;
/** Bytes that a UTF-16 unit can take in UTF-8. */
const MOST_BYTES = 3;
/** Lines go over in bundles of this many units: a call for each costs more than its bytes, and a longer text would have to be put together. */
const BUNDLE = 16_384;

/**
 * Gathers lines as bytes, one after the other in the same memory. What `take` gives is valid until the next `add`.
 */
export const createLineBytes = () => {
  let bytes = Buffer.allocUnsafe(FIRST_SIZE);
  let length = 0;
  let bundle = '';

  const encode = (): void => {
    const most = bundle.length * MOST_BYTES;
    if (bytes.length - length < most) {
      const larger = Buffer.allocUnsafe(Math.max(bytes.length * 2, length + most));
      bytes.copy(larger, 0, 0, length);
      bytes = larger;
    }
    length += bytes.write(bundle, length);
    bundle = '';
  };
  return {
    add: (line: string): void => {
      bundle += line;
      if (bundle.length >= BUNDLE) encode();
    },
    take: (): Uint8Array => {
      encode();
      const taken = bytes.subarray(0, length);
      length = 0;
      return taken;
    },
  };
};
