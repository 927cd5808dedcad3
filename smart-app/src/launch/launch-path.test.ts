import { expect, it } from 'vitest';
import { launchIdOf } from './launch-path';

it('takesTheLaunchFromTheAddress', () => expect(launchIdOf('/app/Zk3_-9/')).toBe('Zk3_-9'));

it.each(['/', '/app/', '/app/x', '/other/x/', '/app/../x/', '/app/a%2Fb/', '/x/app/y/'])(
  'findsNoLaunchIn %s',
  (path) => expect(launchIdOf(path)).toBeNull(),
);
