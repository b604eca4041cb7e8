/** The door people mean when they say `11号楼201`, `11-201` or `56弄3号 201室`. Pure. */

export interface SpokenDoor {
  /** As it stands in the name of the building: `11`. */
  building: string
  /** The beginning of the room: `20` while it is being typed. */
  room: string
}

/** The last two numbers are building and room; null while there is only one. */
export function doorIn(text: string): SpokenDoor | null {
  const [room, building] = [...(text.match(/[A-Za-z]?[0-9]+[A-Za-z]?/g) ?? [])].reverse()
  return room && building && room.length <= 10 && building.length <= 10 ? { building, room } : null
}
