/** The longest piece, in UTF-16 units, in which a text is handed over to be saved: however it is escaped, a request holds it. */
export const TEXT_PIECE_LENGTH = 128 * 1024;

/** The longest text that is saved, in UTF-16 units. */
export const MOST_TEXT_LENGTH = 128 * 1024 * 1024;

/** Where a piece of a text ends that may not be longer than this: never between the two halves of a character. */
export const pieceEnd = (text: string, longest: number): number => {
  if (text.length <= longest) return text.length;
  const last = text.charCodeAt(longest - 1);
  return last >= 0xd800 && last <= 0xdbff ? longest - 1 : longest;
};
