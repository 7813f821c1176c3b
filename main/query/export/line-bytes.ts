const FIRST_SIZE = 256 * 1024;
/** Bytes that a UTF-16 unit can take in UTF-8. */
const MOST_BYTES = 3;

/**
 * Gathers lines as bytes, one after the other in the same memory: one long text would first have to be put together, which takes longer than
 * making it. What `take` gives is valid until the next `add`.
 */
export const createLineBytes = () => {
  let bytes = Buffer.allocUnsafe(FIRST_SIZE);
  let length = 0;
  return {
    add: (line: string): void => {
      const most = line.length * MOST_BYTES;
      if (bytes.length - length < most) {
        const larger = Buffer.allocUnsafe(Math.max(bytes.length * 2, length + most));
        bytes.copy(larger, 0, 0, length);
        bytes = larger;
      }
      length += bytes.write(line, length);
    },
    take: (): Uint8Array => {
      const taken = bytes.subarray(0, length);
      length = 0;
      return taken;
    },
  };
};
