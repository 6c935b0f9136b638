// The page state is kept in the address. Cockpit's router must get each change of the address, otherwise its links stop working.

/** Puts values into the address of the page that is open at a path, which is not drawn anew for it. */
export function remember(path, values) {
  const injector = window.angular?.element(document.body).injector();
  if (!injector) {
    return;
  }
  const location = injector.get('$location');
  const wanted = Object.fromEntries(new URLSearchParams(values));
  if (location.path() !== path || JSON.stringify(location.search()) === JSON.stringify(wanted)) {
    return;
  }
  const route = injector.get('$route').routes[path];
  route.reloadOnSearch = false;
  try {
    injector.get('$rootScope').$apply(() => location.search(wanted).replace());
  } finally {
    route.reloadOnSearch = true;
  }
}
