/** Changes of roles that one plan takes at most. */
export const MOST_ROLE_CHANGES = 400;
