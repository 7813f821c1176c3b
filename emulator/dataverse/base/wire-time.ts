/** A time as Dataverse writes it: UTC with whole seconds. Input in milliseconds since the epoch. */
export const wireTime = (milliseconds: number): string =>
  `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;

const firstDay = Date.UTC(2024, 0, 8);

/** A moment between January 2024 and mid 2025 for generated rows; `share` is in [0, 1). */
export const generatedTime = (share: number): string =>
  wireTime(firstDay + Math.floor(share * 540 * 86_400_000));
