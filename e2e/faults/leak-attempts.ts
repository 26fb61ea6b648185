// Functions that run inside a page or a worker: nothing from outside may be used in them.

/** Everything a worker can send with; answers the names of what was tried. */
export const tryFromWorker = async (sink: string): Promise<string[]> => {
  const attempts: Record<string, () => unknown> = {
    fetch: () => fetch(`${sink}/fetch`, { mode: 'no-cors' }),
    xhr: () => {
      const request = new XMLHttpRequest();
      request.open('GET', `${sink}/xhr`);
      request.send();
    },
    websocket: () => new WebSocket(`${sink.replace('http', 'ws')}/websocket`),
    eventsource: () => new EventSource(`${sink}/eventsource`),
    import: () => import(/* @vite-ignore */ `${sink}/import`),
  };
  await Promise.allSettled(Object.values(attempts).map(async (attempt) => attempt()));
  await new Promise((done) => setTimeout(done, 500));
  return Object.keys(attempts).sort();
};

/** Everything a page can send with, but a navigation that the user makes. */
export const tryFromPage = async (sink: string): Promise<string[]> => {
  const add = (tag: string, fields: Record<string, string>) => () =>
    document.head.append(Object.assign(document.createElement(tag), fields));
  const submit = () => {
    const target = Object.assign(document.createElement('iframe'), { name: 'away' });
    const form = Object.assign(document.createElement('form'), {
      action: `${sink}/form`,
      method: 'post',
      target: 'away',
    });
    document.body.append(target, form);
    form.submit();
  };
  const attempts: Record<string, () => unknown> = {
    fetch: () => fetch(`${sink}/fetch`, { mode: 'no-cors' }),
    xhr: () => {
      const request = new XMLHttpRequest();
      request.open('GET', `${sink}/xhr`);
      request.send();
    },
    beacon: () => navigator.sendBeacon(`${sink}/beacon`, 'x'),
    websocket: () => new WebSocket(`${sink.replace('http', 'ws')}/websocket`),
    eventsource: () => new EventSource(`${sink}/eventsource`),
    import: () => import(/* @vite-ignore */ `${sink}/import`),
    image: () => Object.assign(new Image(), { src: `${sink}/image` }),
    script: add('script', { src: `${sink}/script` }),
    stylesheet: add('link', { rel: 'stylesheet', href: `${sink}/stylesheet` }),
    prefetch: add('link', { rel: 'prefetch', href: `${sink}/prefetch` }),
    frame: () =>
      document.body.append(
        Object.assign(document.createElement('iframe'), { src: `${sink}/frame` }),
      ),
    video: () =>
      document.body.append(
        Object.assign(document.createElement('video'), { src: `${sink}/video`, preload: 'auto' }),
      ),
    font: () => new FontFace('far', `url(${sink}/font)`).load(),
    form: submit,
  };
  await Promise.allSettled(Object.values(attempts).map(async (attempt) => attempt()));
  await new Promise((done) => setTimeout(done, 500));
  return Object.keys(attempts).sort();
};

/**
 * `ran`, or the name of the error that refused it. In a timer, because what the test driver runs
 * directly is exempt from the policy.
 */
export const tryEval = (): Promise<string> =>
  new Promise((answer) => {
    setTimeout(() => {
      try {
        // biome-ignore lint/security/noGlobalEval: the test is that this is refused
        const compile = globalThis.eval;
        answer(compile('"ran"') as string);
      } catch (error) {
        answer(error instanceof Error ? error.name : 'refused');
      }
    });
  });
