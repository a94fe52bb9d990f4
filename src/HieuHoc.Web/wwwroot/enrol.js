// The QR code of an enrolment carries its code behind a #, which is never sent to the server; without scripts it is typed.
const code = document.getElementById("Code");

if (code && !code.value && location.hash.length > 1) {
  code.value = decodeURIComponent(location.hash.slice(1));
  history.replaceState(null, "", location.pathname);
  document.getElementById("Pin")?.focus();
}
