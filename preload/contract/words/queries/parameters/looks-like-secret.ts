/**
 * Whether a value is a secret rather than data: a client secret as Entra makes it (three characters, a digit, `Q~`), a token, a private key,
 * or a connection string. Such a value is used and not remembered.
 */
export const looksLikeSecret = (value: string): boolean => {
  const text = value.trim();
  return (
    /^.{3}\dQ~[\w.~-]{20,}$/.test(text) ||
    /eyJ[\w-]{8,}\.[\w-]{8,}\./.test(text) ||
    text.includes('-----BEGIN ') ||
    /(?:client[ _-]?secret|password|accountkey|sharedaccesskey)\s*=\s*\S/i.test(text)
  );
};
