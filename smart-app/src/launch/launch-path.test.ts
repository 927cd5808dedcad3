import { expect, it } from 'vitest';
import { launchIdOf, wardOf } from './launch-path';

it('takesTheLaunchFromTheAddress', () => expect(launchIdOf('/app/Zk3_-9/')).toBe('Zk3_-9'));

it.each(['/', '/app/', '/app/x', '/other/x/', '/app/../x/', '/app/a%2Fb/', '/x/app/y/'])(
  'findsNoLaunchIn %s',
  (path) => expect(launchIdOf(path)).toBeNull(),
);

it('takesTheWardFromTheAddress', () => {
  expect(wardOf('/app/Zk3_-9/ward/Group/w-7/')).toEqual({ type: 'Group', id: 'w-7' });
  expect(wardOf('/app/Zk3_-9/ward/Location/w.7')).toEqual({ type: 'Location', id: 'w.7' });
});

it.each([
  '/app/x/',
  '/app/x/ward/Patient/p/',
  '/app/x/ward/Group/',
  '/app/x/ward/Group/a%2Fb/',
  '/ward/Group/w/',
])('findsNoWardIn %s', (path) => expect(wardOf(path)).toBeNull());
