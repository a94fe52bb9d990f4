// Who signs out of a device with unsent work is led to it instead; when all is sent, or saved in a file, what was kept here for them goes.
import { forget, isOf, unsentOn, whoseDevice } from './store.js';

const form = document.getElementById('sign-out');

form?.addEventListener('submit', async (event) => {
  if (form.dataset.checked || !globalThis.indexedDB) return;
  event.preventDefault();
  const person = await whoseDevice();
  if (person && await unsentOn(person) > 0) return location.assign('/capture#unsent');
  if (person) {
    await forget(person);
    await isOf(null);
  }
  form.dataset.checked = 'true';
  form.requestSubmit();
});
