/** A sentence that may begin with a name as the family writes it: "oma tekent nu" becomes "Oma tekent nu". */
export function capital(sentence: string): string {
  const [first = ''] = sentence
  return first.toLocaleUpperCase() + sentence.slice(first.length)
}
