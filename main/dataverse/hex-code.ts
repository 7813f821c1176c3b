/**
 * Normalises an error code of Dataverse to `0x` and eight upper-case hex digits. The service writes the hex in either
 * case and older clients write the HRESULT as a negative decimal (Microsoft Learn: compose-http-requests-handle-errors,
 * web-service-error-codes). Null when the text is neither.
 */
export const hexCode = (text: string): string | null => {
  const trimmed = text.trim();
  if (/^0x[0-9a-f]{1,8}$/i.test(trimmed)) return `0x${trimmed.slice(2).toUpperCase().padStart(8, '0')}`;
  if (!/^-?\d{1,10}$/.test(trimmed)) return null;
  const value = Number(trimmed);
  if (value < -0x80000000 || value > 0xffffffff) return null;
  return `0x${(value >>> 0).toString(16).toUpperCase().padStart(8, '0')}`;
};
