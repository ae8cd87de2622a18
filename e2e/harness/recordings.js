import { writeFileSync } from 'node:fs';
import { api } from './api.js';
import { cookieHeader, raw } from './http.js';
import { eventually } from './waiting.js';

const settled = ['saved', 'notification_succeeded'];

/** The recordings this person may see, newest first. */
export async function recordingsOf(person) {
  const { status, body } = await api(person.page, 'GET', 'recordings/');
  if (status !== 200) throw new Error(`The list of recordings answered ${status}`);
  return body.results;
}

/** Waits until the newest recording is saved, and answers it. */
export function savedRecording(person, within = 15_000) {
  return eventually(
    'the recording to be saved',
    async () => {
      const [newest] = await recordingsOf(person);
      if (!settled.includes(newest?.status)) throw new Error(`It is ${newest?.status}`);
      return newest;
    },
    { within },
  );
}

/** The lines of a recording's story. */
export async function timelineOf(person, recording) {
  const { status, body } = await api(person.page, 'GET', `recordings/${recording.id}/timeline/`);
  if (status !== 200) throw new Error(`The timeline answered ${status}`);
  return body.results ?? body;
}

/** Fetches the film of a recording into a file. */
export async function fetchFilm(person, server, recording, file) {
  const headers = { Cookie: await cookieHeader(person.context) };
  const { status, bytes } = await raw(server.url, `/media/${recording.key}`, { headers });
  if (status !== 200) throw new Error(`The film answered ${status}`);
  writeFileSync(file, bytes);
  return file;
}

/** The mails in the inbox that link to a recording; the reader is an administrator. */
export async function mailsAbout(reader, server, recording) {
  const headers = { Cookie: await cookieHeader(reader.context) };
  const { status, text } = await raw(server.url, '/mail/messages', { headers });
  if (status !== 200) throw new Error(`The inbox answered ${status}`);
  const list = JSON.parse(text);
  return (list.messages ?? list.results ?? list).filter((mail) => mail.text.includes(`/recording/${recording.id}`));
}

/** Makes a link on the page of a recording, where the person stands; answers its address. */
export async function makeLink({ page, t }) {
  await page.getByRole('button', { name: t('share.make'), exact: true }).click();
  const made = page.getByRole('group', { name: t('share.made') });
  await made.scrollIntoViewIfNeeded();
  return (await made.getByText(/#/).textContent()).trim();
}

/** Asks for the end of the only link; answers the question. */
export async function askToRevoke({ page, t }) {
  await page
    .getByRole('list', { name: t('share.links') })
    .getByRole('button')
    .click();
  const question = page.getByRole('alertdialog', { name: t('share.revokeTitle') });
  await question.waitFor();
  return question;
}

/** Revokes the only link. */
export async function revokeLink(person) {
  const question = await askToRevoke(person);
  await question.getByRole('button', { name: person.t('share.revoke'), exact: true }).click();
  await person.isTold(person.t('share.revoked'));
}
