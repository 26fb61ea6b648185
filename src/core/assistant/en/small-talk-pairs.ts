import type { ClassicPair } from '#core/assistant/parse-classic-pairs.ts';

/** Opening words and small talk. Patterns match the whole message, without case, in RE2 syntax. */
export const englishSmallTalkPairs: readonly ClassicPair[] = [
  [
    '(?:hi|hello|hey|hiya|howdy|good (?:morning|afternoon|evening|day)|greetings)(?: (?:there|all|again|rapport))?',
    [
      'Hello! What can I do for you?',
      'Hello. Ask me about orders and deliveries, or about your customers.',
    ],
  ],
  [
    '(?:hi|hello|hey)?[ ,.!]*(?:my name is|i am called|call me) (.+)',
    ['Hello %1, what can I do for you?', 'Nice to meet you, %1. How can I help?'],
  ],
  [
    "(?:how are you|how is it going|how are things|how do you do|what is up|what's up)(?: .*)?",
    ['All fine here, thank you. What do you need?', 'Ready and listening. What can I look up?'],
  ],
  [
    '(?:many )?(?:thanks|thank you|thx|cheers|ta)(?: .*)?',
    ['You are welcome.', 'Glad to help.', 'Any time.'],
  ],
  [
    '(?:ok|okay|fine|great|good|perfect|super|nice|cool)(?: thanks| then)?',
    ['Good.', 'All right. Anything else?'],
  ],
  [
    '(?:bye|goodbye|see you|see you later|quit|exit|good night)(?: .*)?',
    ['Goodbye!', 'Goodbye, and good business.'],
  ],
  [
    '(?:help|help me|what can you do|what can i ask(?: you)?|how do you work|what do you know)(?: .*)?',
    [
      'I answer everyday questions about ordering, delivery, payment and returns. In the app I also answer from your own data: who is most likely to buy, how many customers a segment has, and when a customer last ordered.',
    ],
  ],
  [
    "(?:who|what) are you|what is your name|what's your name|are you (?:a )?(?:robot|bot|human|person|real|ai|machine)",
    [
      'I am the assistant of Rapport, a program on this device. I am not a person, and I say so when I do not know something.',
      "I am Rapport's assistant: a program, not a person. What I say comes from answers people wrote and from the data on this device.",
    ],
  ],
  [
    'who (?:made|built|wrote|created) (?:you|this|rapport)',
    [
      'I am part of Rapport, a free program under the MIT licence. My answers are written by the people who use it.',
    ],
  ],
  [
    '.*\\b(?:anything|something|data|information|customers|records|names|notes)\\b.*\\b(?:leave|leaves|leaving|sent|send|uploaded?|shared?|cloud|server|internet|online)\\b.*|.*\\bwhere (?:is|are) .*\\bdata\\b.*|(?:are|is|do) (?:you|this|it|rapport) (?:need |use )?(?:online|in the cloud|the internet|connected).*',
    [
      'Nothing leaves this device by itself: Rapport has no server, and the app may not talk to any other address. What does leave is what you take out yourself: a file you export or back up, or a link you open.',
    ],
  ],
  [
    '.*(?:foreign|foreigner|nationality|religion|religious|ethnic|pregnant|disabled|gay|race)\\b.*',
    [
      'I do not sort or pick people by nationality, religion, health or the like. Ask me by orders, place or segment instead.',
    ],
  ],
  [
    'how sure are you|are you sure|how do you know(?: that)?',
    [
      'Answers about your data are counted from the records on this device. A likelihood is an estimate of the trained model: Insights shows how often it was right on customers it had not seen.',
    ],
  ],
  [
    'tell me a joke|.*\\bjoke\\b.*',
    ['A salesman, a tablet and no signal walk into a bar. They open Rapport and sell a round.'],
  ],
  ['i (?:feel|am feeling) (.+)', ['Why do you feel %1?', 'Since when do you feel %1?']],
  ['i (?:think|believe) (?:that )?(.+)', ['What makes you think %1?']],
];
