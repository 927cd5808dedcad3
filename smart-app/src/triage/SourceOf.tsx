import { CitationPill } from '../source/CitationPill';

/** The citation of a value, where it has one: a visit's own words may have none. */
export function SourceOf({ citation }: { citation: string | null }) {
  if (citation === null) return null;
  return (
    <>
      {' '}
      <CitationPill factId={citation} />
    </>
  );
}
