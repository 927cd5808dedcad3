import { useEffect } from 'react';
import * as v from 'valibot';
import type { LaunchContext } from '../contract/launch-context';
import { request } from '../contract/request';

const StyleSchema = v.object({
  bodyFont: v.nullable(v.string()),
  headingFont: v.nullable(v.string()),
  radius: v.nullable(v.string()),
});

const TIMEOUT_MS = 20_000;

/** Takes over letters and corners of the EHR's look once the page stands; colours stay ours, they carry meaning. */
export function useEhrStyle(launch: LaunchContext | null) {
  useEffect(() => {
    if (!launch?.styled) return;
    const left = new AbortController();
    const question = { url: `/app/${launch.launchId}/api/style`, shape: StyleSchema, timeoutMs: TIMEOUT_MS };
    request(question, left.signal).then((answer) => {
      if (left.signal.aborted || !answer.ok) return;
      const { bodyFont, headingFont, radius } = answer.value;
      set('--mantine-font-family', bodyFont);
      set('--mantine-font-family-headings', headingFont);
      set('--mantine-radius-default', radius);
    });
    return () => left.abort();
  }, [launch]);
}

function set(name: string, value: string | null) {
  if (value !== null) document.documentElement.style.setProperty(name, value);
}
