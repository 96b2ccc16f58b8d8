import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { enterCircle, readCircle, readInside, type CircleFacts } from './circleDoc.ts'
import { writeCircle } from './circleWriting.ts'

const facts: CircleFacts = {
  circle: 'De kring van Johan',
  question: 'Waar kan Johan veilig opgroeien?',
  people: [
    { id: 'p2', name: 'Wim', picture: 'gitaar', colour: 'blauw', mainPerson: false, role: 'member' },
    { id: 'p1', name: 'Johan', picture: 'vis', colour: 'oranje', mainPerson: true, role: 'member' },
  ],
  points: [{ id: 'q1', by: 'Sanne', kind: 'offer', text: 'Wij kunnen meedenken' }],
}

describe('the circle in the sealed document', () => {
  it('[SD1] carries what the circle knew, in the order it knew it', () => {
    const doc = new Y.Doc()
    expect(readCircle(doc)).toBeUndefined()
    writeCircle(doc, facts)
    const read = readCircle(doc)
    expect(read?.people.map((person) => person.name)).toEqual(['Wim', 'Johan'])
    expect(read).toMatchObject({ circle: facts.circle, question: facts.question, points: facts.points })
  })

  it('[SD2] names the devices inside; malformed entries are left out', () => {
    const doc = new Y.Doc()
    enterCircle(doc, { id: 'd1', name: 'het bord', personId: null, kind: 'board' })
    enterCircle(doc, { id: 'd2', name: 'Wim', personId: 'p2', kind: 'phone' })
    doc.getMap('inside').set('d3', '{"half')
    doc.getMap('inside').set('d4', 7)
    expect(readInside(doc).map((device) => device.name)).toEqual(['Wim', 'het bord'])
  })
})
