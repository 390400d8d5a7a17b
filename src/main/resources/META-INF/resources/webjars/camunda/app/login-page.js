// The webapps would show a login of their own when somebody logs out or a session ends; the product has one login for everything.
const login = new URL('../../login', import.meta.url);

function leave() {
  if (location.hash.startsWith('#/login')) {
    location.replace(login);
  }
}

for (const change of ['pushState', 'replaceState']) {
  const original = history[change];
  history[change] = function (...to) {
    original.apply(this, to);
    leave();
  };
}
window.addEventListener('hashchange', leave);
