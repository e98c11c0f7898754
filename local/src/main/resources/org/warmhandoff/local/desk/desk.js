'use strict';
// The desk asks for what changed and draws only that: what somebody reads or types stays as it is.

const $ = id => document.getElementById(id);
const state = { messages: [], calls: [], members: '', schedules: '', now: null, mail: null, number: null, view: 'html', narrow: false, seen: new Set(), textNumber: '' };

const element = (tag, attributes = {}, ...children) => {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'class') node.className = value;
    else if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.filter(child => child !== null && child !== undefined));
  return node;
};

const fullTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'medium' });
const dayTime = new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' });
const clockTime = new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit', second: '2-digit' });
const secondTime = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit', second: '2-digit' });
const when = at => dayTime.format(new Date(at));
const time = at => element('time', { datetime: at, title: fullTime.format(new Date(at)) }, when(at));

function distance(from, to) {
  const seconds = Math.round((new Date(to) - new Date(from)) / 1000);
  const unit = [[86400, 'day'], [3600, 'hour'], [60, 'minute'], [1, 'second']].find(([size]) => Math.abs(seconds) >= size) || [1, 'second'];
  return new Intl.RelativeTimeFormat(undefined, { numeric: 'always' }).format(Math.round(seconds / unit[0]), unit[1]);
}

async function call(method, path, body) {
  const answer = await fetch('/_local' + path, { method, headers: body ? { 'content-type': 'application/json' } : {}, body: body && JSON.stringify(body) });
  const json = await answer.json();
  if (!answer.ok) throw new Error(json.detail || json.title);
  return json;
}

// ---- What changed

// One after the other: an answer that comes late would look like a clock that was turned back.
let updated = Promise.resolve();
function update() {
  updated = updated.then(updateNow, updateNow);
  return updated;
}

async function updateNow() {
  const lastCall = state.calls.length ? state.calls[state.calls.length - 1].number : 0;
  const fresh = await call('GET', `/state?messages=${state.messages.length}&call=${lastCall}`);
  if (fresh.messageCount < state.messages.length || (state.started && fresh.now < state.now)) {
    location.reload();
    return;
  }
  state.started = true;
  state.now = fresh.now;
  state.textNumber = fresh.textNumber;
  drawTime(fresh);
  if (fresh.messages.length) {
    state.messages.push(...fresh.messages);
    // Somebody who just arrived sees a mail at once; nobody is torn away from the one they read.
    if (!state.mail && mails().length) { state.mail = mails()[mails().length - 1].id; drawMail(); }
    drawMessages();
  }
  if (fresh.calls.length) {
    state.calls.push(...fresh.calls);
    state.calls.splice(0, Math.max(0, state.calls.length - 400));
    drawCalls(new Set(fresh.calls.map(one => one.number)));
  }
  if (JSON.stringify(fresh.members) !== state.members) {
    state.members = JSON.stringify(fresh.members);
    drawPeople(fresh.members);
  }
}

// ---- People

function drawPeople(members) {
  const groups = Map.groupBy ? Map.groupBy(members, member => member.organization.name) : members.reduce((map, member) =>
    map.set(member.organization.name, [...(map.get(member.organization.name) || []), member]), new Map());
  $('people-list').replaceChildren(...[...groups].map(([organization, people]) => element('div', { class: 'group' },
    element('h3', {}, organization),
    ...people.map(member => element('a', {
      class: member.active ? 'person' : 'person out', href: '/_local/sign-in?member=' + encodeURIComponent(member.member), target: '_blank', title: member.email,
    }, element('b', {}, member.name), element('span', { class: 'roles' },
      ...member.roles.map(role => element('span', {}, role.charAt(0) + role.slice(1).toLowerCase())),
      member.active ? null : element('span', {}, 'Not active')))))));
  if (!members.length) $('people-list').replaceChildren(element('p', { class: 'empty' }, 'Nobody yet. Without --fresh, ./run brings a small network.'));
}

// ---- Messages

const matches = message => {
  const words = $('filter').value.trim().toLowerCase();
  return !words || [message.to, message.from, message.subject, message.text].some(text => (text || '').toLowerCase().includes(words));
};
const mails = () => state.messages.filter(message => message.channel === 'EMAIL');
const texts = () => state.messages.filter(message => message.channel === 'SMS');
const party = message => message.inbound ? message.from : message.to;

