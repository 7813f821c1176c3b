import type { X509Certificate } from 'node:crypto';

/** Common name of a certificate's subject, or all of the subject when it has none: one line, as a label can be. */
export const nameOf = ({ subject }: Pick<X509Certificate, 'subject'>): string => {
  const commonName = /^CN=(.+)$/m.exec(subject)?.[1] ?? subject.replaceAll('\n', ', ');
  return (
    commonName
      // As RFC 4514, 2.4 writes them.
      .replaceAll(/\\([ "#+,;<=>\\])/g, '$1')
      .replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ')
      .slice(0, 120)
      .trim()
  );
};
