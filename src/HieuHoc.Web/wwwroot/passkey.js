// A passkey is made or shown by the browser; a form whose button cannot work here stays hidden, with the password beside it.
for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
    continue;
  }

  form.hidden = false;
  document.getElementById("passkey-without")?.remove();
  form.addEventListener("submit", async event => {
    event.preventDefault();
    const answer = form.elements.Answer;

    try {
      const asked = await fetch(form.dataset.asks, { method: "POST", body: new FormData(form) });
      const options = await asked.json();
      const shown = form.dataset.passkey === "create"
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
      answer.value = JSON.stringify(shown);
    } catch {
      // Cancelled, or no key: the server says what to do next.
      answer.value = "";
    }

    form.submit();
  });
}
