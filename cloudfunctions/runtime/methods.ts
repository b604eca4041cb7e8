/** Every method of the contract and the file that keeps its promise. The compiler names one that is missing. */
import type { Contract } from '../../contract/router'
import { about } from '../account/methods/about'
import { home } from '../account/methods/home'
import { me } from '../account/methods/me'
import { list as listCategories } from '../category/methods/list'
import { accept } from '../demand/methods/accept'
import { add } from '../demand/methods/add'
import { answer } from '../demand/methods/answer'
import { ask } from '../demand/methods/ask'
import { askMoreTime } from '../demand/methods/askMoreTime'
import { bounce } from '../demand/methods/bounce'
import { confirm } from '../demand/methods/confirm'
import { enter } from '../demand/methods/enter'
import { file } from '../demand/methods/file'
import { foresee } from '../demand/methods/foresee'
import { get } from '../demand/methods/get'
import { grantMoreTime } from '../demand/methods/grantMoreTime'
import { handOver } from '../demand/methods/handOver'
import { join as joinDemands } from '../demand/methods/join'
import { listCommittee } from '../demand/methods/listCommittee'
import { listInbox } from '../demand/methods/listInbox'
import { listJoined } from '../demand/methods/listJoined'
import { listMine } from '../demand/methods/listMine'
import { listRatings } from '../demand/methods/listRatings'
import { listMoved } from '../demand/methods/listMoved'
import { lookAlikes } from '../demand/methods/lookAlikes'
import { markRead } from '../demand/methods/markRead'
import { markReadMany } from '../demand/methods/markReadMany'
import { move } from '../demand/methods/move'
import { notSolved } from '../demand/methods/notSolved'
import { note } from '../demand/methods/note'
import { overview } from '../demand/methods/overview'
import { rate } from '../demand/methods/rate'
import { ratingReasons } from '../demand/methods/ratingReasons'
import { refuseMoreTime } from '../demand/methods/refuseMoreTime'
import { reply } from '../demand/methods/reply'
import { resume } from '../demand/methods/resume'
import { separate } from '../demand/methods/separate'
import { snooze } from '../demand/methods/snooze'
import { suggestJoins } from '../demand/methods/suggestJoins'
import { takeOver } from '../demand/methods/takeOver'
import { takeToMeeting } from '../demand/methods/takeToMeeting'
import { transfer } from '../demand/methods/transfer'
import { unsnooze } from '../demand/methods/unsnooze'
import { withdraw } from '../demand/methods/withdraw'
import { change as changeArchive } from '../household/methods/change'
import { contestCare } from '../household/methods/contestCare'
import { decideChange } from '../household/methods/decideChange'
import { endCare } from '../household/methods/endCare'
import { findPhone } from '../household/methods/findPhone'
import { get as getArchive } from '../household/methods/get'
import { history as archiveHistory } from '../household/methods/history'
import { open as openArchive } from '../household/methods/open'
import { propose as proposeChange } from '../household/methods/propose'
import { reviewCare } from '../household/methods/reviewCare'
import { setCare } from '../household/methods/setCare'
import { setWish } from '../household/methods/setWish'
import { askToJoin } from '../household/methods/askToJoin'
import { decideRequest } from '../household/methods/decideRequest'
import { findDoors } from '../household/methods/findDoors'
import { getDoor } from '../household/methods/getDoor'
import { leave as leaveHousehold } from '../household/methods/leave'
import { listHouses } from '../household/methods/listHouses'
import { map as houseMap } from '../household/methods/map'
import { listOfBlock } from '../household/methods/listOfBlock'
import { listRequests } from '../household/methods/listRequests'
import { makeCode } from '../household/methods/makeCode'
import { merge as mergeHomes } from '../household/methods/merge'
import { mine } from '../household/methods/mine'
import { moveOut } from '../household/methods/moveOut'
import { removeMember } from '../household/methods/removeMember'
import { split as splitHome } from '../household/methods/split'
import { undoHomeChange } from '../household/methods/undoHomeChange'
import { useCode } from '../household/methods/useCode'
import { close } from '../meeting/methods/close'
import { get as getMeeting } from '../meeting/methods/get'
import { list as listMeetings } from '../meeting/methods/list'
import { minutes } from '../meeting/methods/minutes'
import { next } from '../meeting/methods/next'
import { open } from '../meeting/methods/open'
import { resolve } from '../meeting/methods/resolve'
import { setPresent } from '../meeting/methods/setPresent'
import { setTime } from '../meeting/methods/setTime'
import { settle } from '../meeting/methods/settle'
import { asking } from '../notice/methods/asking'
import { called } from '../notice/methods/called'
import { grant } from '../notice/methods/grant'
import { list as listNotices } from '../notice/methods/list'
import { markRead as markNoticesRead } from '../notice/methods/markRead'
import { appoint } from '../organization/methods/appoint'
import { phoneList } from '../notice/methods/phoneList'
import { blocks } from '../organization/methods/blocks'
import { buildings } from '../organization/methods/buildings'
import { cancelLeave } from '../organization/methods/cancelLeave'
import { committees } from '../organization/methods/committees'
import { serving } from '../organization/methods/serving'
import { endPost } from '../organization/methods/endPost'
import { foreseeDay } from '../organization/methods/foreseeDay'
import { listCalendar } from '../organization/methods/listCalendar'
import { listDuty } from '../organization/methods/listDuty'
import { listLeave } from '../organization/methods/listLeave'
import { listSettings } from '../organization/methods/listSettings'
import { mergeBlocks } from '../organization/methods/mergeBlocks'
import { removeClosingDay } from '../organization/methods/removeClosingDay'
import { roster } from '../organization/methods/roster'
import { setClosingDay } from '../organization/methods/setClosingDay'
import { setDuty } from '../organization/methods/setDuty'
import { setLadder } from '../organization/methods/setLadder'
import { splitBlock } from '../organization/methods/splitBlock'
import { takeLeave } from '../organization/methods/takeLeave'
import { log as exportLog } from '../report/methods/log'
import { ask as askForRight } from '../rights/methods/ask'
import { consent } from '../rights/methods/consent'
import { copy } from '../rights/methods/copy'
import { decide as decideRight } from '../rights/methods/decide'
import { list as listRights } from '../rights/methods/list'
import { mine as myRights } from '../rights/methods/mine'
import { takeBack } from '../rights/methods/takeBack'
import { decide as decideWords } from '../safety/methods/decide'
import { decideVisit as decideVisitWords } from '../safety/methods/decideVisit'
import { list as listHeldWords } from '../safety/methods/list'
import { attach } from '../photo/methods/attach'
import { begin } from '../photo/methods/begin'
import { decide } from '../photo/methods/decide'
import { links } from '../photo/methods/links'
import { listOfDemand } from '../photo/methods/listOfDemand'
import { listWaiting } from '../photo/methods/listWaiting'
import { put } from '../photo/methods/put'
import { status } from '../photo/methods/status'
import { get as getService } from '../service/methods/get'
import { list as listServices } from '../service/methods/list'
import { list as listTemplates } from '../template/methods/list'
import { remove as removeTemplate } from '../template/methods/remove'
import { save as saveTemplate } from '../template/methods/save'
import { accept as acceptVisit } from '../visit/methods/accept'
import { ask as askVisit } from '../visit/methods/ask'
import { brief } from '../visit/methods/brief'
import { cancel } from '../visit/methods/cancel'
import { confirm as confirmVisit } from '../visit/methods/confirm'
import { correct } from '../visit/methods/correct'
import { get as getVisit } from '../visit/methods/get'
import { help } from '../visit/methods/help'
import { hold } from '../visit/methods/hold'
import { invite } from '../visit/methods/invite'
import { listHosted } from '../visit/methods/listHosted'
import { listMine as listMyVisits } from '../visit/methods/listMine'
import { move as moveVisit } from '../visit/methods/move'
import { mySlots } from '../visit/methods/mySlots'
import { note as noteVisit } from '../visit/methods/note'
import { propose } from '../visit/methods/propose'
import { publishSlots } from '../visit/methods/publishSlots'
import { say } from '../visit/methods/say'
import { slots } from '../visit/methods/slots'
import { summarise } from '../visit/methods/summarise'
import { withdrawSlot } from '../visit/methods/withdrawSlot'
import { answerConsent } from '../visit/methods/answerConsent'
import { askConsent } from '../visit/methods/askConsent'
import { door } from '../visit/methods/door'
import { endHomeVisit } from '../visit/methods/endHomeVisit'
import { sendToDoor } from '../visit/methods/sendToDoor'
import type { Method, OpenMethod } from './request'

