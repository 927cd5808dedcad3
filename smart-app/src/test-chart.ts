import type { LaunchContext } from './contract/launch-context';

/** Answers of the server in its contract's form, for tests; the patient is made up. */
export const launchAnswer: LaunchContext = {
  launchId: 'l-1',
  csrf: 'token-1',
  patient: {
    id: 'p1',
    name: 'QUILL, Tom',
    birthDate: '1961-05',
    age: 63,
    sex: 'male',
    mrn: null,
    deceased: false,
    deceasedOn: null,
  },
  user: { name: 'Dr. Amara Bell', canSign: true },
  ehr: 'sandbox',
  needPatientBanner: true,
};

export function summaryAnswer() {
  return {
    draftId: 'd-1',
    composedBy: 'rules',
    modelName: null,
    fallbackReason: null,
    composedAt: '2026-01-14T08:12:45Z',
    text: null as string | null,
    textHash: 'ab'.repeat(32),
    complete: true,
    sections: [
      {
        code: 'active-problems',
        title: 'Active problems',
        statements: [{ text: 'Asthma since 1999.', verdict: 'supported', citations: ['C1'] }],
      },
    ],
    withheld: [
      { section: 'plan', text: 'Bronchoscopy planned.', verdict: 'not-found', reason: null, citations: [] },
    ],
    added: [] as { text: string; verdict: string; citations: string[] }[],
    conflicts: [] as {
      kind: string;
      title: string;
      about: string;
      sides: { what: string; when: string | null; text: string; citations: string[] }[];
    }[],
    facts: {
      C1: {
        id: 'C1',
        kind: 'problem',
        line: 'C1 | problem | Asthma | active | since 1999',
        effective: '1999',
        status: 'active',
        source: 'Condition/1/_history/1',
        path: 'Condition.code',
      },
    },
    coverage: [{ type: 'Condition', asked: 'all', outcome: 'found', read: 1, total: 1, detail: null }],
  };
}

/** A server that answers by path; an Error breaks the connection. */
export function serverThat(answers: Record<string, Response | Error>): typeof fetch {
  return async (input) => {
    const path = String(input).replace('/app/l-1/api/', '');
    const answer =
      answers[path.replace('/stream', '')] ?? new Response('{"code":"unknown"}', { status: 404 });
    if (answer instanceof Error) throw answer;
    return path === 'summary/stream' ? streamed(answer.clone()) : answer.clone();
  };
}

/** An answer as the last event of a stream; a refusal stays one. */
async function streamed(answer: Response): Promise<Response> {
  return answer.ok
    ? new Response(`: \n\nevent: summary\ndata: ${await answer.text()}\n\n`, {
        headers: { 'Content-Type': 'text/event-stream' },
      })
    : answer;
}
