'use strict';
// Shows the table with dmn-js, and sends what a person decides about it.
const main = document.querySelector('main');
const api = '/api/v1/rules/' + encodeURIComponent(main.dataset.name);
const answer = document.getElementById('answer');

async function show() {
  const file = await fetch(api + '/versions/' + main.dataset.version);
  const viewer = new DmnJS({ container: '#table' });
  await asked(done => file.text().then(xml => viewer.importXML(xml, { open: false }, done), done));
  const table = viewer.getViews().find(view => view.type === 'decisionTable');
  await asked(done => viewer.open(table, done));
  document.getElementById('table').dataset.shown = table.id;
}

// This version of dmn-js calls back.
function asked(call) {
  return new Promise((resolve, reject) => call(failure => failure ? reject(failure) : resolve()));
}

function token() {
  const cookie = document.cookie.split('; ').find(part => part.startsWith('CSRF-TOKEN='));
  return cookie ? decodeURIComponent(cookie.substring('CSRF-TOKEN='.length)) : '';
}

async function send(button) {
  const reason = window.prompt('Why? Everybody who looks at this table will read it.');
  if (reason === null) {
    return;
  }
  const path = button.dataset.send === 'rollback' ? '/rollback' : '/drafts/' + button.dataset.sha + '/' + button.dataset.send;
  const response = await fetch(api + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-CSRF-TOKEN': token() },
    body: JSON.stringify({ version: button.dataset.version ? Number(button.dataset.version) : undefined, reason: reason || undefined })
  });
  if (response.ok) {
    window.location.href = '/rules/' + encodeURIComponent(main.dataset.name);
    return;
  }
  const problem = await response.json();
  answer.textContent = problem.complaints ? problem.complaints.map(wrong => wrong.text).join('\n') : problem.detail;
}

document.querySelectorAll('button[data-send]').forEach(button => button.addEventListener('click', () => send(button)));
show().catch(failure => { answer.textContent = 'The table cannot be shown: ' + failure.message; });
