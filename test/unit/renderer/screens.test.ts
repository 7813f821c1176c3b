import { SCREENS } from './screens/index.ts';
import { testScreens } from './test-screens.ts';

// As they are in the ordinary world: forty environments, some of which fail.
testScreens(SCREENS.filter(({ where }) => where.scenario === undefined));