function drawMessages() {
  $('mail-count').textContent = mails().length;
  $('phone-count').textContent = new Set(texts().map(party)).size;
  const newest = mails().filter(matches).reverse();
  $('mail-list').replaceChildren(...newest.map(mail => element('li', {}, element('button', {
    'aria-current': mail.id === state.mail ? 'true' : null, class: state.seen.has(mail.id) ? '' : 'fresh', onclick: () => { state.mail = mail.id; drawMessages(); drawMail(); },
  }, element('b', {}, mail.subject), element('span', { class: 'line' }, element('span', {}, mail.to), time(mail.at))))));
  if (!newest.length) $('mail-list').replaceChildren(element('li', { class: 'empty' }, 'No email yet.'));
  if (!state.mail) drawMail();

  const numbers = new Map();
  texts().filter(matches).forEach(text => { numbers.delete(party(text)); numbers.set(party(text), text); });
  $('phone-list').replaceChildren(...[...numbers].reverse().map(([number, last]) => element('li', {}, element('button', {
    'aria-current': number === state.number ? 'true' : null, onclick: () => { state.number = number; drawMessages(); },
  }, element('b', {}, number), element('span', { class: 'line' }, element('span', {}, last.text), time(last.at))))));
  if (!numbers.size) $('phone-list').replaceChildren(element('li', { class: 'empty' }, 'No text yet.'));
  drawPhone();
}

function drawMail() {
  const mail = state.messages.find(message => message.id === state.mail);
  if (!mail) {
    $('mail-view').replaceChildren(element('p', { class: 'empty' }, 'Choose an email: you see it as its receiver does, and its links work.'));
    return;
  }
  state.seen.add(mail.id);
  const views = { html: 'Mail', text: 'Text', headers: 'Headers', links: 'Links' };
  const back = type => async event => {
    event.target.disabled = true;
    try { await call('POST', '/bounce', { to: mail.to, type }); } catch (failure) { alert(failure.message); }
    event.target.disabled = false;
  };
  $('mail-view').replaceChildren(
    element('header', {},
      element('h3', {}, mail.subject),
      element('div', { class: 'facts' }, element('span', {}, 'to ', element('b', {}, mail.to)), element('span', {}, 'from ', element('b', {}, mail.from)), time(mail.at)),
      element('div', { class: 'tools' },
        element('div', { class: 'tabs', role: 'tablist', 'aria-label': 'How to see this email' }, ...Object.entries(views).map(([view, label]) =>
          element('button', {
            role: 'tab', id: 'view-' + view, 'aria-selected': String(state.view === view), 'aria-controls': 'mail-body', tabindex: state.view === view ? null : '-1',
            onclick: () => { state.view = view; drawMail(); $('view-' + view).focus(); },
          }, label))),
        state.view === 'html' ? element('button', { class: 'small', 'aria-pressed': String(state.narrow), title: 'As wide as a phone', onclick: () => { state.narrow = !state.narrow; drawMail(); } }, 'Phone width') : null,
        element('button', { class: 'small', title: 'The last mail to this address bounces for good', onclick: back('BOUNCE') }, 'Bounce'),
        element('button', { class: 'small', title: 'Its receiver presses "spam"', onclick: back('COMPLAINT') }, 'Complain'))),
    element('div', { id: 'mail-body', role: 'tabpanel', 'aria-labelledby': 'view-' + state.view, class: 'body' }, mailBody(mail)));
}

function mailBody(mail) {
  if (state.view === 'text') return element('pre', { tabindex: '0' }, mail.text);
  if (state.view === 'headers') {
    return element('dl', { tabindex: '0' }, ...Object.entries(mail.headers).flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]));
  }
  if (state.view === 'links') {
    return element('dl', { tabindex: '0' }, ...mail.links.flatMap(link => [element('dt', {}, link.text), element('dd', {}, element('a', { href: link.url, target: '_blank', rel: 'noopener' }, link.url))]));
  }
  const frame = element('iframe', { sandbox: 'allow-popups allow-popups-to-escape-sandbox', title: 'The email: ' + mail.subject });
  // Within the head: before the doctype it would put the mail into quirks mode, which no mail program shows it in.
  frame.srcdoc = mail.html
    ? mail.html.replace(/<head>/i, '<head><base target="_blank">')
    : `<!doctype html><pre style="white-space:pre-wrap">${mail.text.replace(/[<&]/g, c => c === '<' ? '&lt;' : '&amp;')}</pre>`;
  return element('div', { class: state.narrow ? 'stage phone' : 'stage' }, frame);
}

