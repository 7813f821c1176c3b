/**
 * Whether a client that sends this Accept header takes an answer of a type (RFC 9110, 12.5.1; which parameters it has is not looked at).
 * Plain text, as counts and single values are, is sent to everybody: published clients ask for it as JSON.
 */
export function takesType(accept: string | undefined, contentType: string | undefined): boolean {
  if (accept === undefined || accept.trim() === '' || contentType === undefined) return true;
  const [type = ''] = contentType.split(';');
  if (type === 'text/plain') return true;
  return accept.split(',').some((it) => {
    const [range = '', ...parameters] = it.split(';').map((part) => part.trim().toLowerCase());
    if (parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter))) return false;
    return range === '*/*' || range === type || range === `${type.split('/')[0] ?? ''}/*`;
  });
}
