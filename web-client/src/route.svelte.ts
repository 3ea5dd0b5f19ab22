/** The address of the page. The server gives index.html for every one of these paths. */

class Route {
  #path = $state(location.pathname);

  constructor() {
    window.addEventListener('popstate', () => (this.#path = location.pathname));
  }

  get path(): string {
    return this.#path.replace(/(.)\/+$/, '$1');
  }

  /** Goes there without loading the page anew; the query is kept out of it. */
  go(path: string): void {
    history.pushState(null, '', path);
    this.#path = path;
  }

  /** As [go], but the way back does not lead here. */
  become(path: string, hash = ''): void {
    history.replaceState(null, '', path + hash);
    this.#path = path;
  }
}

export const route = new Route();