type Names = { [N in keyof Contract]: `${N}/${Extract<keyof Contract[N], string>}` }[keyof Contract]
type Of<Path extends Names> = Path extends `${infer N extends keyof Contract}/${infer M}` ? (M extends keyof Contract[N] ? Method<N, M> | OpenMethod<N, M> : never) : never

export const methods: { [Path in Names]: Of<Path> } = {
  'account/me': me,
  'account/home': home,
  'account/about': about,
  'organization/committees': committees,
  'organization/buildings': buildings,
  'organization/blocks': blocks,
  'organization/serving': serving,
  'organization/roster': roster,
  'organization/appoint': appoint,
  'organization/endPost': endPost,
  'organization/splitBlock': splitBlock,
  'organization/mergeBlocks': mergeBlocks,
  'organization/listLeave': listLeave,
  'organization/takeLeave': takeLeave,
  'organization/cancelLeave': cancelLeave,
  'organization/listDuty': listDuty,
  'organization/setDuty': setDuty,
  'organization/listCalendar': listCalendar,
  'organization/foreseeDay': foreseeDay,
  'organization/setClosingDay': setClosingDay,
  'organization/removeClosingDay': removeClosingDay,
  'organization/listSettings': listSettings,
  'organization/setLadder': setLadder,
  'household/mine': mine,
  'household/askToJoin': askToJoin,
  'household/listRequests': listRequests,
  'household/decideRequest': decideRequest,
  'household/listOfBlock': listOfBlock,
  'household/findDoors': findDoors,
  'household/getDoor': getDoor,
  'household/makeCode': makeCode,
  'household/useCode': useCode,
  'household/leave': leaveHousehold,
  'household/removeMember': removeMember,
  'household/get': getArchive,
  'household/open': openArchive,
  'household/change': changeArchive,
  'household/propose': proposeChange,
  'household/decideChange': decideChange,
  'household/history': archiveHistory,
  'household/setWish': setWish,
  'household/setCare': setCare,
  'household/reviewCare': reviewCare,
  'household/endCare': endCare,
  'household/contestCare': contestCare,
  'household/findPhone': findPhone,
  'household/map': houseMap,
  'household/listHouses': listHouses,
  'household/split': splitHome,
  'household/merge': mergeHomes,
  'household/moveOut': moveOut,
  'household/undoHomeChange': undoHomeChange,
  'service/list': listServices,
  'service/get': getService,
  'category/list': listCategories,
  'demand/foresee': foresee,
  'demand/file': file,
  'demand/enter': enter,
  'demand/get': get,
  'demand/listMine': listMine,
  'demand/listInbox': listInbox,
  'demand/listCommittee': listCommittee,
  'demand/overview': overview,
  'demand/add': add,
  'demand/accept': accept,
  'demand/reply': reply,
  'demand/answer': answer,
  'demand/ask': ask,
  'demand/resume': resume,
  'demand/transfer': transfer,
  'demand/bounce': bounce,
  'demand/askMoreTime': askMoreTime,
  'demand/grantMoreTime': grantMoreTime,
  'demand/refuseMoreTime': refuseMoreTime,
  'demand/note': note,
  'demand/handOver': handOver,
  'demand/takeOver': takeOver,
  'demand/confirm': confirm,
  'demand/notSolved': notSolved,
  'demand/withdraw': withdraw,
  'demand/rate': rate,
  'demand/ratingReasons': ratingReasons,
  'demand/listRatings': listRatings,
  'demand/lookAlikes': lookAlikes,
  'demand/join': joinDemands,
  'demand/separate': separate,
  'demand/suggestJoins': suggestJoins,
  'demand/listJoined': listJoined,
  'demand/move': move,
  'demand/listMoved': listMoved,
  'demand/markRead': markRead,
  'demand/markReadMany': markReadMany,
  'demand/snooze': snooze,
  'demand/unsnooze': unsnooze,
  'demand/takeToMeeting': takeToMeeting,
  'meeting/next': next,
  'meeting/get': getMeeting,
  'meeting/list': listMeetings,
  'meeting/minutes': minutes,
  'meeting/setTime': setTime,
  'meeting/open': open,
  'meeting/setPresent': setPresent,
  'meeting/resolve': resolve,
  'meeting/settle': settle,
  'meeting/close': close,
  'notice/list': listNotices,
  'notice/markRead': markNoticesRead,
  'safety/list': listHeldWords,
  'safety/decide': decideWords,
  'safety/decideVisit': decideVisitWords,
  'report/log': exportLog,
  'rights/mine': myRights,
  'rights/copy': copy,
  'rights/consent': consent,
  'rights/ask': askForRight,
  'rights/takeBack': takeBack,
  'rights/list': listRights,
  'rights/decide': decideRight,
  'visit/door': door,
  'visit/sendToDoor': sendToDoor,
  'visit/askConsent': askConsent,
  'visit/answerConsent': answerConsent,
  'visit/endHomeVisit': endHomeVisit,
  'template/list': listTemplates,
  'template/save': saveTemplate,
  'template/remove': removeTemplate,
  'notice/asking': asking,
  'notice/grant': grant,
  'photo/begin': begin,
  'photo/put': put,
  'photo/status': status,
  'photo/attach': attach,
  'photo/listOfDemand': listOfDemand,
  'photo/links': links,
  'photo/decide': decide,
  'photo/listWaiting': listWaiting,
  'notice/phoneList': phoneList,
  'notice/called': called,
  'visit/slots': slots,
  'visit/mySlots': mySlots,
  'visit/publishSlots': publishSlots,
  'visit/withdrawSlot': withdrawSlot,
  'visit/ask': askVisit,
  'visit/invite': invite,
  'visit/accept': acceptVisit,
  'visit/propose': propose,
  'visit/move': moveVisit,
  'visit/cancel': cancel,
  'visit/say': say,
  'visit/hold': hold,
  'visit/summarise': summarise,
  'visit/confirm': confirmVisit,
  'visit/correct': correct,
  'visit/help': help,
  'visit/note': noteVisit,
  'visit/get': getVisit,
  'visit/brief': brief,
  'visit/listMine': listMyVisits,
  'visit/listHosted': listHosted,
}
