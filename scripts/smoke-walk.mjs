// Walks the two loops over HTTP: a caseworker refers, the receiver answers by a link, the client hears and answers.
//
//   ./test --against http://localhost:8080            what ./run has started: all of it, its clock moved along
//   ./test --against https://handoff.example.org      a deployed stack, with
//     WALK_TOKEN     an access token of a caseworker (docs/deploy.md says how to get one)
//     WALK_LISTING   the id of an out-of-network listing whose mail you can read
//     WALK_EMAIL     an address where you read the client's mail; default: SES's mailbox simulator
//     WALK_PHONE     optional, a number that may be texted
//   Links from mail are asked for at the terminal; without one the walk ends where a mailbox would be needed.
//
// Prints no token, no address and no link.
import { createInterface } from 'node:readline/promises';
import { randomBytes } from 'node:crypto';

const base = (process.argv[2] ?? '').replace(/\/+$/, '');
if (!/^https?:\/\//.test(base)) {
  console.error('An address is needed: ./test --against http://localhost:8080');
  process.exit(2);
}

let steps = 0;
const ok = (what) => console.log(`  ok ${String(++steps).padStart(2)}  ${what}`);
const fail = (what) => {
  throw new Error(what);
};
const must = (condition, what) => condition || fail(what);
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

async function http(method, address, { token, body, form, headers = {} } = {}) {
  const url = new URL(address, base + '/');
  must(url.origin === new URL(base).origin, 'a link leads to another origin than the one that is walked');
  const response = await fetch(url, {
    method,
    redirect: 'manual',
    signal: AbortSignal.timeout(30_000),
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      ...headers,
    },
    body: body ? JSON.stringify(body) : form ? new URLSearchParams(form).toString() : undefined,
  });
  const text = await response.text();
  const json = response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : undefined;
  return { status: response.status, headers: response.headers, text, json };
}

async function api(method, path, token, body, expected = 200) {
  const answer = await http(method, path, { token, body });
  must(answer.status === expected, `${method} ${path.replace(/[0-9A-Za-z-]{20,}/g, '…')}: ${answer.status} in place of ${expected} ${answer.json?.title ?? ''}`);
  return answer.json;
}

async function until(what, look, seconds = 60) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await pause(500)) {
    const found = await look();
    if (found) return found;
  }
  return fail(`${what}: not within ${seconds} s`);
}

// ---- Where the walk takes place -------------------------------------------------------------------------------------

const clock = await http('GET', '/_local/clock').catch((failure) => {
  console.error(`Nothing answers at ${base}: ${failure.cause?.code ?? failure.name}`);
  process.exit(1);
});
// A deployed site may answer any path with the page of its UI.
const local = clock.status === 200 && clock.json?.now !== undefined;

async function localPlace() {
  const members = await api('GET', '/_local/members');
  const holding = (role) => members.find((member) => member.roles.includes(role)) ?? fail(`no member is a ${role}`);
  const token = async (member) => (await api('POST', '/_local/token', undefined, { member: member.member })).token;
  const caseworker = await token(holding('CASEWORKER'));
  const administrator = await token(holding('ADMINISTRATOR'));
  const messages = (to) => api('GET', `/_local/messages?to=${encodeURIComponent(to)}`);
  const unique = randomBytes(4).readUInt32BE() % 10_000;
  return {
    caseworker,
    signInAgain: () => token(holding('CASEWORKER')),
    email: `walk-${randomBytes(4).toString('hex')}@example.org`,
    phone: `+1217555${String(unique).padStart(4, '0')}`,
    listing: async () => {
      const { listings } = await api('GET', '/api/listings?limit=100', caseworker);
      const out = listings.find((listing) => listing.network === 'OUT' && listing.referable && !listing.safety && !listing.part2);
      must(out, 'no out-of-network listing can be referred to');
      const mailbox = (await api('GET', `/api/listings/${out.id}`, administrator)).referralEmail;
      return { id: out.id, mailbox };
    },
    link: (to, path, since = 0) =>
      until(`a message with a link to ${path}`, async () => {
        const links = (await messages(to)).slice(since).reverse().flatMap((message) => message.links ?? []);
        return links.map((link) => link.url ?? link).find((url) => new URL(url).pathname.match(path));
      }),
    received: async (to) => (await messages(to)).length,
    wait: (duration) => api('POST', '/_local/clock', undefined, { advance: duration }),
    text: (from, words) => api('POST', '/_local/sms', undefined, { from, body: words }),
  };
}

