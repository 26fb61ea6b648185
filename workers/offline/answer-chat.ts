/**
 * Answers `POST chat` (form field `message`) with `{ "response": … }`. The chatbot is not in this
 * build yet, and says so: 503.
 */
export const answerChat = async (_request: Request): Promise<Response> =>
  Response.json({ response: 'The assistant is not ready yet.' }, { status: 503 });
