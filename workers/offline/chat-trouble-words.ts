import type { Language } from '#core/assistant/conversation.ts';

/** Why a chat request is not answered. */
export type ChatTrouble = 'method' | 'missing' | 'empty' | 'too-long' | 'locked' | 'unavailable';

export const chatTroubleWords: Readonly<Record<Language, Readonly<Record<ChatTrouble, string>>>> = {
  en: {
    method: 'Please send your message with POST.',
    missing: 'The form field "message" is missing.',
    empty: 'The message is empty. Please write something.',
    'too-long': 'The message is too long: at most 2,000 characters.',
    locked: 'Rapport is locked on this device. Unlock it, then ask again.',
    unavailable: 'The answers on this device cannot be read right now. Open Rapport to see why.',
  },
  zh: {
    method: '请用 POST 发送消息。',
    missing: '缺少表单字段“message”。',
    empty: '消息是空的，请写点什么。',
    'too-long': '消息太长，最多 2000 个字符。',
    locked: '这台设备上的 Rapport 已锁定，请先解锁再提问。',
    unavailable: '现在读不到这台设备上的答案，请打开 Rapport 查看原因。',
  },
};