function drawPhone() {
  if (!state.number) {
    const numbers = texts();
    if (!numbers.length) {
      $('phone-view').replaceChildren(element('p', { class: 'empty' }, 'A phone appears here with the first text. You can answer from it.'));
      return;
    }
    state.number = party(numbers[numbers.length - 1]);
  }
  const typed = $('reply') ? $('reply').value : '';
  const focused = document.activeElement === $('reply');
  const send = async body => {
    if (!body.trim()) return;
    try { await call('POST', '/sms', { from: state.number, body }); await update(); } catch (failure) { alert(failure.message); }
  };
  const bubbles = texts().filter(text => party(text) === state.number).flatMap(text => [
    element('time', { datetime: text.at }, when(text.at)),
    element('p', { class: text.inbound ? 'bubble mine' : 'bubble theirs' }, ...linked(text.text)),
  ]);
  const box = element('div', { class: 'bubbles', tabindex: '0', 'aria-label': 'Texts with ' + state.number }, ...bubbles);
  $('phone-view').replaceChildren(element('div', { class: 'handset' },
    element('header', {}, element('b', {}, state.textNumber), element('span', { class: 'quiet' }, 'on the phone of ' + state.number)),
    box,
    element('div', { class: 'quick' },
      ...['1', '2', '3', 'STOP', 'START', 'HELP'].map(word => element('button', { class: 'small', onclick: () => send(word) }, word)),
      element('button', { class: 'small', title: 'The carrier could not deliver the last text', onclick: () =>
        call('POST', '/bounce', { to: state.number, type: 'SMS_FAILED' }).catch(failure => alert(failure.message)) }, 'Last one failed')),
    element('form', { class: 'reply', onsubmit: event => { event.preventDefault(); const body = $('reply').value; $('reply').value = ''; send(body); } },
      element('input', { id: 'reply', 'aria-label': 'Reply', placeholder: 'Text message', autocomplete: 'off' }),
      element('button', { class: 'primary' }, 'Send'))));
  $('reply').value = typed;
  if (focused) $('reply').focus();
  box.scrollTop = box.scrollHeight;
}

function linked(text) {
  return text.split(/(https?:\/\/[^\s]+)/).map(part => /^https?:/.test(part) ? element('a', { href: part, target: '_blank', rel: 'noopener' }, part) : part);
}

// ---- Time

function drawTime(fresh) {
  $('now').textContent = clockTime.format(new Date(fresh.now));
  $('now-utc').textContent = fresh.now.slice(0, 19).replace('T', ' ') + ' UTC';
  $('to-next').disabled = !fresh.nextDue || state.moving;
  $('to-next').dataset.at = fresh.nextDue || '';
  $('next').replaceChildren(...(fresh.nextDue
    ? ['Next due ', element('b', {}, distance(fresh.now, fresh.nextDue)), ', ', time(fresh.nextDue)]
    : ['Nothing waits.']));
  if (fresh.journey) $('since').textContent = `On the way: ${when(fresh.journey.at)}, visit ${fresh.journey.visits} ...`;
  const schedules = JSON.stringify(fresh.schedules);
  if (schedules !== state.schedules) {
    state.schedules = schedules;
    $('schedule-count').textContent = fresh.schedules.length;
    $('schedules').replaceChildren(...fresh.schedules.slice(0, 50).map(schedule => element('li', {},
      element('b', {}, time(schedule.at)), element('code', {}, schedule.target.split(':').pop() + ' ← ' + schedule.input))));
    if (!fresh.schedules.length) $('schedules').replaceChildren(element('li', { class: 'quiet' }, 'None waits.'));
  }
  $('queues').replaceChildren(...Object.entries(fresh.queues).map(([name, size]) =>
    element('li', { class: size && name.endsWith('Failed') ? 'bad' : '' }, element('span', {}, name), element('span', {}, String(size)))));
}

async function move(by) {
  const before = { messages: state.messages.length, now: state.now };
  state.moving = true;
  document.querySelectorAll('#time button').forEach(button => { button.disabled = true; });
  $('since').replaceChildren('Moving ...');
  try {
    const reached = await call('POST', '/clock', { advance: by });
    await update();
    drawSince(`${distance(reached.now, before.now).replace(/ ago$/, '')} passed`, state.messages.slice(before.messages).filter(message => !message.inbound));
  } catch (failure) {
    $('since').textContent = failure.message;
  } finally {
    state.moving = false;
    document.querySelectorAll('#time button').forEach(button => { button.disabled = false; });
  }
}

