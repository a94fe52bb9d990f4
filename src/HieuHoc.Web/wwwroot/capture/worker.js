// Keeps the page and its files, so that it opens without network. The server puts VERSION and FILES before this text: another
// file or wording is another worker. Nothing else is cached; what a person fills in lies in their own store.
const cacheName = `capture-${VERSION}`;

self.addEventListener('install', (event) => event.waitUntil(
  caches.open(cacheName).then((cache) => cache.addAll(FILES.map((file) => new Request(file, { cache: 'reload' })))).then(() => self.skipWaiting()),
));

self.addEventListener('activate', (event) => event.waitUntil(
  caches.keys()
    .then((names) => Promise.all(names.filter((name) => name.startsWith('capture-') && name !== cacheName).map((name) => caches.delete(name))))
    .then(() => self.clients.claim()),
));

self.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== 'GET' || origin !== location.origin || !FILES.includes(pathname)) return;
  event.respondWith(caches.open(cacheName).then((cache) => cache.match(pathname)).then((kept) => kept ?? fetch(event.request)));
});
