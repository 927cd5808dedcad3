// What scripts against the running sandbox share: its addresses, signing in, and the launch in the EHR's frame.

const EHR = process.env.EHR_BASE ?? 'http://127.0.0.1:8090';
export const PRODUCT = process.env.PRODUCT_BASE ?? 'http://localhost:8080';
export const STEP_MS = 60_000;

/** Script errors and policy violations of the product; the sandbox's own pages are not what is tested. */
export function collectComplaints(page) {
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    const fromProduct = message.location().url.startsWith(PRODUCT);
    if (message.type() === 'error' && fromProduct) complaints.push(message.text());
  });
  return complaints;
}

/** Signs in as the first practitioner on offer; returns the address of the patient's page. */
export async function signInAndFind(page, chart) {
  await page.goto(`${EHR}/`);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  const link = page
    .getByRole('rowheader', { name: new RegExp(chart, 'i') })
    .getByRole('link')
    .first();
  const patient = new URL(await link.getAttribute('href'), `${EHR}/`).href;
  console.log(`Signed in; found the chart of ${await link.textContent()}`);
  return patient;
}

/** Opens the app in the EHR's frame; returns the frame. */
export async function openInFrame(page, patient) {
  await page.goto(patient);
  await page.getByRole('link', { name: 'Open in Anamnesis' }).click();
  const frame = await (await page.locator('iframe[title="Anamnesis"]').elementHandle()).contentFrame();
  await frame.waitForURL(new RegExp(`^${PRODUCT}/app/[^/]+/$`));
  return frame;
}