function deployedPlace() {
  const needed = {
    WALK_TOKEN: 'an access token of a caseworker',
    WALK_LISTING: 'the id of an out-of-network listing whose mail you can read',
  };
  const missing = Object.keys(needed).filter((name) => !process.env[name]);
  if (missing.length > 0) {
    fail(
      'this is no ./run, and a deployed stack needs in the environment:\n' +
        missing.map((name) => `    ${name.padEnd(13)} ${needed[name]}`).join('\n') +
        '\n  docs/deploy.md, section 7, says how to get them',
    );
  }
  const terminal = process.stdin.isTTY ? createInterface({ input: process.stdin, output: process.stdout }) : undefined;
  return {
    caseworker: process.env.WALK_TOKEN,
    email: process.env.WALK_EMAIL ?? 'success@simulator.amazonses.com',
    phone: process.env.WALK_PHONE,
    listing: async () => ({ id: process.env.WALK_LISTING, mailbox: 'the mailbox of the listing' }),
    link: async (to, path) => {
      if (!terminal) return undefined;
      const pasted = (await terminal.question(`  the link to ${path} from the mail (empty: stop here): `)).trim();
      return pasted || undefined;
    },
    received: async () => 0,
    wait: (duration) => (duration === 'PT3S' ? pause(3000) : undefined),
    close: () => terminal?.close(),
  };
}

// ---- A page: its form with every hidden input, and a choice ----------------------------------------------------------

function hidden(page) {
  const fields = {};
  for (const [input] of page.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)) {
    const name = input.match(/name="([^"]*)"/)?.[1];
    const value = input.match(/value="([^"]*)"/)?.[1] ?? '';
    if (name) fields[name] = value.replaceAll('&amp;', '&').replaceAll('&#34;', '"').replaceAll('&quot;', '"');
  }
  return fields;
}

async function answer(place, link, choice) {
  const path = new URL(link).pathname;
  const page = await http('GET', link);
  must(page.status === 200, `the page answered ${page.status}`);
  must((await http('HEAD', link)).status === 200, 'HEAD answered otherwise than GET');
  await place.wait('PT3S');
  const done = await http('POST', path, { form: { ...hidden(page.text), ...choice }, headers: { origin: new URL(base).origin } });
  must(done.status === 303, `the form answered ${done.status} in place of 303`);
  return { page: page.text, shown: await http('GET', done.headers.get('location')) };
}

// ---- The walk --------------------------------------------------------------------------------------------------------

