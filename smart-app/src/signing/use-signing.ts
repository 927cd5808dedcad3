import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../contract/failure';
import { type Filing, type FilingStatus, isOpen, isOver, standingOf } from '../contract/filing';
import type { LaunchContext } from '../contract/launch-context';
import type { Summary } from '../contract/summary';
import { signDraft } from '../launch/launch-api';

/** Where the signature stands. `failed` never means "not filed": the answer may have been lost on its way. */
export type SigningState =
  | { readonly phase: 'unsigned' }
  | { readonly phase: 'signing' }
  | { readonly phase: 'failed'; readonly failure: Failure }
  | { readonly phase: 'signed'; readonly filing: Filing }
  | { readonly phase: 'over'; readonly state: string };

export interface Signing {
  readonly state: SigningState;
  sign(draft: Summary): void;
  /** Takes over where the server says that the draft stands: somebody else may have signed or ended it. */
  take(status: FilingStatus): void;
}

/** Signs drafts of a launch; one request at a time, and none again once signed. */
export function useSigning(launch: LaunchContext): Signing {
  const [state, setState] = useState<SigningState>({ phase: 'unsigned' });
  const request = useRef<AbortController | null>(null);

  // Only the listening ends when the page goes: a signature on its way is not called back.
  const shown = useRef(true);
  useEffect(() => {
    shown.current = true;
    return () => {
      shown.current = false;
    };
  }, []);

  const sign = useCallback(
    async (draft: Summary) => {
      if (request.current) return;
      request.current = new AbortController();
      setState({ phase: 'signing' });
      const answer = await signDraft(launch, draft, request.current.signal);
      if (!answer.ok) request.current = null;
      if (!shown.current) return;
      setState(
        answer.ok ? { phase: 'signed', filing: answer.value } : { phase: 'failed', failure: answer.failure },
      );
    },
    [launch],
  );
  const take = useCallback((status: FilingStatus) => {
    if (request.current) return;
    setState(standing(status));
  }, []);
  return { state, sign, take };
}

function standing(status: FilingStatus): SigningState {
  if (isOpen(status)) return { phase: 'unsigned' };
  if (isOver(status)) return { phase: 'over', state: status.state };
  // Whoever shows it goes on asking until it is known to be filed.
  const outcome = standingOf(status) === 'filed' ? 'filed' : 'pending';
  return { phase: 'signed', filing: { ...status, outcome } };
}
