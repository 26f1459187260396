// Keeps the marked part of a page up to date; without JavaScript a reload does the same.
const SETTLE_MS = 200;
const AT_MOST_EVERY_MS = 1500;

const marked = document.querySelector('[data-live]');
if (marked && 'EventSource' in window) {
  keepUpToDate(marked.id, marked.dataset.live, marked.dataset.liveSays);
}

function keepUpToDate(id, address, announcement) {
  const status = document.createElement('div');
  status.setAttribute('role', 'status');
  status.className = 'govuk-visually-hidden';
  document.body.append(status);

  let shownVersion = Number(marked.dataset.liveVersion ?? 0);
  let shownHtml = marked.innerHTML;
  let lastRead = 0;
  let timer = 0;
  let lost = false;

  async function read() {
    timer = 0;
    lastRead = Date.now();
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
    if (!answer.ok || answer.redirected) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(id);
    if (!fresh) return;
    shownVersion = Math.max(shownVersion, Number(fresh.dataset.liveVersion ?? 0));
    if (fresh.innerHTML === shownHtml) return;
    shownHtml = fresh.innerHTML;
    replace(document.getElementById(id), fresh);
    status.textContent = '';
    setTimeout(() => { status.textContent = announcement; }, 100);
  }

  function soon() {
    if (timer) return;
    const wait = Math.max(SETTLE_MS, lastRead + AT_MOST_EVERY_MS - Date.now());
    timer = setTimeout(() => read().catch(() => {}), wait);
  }

  const source = new EventSource(address);
  source.addEventListener('readiness', event => {
    if (Number(event.data) > shownVersion) soon();
  });
  // How far the page has heard; said quietly, for it changes all the time.
  source.addEventListener('heard', event => {
    const heard = document.getElementById('readiness-heard');
    if (heard) heard.textContent = event.data;
  });
  source.addEventListener('error', () => { lost = true; });
  source.addEventListener('open', () => {
    // Something may have been said while the connection was down.
    if (lost) soon();
    lost = false;
  });
}

// Puts the new content in, and leaves the reader where they were.
function replace(old, fresh) {
  const focused = old.contains(document.activeElement) ? selectorOf(document.activeElement) : null;
  const open = [...old.querySelectorAll('details[open][id]')].map(details => details.id);
  const scroll = old.querySelector('.readiness-scroll');
  const left = scroll?.scrollLeft ?? 0;
  const top = scroll?.scrollTop ?? 0;
  old.innerHTML = fresh.innerHTML;
  open.forEach(id => document.getElementById(id)?.setAttribute('open', ''));
  old.querySelector('.readiness-scroll')?.scrollTo(left, top);
  if (focused) old.querySelector(focused)?.focus({ preventScroll: true });
}

function selectorOf(element) {
  if (element.id) return `#${CSS.escape(element.id)}`;
  const href = element.getAttribute('href');
  return href ? `a[href="${CSS.escape(href)}"]` : null;
}
