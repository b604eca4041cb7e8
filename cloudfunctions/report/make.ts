/** Which file is asked for, and by whom: the one door of `reports` and of `POST /reports`. */
import type { RefusalCode } from '../../contract/refusal'
import type { ReportAsked } from '../../contract/report'
import { exportDemands } from '../demand/export'
import { exportHouses } from '../household/export'
import { importTemplate } from '../household/importTable'
import type { Credential } from '../runtime/enter'
import type { Surroundings } from '../runtime/surroundings'
import { exportVisit } from '../visit/calendar'
import type { Report } from './workbook'

export interface ReportCaller { surroundings: Surroundings; credential: Credential }
export type Made = { ok: true; output: Report } | { ok: false; refusal: RefusalCode }

export function makeReport(caller: ReportCaller, asked: ReportAsked): Promise<Made> {
  switch (asked.path) {
    case 'demands.xlsx': return exportDemands(caller, asked.input)
    case 'households.xlsx': return exportHouses(caller, asked.input)
    case 'import-template.xlsx': return importTemplate(caller, asked.input)
    case 'visit.ics': return exportVisit(caller, asked.input)
  }
}
