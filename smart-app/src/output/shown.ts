import { createContext, useContext } from 'react';

/** Whether the draft around is the view that is shown; a draft that waits behind another view is not printed. */
export const ShownContext = createContext(true);

export function useShown(): boolean {
  return useContext(ShownContext);
}
