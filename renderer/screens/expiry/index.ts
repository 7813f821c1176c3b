export { ExpiryBadge } from './expiry-badge.tsx';
export { ExpiryScreen } from './expiry-screen.tsx';
