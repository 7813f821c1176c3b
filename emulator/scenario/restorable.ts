/** Takes what was remembered back, as often as it is called. */
export type Restore = () => void;

/** Something with a state that can be remembered. */
export type Restorable = { snapshot(): Restore };

/** Several of them as one. */
export const together = (parts: readonly Restorable[]): Restorable => ({
  snapshot: () => {
    const restores = parts.map((part) => part.snapshot());
    return () => {
      for (const restore of restores) restore();
    };
  },
});
