import { SCREENS } from './screens/index.ts';
import { testScreens } from './test-screens.ts';

// Empty, loading, denied, cancelled and all else that needs a world of its own; beside the ordinary ones, for they take minutes.
testScreens(SCREENS.filter(({ where }) => where.scenario !== undefined));
