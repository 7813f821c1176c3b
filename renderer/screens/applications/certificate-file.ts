/** Larger files do not fit into one secret once they are base64 text. */
export const MOST_CERTIFICATE_BYTES = 48 * 1024;
/** A certificate, its key, and what came with them. */
export const MOST_CERTIFICATE_FILES = 4;
