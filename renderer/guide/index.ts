/** The walkthroughs: `GuidePane` at the right of every page, `GuideCard` on Home. */
export { GuideCard } from './guide-card.tsx';
export { GuidePane } from './guide-pane.tsx';