// What happened on the way; each line leads to its message.
function drawSince(passed, sent) {
  const count = (what, channel) => { const n = sent.filter(one => one.channel === channel).length; return n ? `${n} ${what}${n === 1 ? '' : 's'}` : null; };
  const counts = [count('email', 'EMAIL'), count('text', 'SMS')].filter(Boolean);
  $('since').replaceChildren(
    element('p', {}, `${passed}: ${counts.length ? counts.join(' and ') + ' went out' : 'nothing went out'}.`),
    sent.length ? element('ol', {}, ...sent.slice(-6).reverse().map(message => element('li', {}, element('button', { onclick: () => showMessage(message) },
      time(message.at), ` ${message.channel === 'EMAIL' ? 'Email' : 'Text'} to ${message.to}`)))) : '');
}

function showMessage(message) {
  if (message.channel === 'EMAIL') { state.mail = message.id; show('mail'); drawMessages(); drawMail(); }
  else { state.number = message.to; show('phone'); drawMessages(); }
}

function exactly(from, to) {
  const nanos = text => BigInt(Date.parse(text.slice(0, 19) + 'Z')) * 1000000n + BigInt((text.slice(20).replace('Z', '') + '000000000').slice(0, 9));
  const gap = nanos(to) - nanos(from);
  return `PT${gap / 1000000000n}.${String(gap % 1000000000n).padStart(9, '0')}S`;
}

document.querySelectorAll('[data-by]').forEach(button => button.addEventListener('click', () => move(button.dataset.by)));
$('to-next').addEventListener('click', () => move(exactly(state.now, $('to-next').dataset.at)));
$('by-hand').addEventListener('submit', event => { event.preventDefault(); move($('by').value.trim()); });

// ---- Calls

const isRead = one => one.trigger.startsWith('GET ') || one.trigger.startsWith('HEAD ') || one.trigger === 'Rule';

function drawCalls(fresh = new Set()) {
  const shown = state.calls.filter(one => (!$('quiet-calls').checked || !isRead(one) || one.outcome !== 'DONE') && (!$('failed-calls').checked || one.outcome !== 'DONE'));
  $('call-rows').replaceChildren(...shown.slice(-150).reverse().map(one => element('tr', { class: [one.outcome === 'DONE' ? '' : 'failed', fresh.has(one.number) ? 'new' : ''].join(' ') },
    element('td', {}, element('time', { datetime: one.at, title: fullTime.format(new Date(one.at)) }, secondTime.format(new Date(one.at)))),
    element('td', { class: 'fn' }, one.function.replace(/Function$/, '')),
    element('td', {}, one.trigger),
    element('td', { class: 'n' }, String(one.millis)),
    element('td', {}, summed(one.awsCalls)),
    element('td', {}, one.outcome === 'DONE' ? 'done' : one.detail || one.outcome))));
}

function summed(calls) {
  const counts = new Map();
  calls.forEach(name => { const word = name.replace(/^DynamoDb\./, ''); counts.set(word, (counts.get(word) || 0) + 1); });
  return [...counts].map(([name, count]) => count > 1 ? `${count} × ${name}` : name).join(' · ') || 'none';
}

$('quiet-calls').addEventListener('change', () => drawCalls());
$('failed-calls').addEventListener('change', () => drawCalls());

// ---- Tabs and the pulse

function show(tab) {
  for (const name of ['mail', 'phone']) {
    $('tab-' + name).setAttribute('aria-selected', String(name === tab));
    $('tab-' + name).tabIndex = name === tab ? 0 : -1;
    $(name).hidden = name !== tab;
  }
}
$('tab-mail').addEventListener('click', () => show('mail'));
$('tab-phone').addEventListener('click', () => { show('phone'); drawPhone(); });
// Arrows go from tab to tab, as everywhere.
document.addEventListener('keydown', event => {
  const tab = event.target.closest && event.target.closest('[role=tab]');
  if (!tab || !['ArrowLeft', 'ArrowRight'].includes(event.key)) return;
  const tabs = [...tab.closest('[role=tablist]').children];
  const next = tabs[(tabs.indexOf(tab) + (event.key === 'ArrowRight' ? 1 : tabs.length - 1)) % tabs.length];
  next.click();
  (document.getElementById(next.id) || next).focus();
});
$('filter').addEventListener('input', drawMessages);

async function pulse() {
  try {
    await update();
    $('pulse').className = '';
    $('pulse').title = 'connected';
  } catch {
    $('pulse').className = 'lost';
    $('pulse').title = 'the local system does not answer';
  }
  setTimeout(pulse, document.hidden ? 5000 : 1000);
}
if (location.hash === '#phone') show('phone');
drawMessages();
pulse();
