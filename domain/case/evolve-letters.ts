import type { CaseEvent, CaseState, LetterState } from '@due-process/contracts';

function change(state: CaseState, letterNo: string, patch: Partial<LetterState>): CaseState {
  const letter = state.letters[letterNo];
  return letter ? { ...state, letters: { ...state.letters, [letterNo]: { ...letter, ...patch } } } : state;
}

const put = (state: CaseState, letter: LetterState): CaseState => ({
  ...state,
  letters: { ...state.letters, [letter.letterNo]: letter },
});

/** What an event changes in letters and documents; undefined when it is none of theirs. */
export function evolveLetters(state: CaseState, event: CaseEvent): CaseState | undefined {
  switch (event.type) {
    case 'letterIssued':
      return {
        ...put(state, event.data.letter),
        counters: { ...state.counters, letter: (state.counters.letter ?? 0) + 1 },
        reversible: undefined,
      };
    case 'letterDelivered':
      return change(state, event.data.letterNo, { state: 'delivered', receivedOn: event.data.on });
    case 'letterProcessed':
      return change(state, event.data.letterNo, { state: 'processed' });
    case 'letterRefused':
      return change(state, event.data.letterNo, { state: 'refused' });
    case 'letterReceived':
    case 'letterParked':
      return put(state, event.data.letter);
    case 'documentIssued':
      return {
        ...state,
        documents: [...state.documents, event.data.document],
        counters: { ...state.counters, document: (state.counters.document ?? 0) + 1 },
      };
    default:
      return undefined;
  }
}