async function walk(place) {
  let me = place.caseworker;
  must((await http('GET', '/api/me')).status === 401, 'a call without a token was not refused');
  ok('without a token nothing is answered');
  const { organization } = await api('GET', '/api/me', me);
  must(organization?.id, 'the member has no organization');
  ok('a caseworker is known by the token');

  const listing = await place.listing();
  const client = `walk-${randomBytes(6).toString('hex')}`;
  await api('PUT', `/api/clients/${client}`, me, {
    name: { given: 'Quillon', family: 'Wexforde' },
    birthDate: '1988-04-17',
    gender: 'UNDISCLOSED',
    household: { adults: 1, childrenAges: [4] },
    address: '12 Walk Street, Springfield',
    zip: '62701',
    timeZone: 'America/Chicago',
    language: 'en',
    needs: [],
    emails: [{ address: place.email }],
    phones: place.phone ? [{ number: place.phone }] : [],
    safeContact: { doNotContact: false, notes: '' },
  }, 201);
  ok('a client is written down');

  const basket = { clientId: client, listingIds: [listing.id], consent: { given: true, method: 'VERBAL' }, notes: 'Has a car. Mornings are best.' };
  const { errors } = await api('POST', '/api/referrals/preview', me, { ...basket, notes: 'Quillon Wexforde would like a call.' });
  must(errors?.some((error) => error.kind === 'NAME'), 'a name in the notes was let through');
  ok('a name in the notes is stopped');

  const seen = await place.received(listing.mailbox);
  const { referrals } = await api('POST', '/api/referrals', me, basket, 201);
  const id = referrals[0].id;
  ok('a referral is sent');
  await until('the mail to the receiver', async () => ['SENT', 'DELIVERED'].includes((await api('GET', `/api/referrals/${id}`, me)).delivery?.state));
  ok('the mail to the receiver has gone out');

  const status = async (wanted) => {
    const view = await until(`status ${wanted}`, async () => {
      const referral = await api('GET', `/api/referrals/${id}`, me);
      return referral.status === wanted && referral;
    }, 10);
    return view;
  };
  const accept = await place.link(listing.mailbox, /^\/r\/[^/]+\/accept$/, seen);
  if (!accept) return 'the receiver\'s loop needs a mailbox';
  const accepted = await answer(place, accept, { confirm: 'yes' });
  must(!/Quillon|Wexforde|1988/.test(accepted.page), 'the page names the client');
  await status('ACCEPTED');
  ok('the receiver accepts by the link, and the sender sees it');
  const undo = new URL(accept);
  undo.pathname = undo.pathname.replace(/accept$/, 'undo');
  await answer(place, undo.href, { confirm: 'yes' });
  await status('SENT');
  ok('the receiver undoes it');
  const reject = new URL(accept);
  reject.pathname = reject.pathname.replace(/accept$/, 'reject');
  const rejectForm = (await http('GET', reject.href)).text;
  const reason = [...rejectForm.matchAll(/name="reason"[^>]*value="([A-Z_]+)"|value="([A-Z_]+)"[^>]*name="reason"/g)].map((match) => match[1] ?? match[2]).find((code) => code !== 'OTHER');
  await answer(place, reject.href, { reason, details: '' });
  must((await status('REJECTED')).decision?.reason === reason, 'the reason is not the one that was given');
  ok('the receiver rejects with a reason');
  await answer(place, undo.href, { confirm: 'yes' });
  await answer(place, accept, { confirm: 'yes' });
  await status('ACCEPTED');
  ok('the receiver thinks better of it');

  const before = await place.received(place.email);
  const share = { referralIds: [id], email: place.email, ...(place.phone ? { phone: place.phone } : {}), consent: true };
  must((await http('POST', '/api/shares', { token: me, body: { ...share, consent: false } })).status === 422, 'a share without consent was not refused');
  const { followUps } = await api('POST', '/api/shares', me, share, 201);
  must(followUps.length === (place.phone ? 2 : 1), 'a follow-up is missing');
  ok('it is shared with the client, with consent');
  const resources = await place.link(place.email, /^\/c\/[^/]+$/, before);
  if (!resources) return 'the client\'s loop needs a mailbox';
  must((await http('GET', resources)).status === 200, 'the resource page does not open');
  ok('the client opens the resources');

  if (!local) {
    const feedback = new URL(resources);
    feedback.pathname += '/1';
    await answer(place, feedback.href, { answer: 'YES' });
    await status('SERVICE_COMPLETED');
    ok('the client has received services');
    return undefined;
  }
  const asked = await place.received(place.email);
  await place.wait('P8D');
  // A token holds for hours, and days have passed.
  if (place.signInAgain) me = await place.signInAgain();
  const feedback = await place.link(place.email, /^\/f\/[^/]+$/, asked);
  ok('a week later the client is asked');
  await answer(place, feedback, { answer: 'NO' });
  must((await api('GET', `/api/referrals/${id}`, me)).activity.some((line) => line.text === 'No, I did not receive services'), 'the client\'s no left no note');
  await answer(place, feedback, { answer: 'YES' });
  const completed = await status('SERVICE_COMPLETED');
  must(completed.activity.some((line) => line.text === "Yes, I've received services"), 'the client\'s yes left no note');
  ok('the client says no, then yes, and the referral is completed');

  const unsubscribe = await place.link(place.email, /^\/u\/[^/]+$/);
  const oneClick = await http('POST', unsubscribe, { form: { 'List-Unsubscribe': 'One-Click' } });
  must(oneClick.status === 200, `one-click unsubscribe answered ${oneClick.status}`);
  must((await api('POST', '/api/channels/check', me, { email: place.email })).state === 'OPTED_OUT', 'the unsubscribe is not in force');
  await place.text(place.phone, 'stop');
  must((await api('POST', '/api/channels/check', me, { phone: place.phone })).state === 'OPTED_OUT', 'STOP is not in force');
  await place.text(place.phone, 'START');
  must((await api('POST', '/api/channels/check', me, { phone: place.phone })).state === 'SUBSCRIBED', 'START is not in force');
  ok('unsubscribe and STOP are in force at once, and START brings texts back');
  return undefined;
}

console.log(`Walking ${local ? 'the local system' : 'a deployed stack'}`);
let place;
try {
  place = local ? await localPlace() : deployedPlace();
  const ended = await walk(place);
  console.log(ended ? `Walked ${steps} steps, and stopped: ${ended}.` : `Walked all ${steps} steps.`);
} catch (failure) {
  console.error(`  FAILED after ${steps} steps: ${failure.message}`);
  process.exitCode = 1;
} finally {
  place?.close?.();
}
