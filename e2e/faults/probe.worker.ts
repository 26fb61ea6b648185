// Stays alive and does nothing: the test evaluates its attempts in here.
self.addEventListener('message', () => undefined);
