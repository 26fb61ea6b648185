// A plain page on purpose: whoever holds the tablet may ask here, and it has no way to the
// customers. Its requests are answered by the service worker on this device.
const words = {
  en: {
    title: 'Service desk',
    subtitle: 'Answers come from this device. Nothing is sent anywhere.',
    label: 'Your message',
    placeholder: 'Write a message…',
    send: 'Send',
    hello: 'Hello! Ask me about orders, delivery, payment, invoices or returns.',
    chips: [
      'What is the minimum order?',
      'How long does delivery take?',
      'Can I return goods?',
      'What do you store about me?',
      'Talk to a person',
    ],
    unready: 'The assistant is not ready on this device yet. Open Rapport once, then try again.',
  },
  zh: {
    title: '客服台',
    subtitle: '回答都来自这台设备，不会发送到任何地方。',
    label: '您的消息',
    placeholder: '输入消息…',
    send: '发送',
    hello: '您好！订货、送货、付款、发票、退换货的问题都可以问我。',
    chips: ['起订量是多少？', '几天能送到？', '可以退货吗？', '能开专票吗？', '转人工'],
    unready: '这台设备上的助手还没准备好。请先打开一次 Rapport，再来试试。',
  },
};

const language = /^zh\b/i.test(navigator.language) ? 'zh' : 'en';
const say = words[language];
const byId = (id) => document.getElementById(id);
const [log, form, input, send, chips] = ['log', 'form', 'message', 'send', 'chips'].map(byId);
let isWaiting = false;

const add = (from, text) => {
  const line = document.createElement('p');
  line.className = from;
  line.textContent = text;
  log.append(line);
  log.scrollTop = log.scrollHeight;
};

const wait = (waiting) => {
  isWaiting = waiting;
  // Not `disabled`: that would take the focus away from whoever types on.
  send.setAttribute('aria-disabled', String(waiting));
};

const ask = async (message) => {
  if (isWaiting || message.trim() === '') return;
  wait(true);
  add('person', message);
  try {
    const answer = await fetch('chat', { method: 'POST', body: new URLSearchParams({ message }) });
    const { response } = await answer.json();
    add(answer.ok ? 'assistant' : 'assistant trouble', response);
  } catch {
    add('assistant trouble', say.unready);
  }
  wait(false);
};

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const message = input.value;
  if (isWaiting || message.trim() === '') return;
  input.value = '';
  void ask(message);
});

// Enter that ends a composition (pinyin and the like) must not send.
input.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.isComposing || event.keyCode === 229)) event.preventDefault();
});

document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
document.title = `Rapport · ${say.title}`;
byId('title').textContent = say.title;
byId('subtitle').textContent = say.subtitle;
byId('label').textContent = say.label;
send.textContent = say.send;
input.placeholder = say.placeholder;
// What scrolls must be reachable without a finger.
log.tabIndex = 0;
for (const chip of say.chips) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = chip;
  button.addEventListener('click', () => void ask(chip));
  chips.append(button);
}
add('assistant', say.hello);
