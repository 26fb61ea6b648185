import type { ClassicPair } from '#core/assistant/parse-classic-pairs.ts';

/**
 * Everyday questions of customers. What a company delivers and charges only the company knows, so
 * these answers say what is missing and who can help until somebody writes the real one.
 */
const unknown = (what: string): string =>
  `${what} has not been written down for me yet. Your sales contact can tell you. If you look after this device: edit this answer, and I will say it from then on.`;

export const englishServiceDeskPairs: readonly ClassicPair[] = [
  [
    '.*\\b(?:minimum|smallest|min\\.?) (?:order|quantity|purchase|amount).*|.*\\bmoq\\b.*',
    [unknown('The minimum order')],
  ],
  [
    '.*\\b(?:delivery|shipping|freight|postage) (?:costs?|fees?|charges?|price).*|.*(?:cost|charge|pay) (?:of|for) (?:the )?(?:delivery|shipping).*|.*free (?:delivery|shipping).*',
    [unknown('What delivery costs')],
  ],
  [
    '.*\\b(?:deliver|delivery|delivered|ship|shipping|shipped|dispatch)\\b.*|.*\\bwhen (?:will|does|do) .*(?:arrive|come|get (?:it|here)).*|.*\\blead time.*',
    [unknown('How long delivery takes')],
  ],
  ['.*\\b(?:invoice|receipt|vat|tax number)\\b.*', [unknown('How invoices are sent')]],
  [
    '.*\\b(?:payment|pay|bank transfer|credit card|cash|terms|net 30|instal?ments?)\\b.*',
    [unknown('Which payment terms we offer')],
  ],
  [
    '.*\\b(?:damaged|broken|defect|defective|faulty|leaking|spoiled|spoilt)\\b.*',
    [
      'I am sorry about that. Please keep the goods and their packing, take a picture, and tell your sales contact the order number. What happens next has not been written down for me yet.',
    ],
  ],
  [
    '.*\\b(?:return|returns|send back|refund|exchange|money back)\\b.*',
    [unknown('How returns and refunds work')],
  ],
  ['.*\\b(?:warranty|guarantee)\\b.*', [unknown('Our warranty')]],
  ['.*\\b(?:samples?|try before|trial pack)\\b.*', [unknown('Whether we send samples')]],
  [
    '.*\\b(?:discount|rebate|cheaper|special price|price list|prices?)\\b.*',
    [unknown('What we charge')],
  ],
  [
    '.*\\b(?:open|opening|business) hours\\b.*|when (?:are you|do you) open.*',
    [unknown('Our opening hours')],
  ],
  [
    '.*\\bwho is (?:my|our) (?:rep|representative|sales contact|sales ?person|contact|account manager).*',
    [
      'The person who showed you this device is your sales contact. Their name has not been written down for me yet.',
    ],
  ],
  [
    '.*\\b(?:talk|speak|connect me|put me through|chat) (?:to|with) (?:a|an|the|some)?\\s?(?:person|human|someone|somebody|agent|people|rep|representative|real person|manager).*|(?:human|person|agent|representative)(?: please)?',
    ['Of course. I cannot call anybody from here: please ask your sales contact.'],
  ],
  [
    '.*\\bwhat (?:do you|data do you|does rapport) (?:store|know|keep|save|have|hold)\\b.*',
    [
      'What your sales contact wrote down or imported: names, addresses, orders, visits and notes. It is encrypted and stays on this device. You may ask them to show it to you.',
    ],
  ],
  [
    '.*\\b(?:where is|track|status of|change|cancel)\\b.*\\border\\b.*',
    [
      'I cannot see the state of an order from here. Please tell your sales contact the order number.',
    ],
  ],
  [
    '.*\\b(?:contact|reach|call|phone|e-?mail)\\b.*\\b(?:you|us|your|office|company)\\b.*',
    [unknown('How to reach us')],
  ],
  [
    '.*\\b(?:delete|erase|remove|forget)\\b.*\\b(?:my|our|me|us|data|information|account)\\b.*',
    [
      'You have the right to ask for that. Please tell your sales contact, who can delete your record in Rapport; I do not delete anything by myself.',
    ],
  ],
  [
    '.*\\b(?:place|make) an? order\\b.*|i (?:want|would like|need) to order\\b.*',
    ['Please tell your sales contact what you need: orders cannot be placed in this chat.'],
  ],
  [
    '.*\\b(?:complaint|complain|unhappy|not happy|disappointed)\\b.*',
    [
      'I am sorry to hear that. Please tell your sales contact what went wrong and which order it was, so that a person can put it right.',
    ],
  ],
];
