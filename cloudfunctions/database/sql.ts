/** Statements are SQL (decision 013): what is written between the words travels as a parameter, and a statement may stand inside another. */
import template, { join, raw, type RawValue, type Sql } from 'sql-template-tag'

/** A statement whose rows are `Row`, or a piece of one whose value is. */
export interface Statement<Row = unknown> extends Sql { readonly row?: Row }

type Tag = <Row = unknown>(text: readonly string[], ...values: RawValue[]) => Statement<Row>

export const sql: Tag = template

/** Text that becomes part of the statement as it is: only what stands in our own code. */
export const literal: (text: string) => Statement = raw

/** Pieces one after the other, with commas or with what is given between them; never of none. */
export const joined: (pieces: readonly Statement[], between?: string) => Statement = (pieces, between = ', ') => join(pieces, between)
