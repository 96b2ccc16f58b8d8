import { agreeAnew, askAnew, dropAnew } from '../conference/anew.ts'
import { answerCall, call } from '../conference/calls.ts'
import { carryIn } from '../conference/carryIn.ts'
import { deviceKeys, fetchPaper, keyHalf, storePaper } from '../conference/draftKeys.ts'
import { editConference } from '../conference/edit.ts'
import { askOpen, closeDoor, openDoor } from '../conference/door.ts'
import { answerKnock, knock, knockNames } from '../conference/knocks.ts'
import { begin, draft, end, leave } from '../conference/moves.ts'
import { readLog } from '../doorLog/readLog.ts'
import { dropProposal } from '../conference/secondPerson.ts'
import { orderPeople } from '../conference/preparation.ts'
import { addPerson, editPerson, links, removePerson, writePoints } from '../conference/people.ts'
import { createConference, enterConference, listConferences } from '../desk/desk.ts'
import { signIn } from '../desk/signIn.ts'
import { copy, share, version } from '../plan/copies.ts'
import { sign, unsign } from '../plan/sign.ts'
import { finish, freeze, present, table } from '../plan/tableMoves.ts'
import { answerPlan, clearMark, mark, read } from '../plan/talk.ts'
import { answerJoin } from '../seats/answerJoin.ts'
import { newBoard, pairBoard } from '../seats/boards.ts'
import { doorTicket, enterDoor } from '../seats/enterDoor.ts'
import { takeOut } from '../seats/takeOut.ts'
import { endSeat } from '../seats/endSeat.ts'
import { editSelf } from '../seats/editSelf.ts'
import { joinByCard, peekCard } from '../seats/joinByCard.ts'
import { joinByCode, peekCode } from '../seats/joinByCode.ts'
import { farLink, joinFar, peekFar } from '../seats/joinFar.ts'
import { seatView } from '../view/seatView.ts'
import type { Handlers, SeatContext } from './context.ts'

const view = async ({ services, placed }: SeatContext) => {
  const settings = { demo: services.config.demo, practice: !services.origins.secure }
  return { ok: true, value: seatView(placed.seat, placed.snapshot, settings) } as const
}

/** Every route of the contract with the function that serves it. */
export const handlers: Handlers = {
  public: { signIn, peekCard, joinByCard, peekCode, joinByCode, peekFar, joinFar, newBoard },
  desk: { listConferences, createConference, enterConference },
  seat: {
    view,
    editSelf,
    editConference,
    addPerson,
    editPerson,
    removePerson,
    orderPeople,
    links,
    writePoints,
    pairBoard,
    answerJoin,
    begin,
    draft,
    closeDoor,
    openDoor,
    askOpen,
    present,
    freeze,
    table,
    finish,
    end,
    dropProposal,
    leave,
    keyHalf,
    carryIn,
    deviceKeys,
    storePaper,
    fetchPaper,
    takeOut,
    doorTicket,
    farLink,
    enterDoor,
    askAnew,
    agreeAnew,
    dropAnew,
    read,
    mark,
    clearMark,
    answerPlan,
    version,
    sign,
    unsign,
    share,
    copy,
    endSeat,
    call,
    answerCall,
    readLog,
    knock,
    knockNames,
    answerKnock,
  },
}
